-- The promises that were made before this table was: the clock entries have the day and the reason, the trail who set it.
insert into promise (assignment_id, unit, promised_on, reason, promised_by, promised_at)
select c.assignment_id, c.unit, c.due_on, c.steps::json ->> 0, coalesce(e.actor, 'system'), c.at
from (select assignment_id, unit, due_on, steps, at, id, row_number() over (partition by assignment_id order by id) as place
        from clock_entry where what = 'PROMISED') c
    left join (select assignment_id, actor, row_number() over (partition by assignment_id order by id) as place
        from event where act = 'conversion-reconsidered' or (act = 'overdue-handled' and detail like '%"measure":"supervise"%')) e
        on e.assignment_id = c.assignment_id and e.place = c.place
order by c.id;
create trigger promise_append_only before update or delete on promise
    for each row execute function is_permanent();
create trigger promise_no_truncate before truncate on promise
    for each statement execute function is_permanent();
