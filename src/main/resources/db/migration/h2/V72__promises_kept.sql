-- The promises that were made before this table was: the clock entries have the day and the reason, the trail who set it.
create alias first_text for "org.bihuan.ledger.LedgerText.first";
insert into promise (assignment_id, unit, promised_on, reason, promised_by, promised_at)
select c.assignment_id, c.unit, c.due_on, first_text(c.steps), coalesce(e.actor, 'system'), c.at
from (select assignment_id, unit, due_on, steps, at, id, row_number() over (partition by assignment_id order by id) as place
        from clock_entry where what = 'PROMISED') c
    left join (select assignment_id, actor, row_number() over (partition by assignment_id order by id) as place
        from event where act = 'conversion-reconsidered' or (act = 'overdue-handled' and detail like '%"measure":"supervise"%')) e
        on e.assignment_id = c.assignment_id and e.place = c.place
order by c.id;
drop alias first_text;
create trigger promise_no_update before update on promise for each row call "org.bihuan.ledger.AppendOnly";
create trigger promise_no_delete before delete on promise for each row call "org.bihuan.ledger.AppendOnly";
