-- 审签: who signed a reply, and when; the paper goes out in his name and not in the drafter's. What was signed before is taken from the trail.
alter table reply_draft add column signed_by varchar(64);
alter table reply_draft add column signed_at timestamp with time zone;
update reply_draft set signed_by = (select e.actor from event e where e.assignment_id = reply_draft.assignment_id and e.act = 'reply-signed'
        and e.detail like '%"verdict":"pass"%' and e.at >= reply_draft.drafted_at and not exists (select 1 from reply_draft n
            where n.assignment_id = reply_draft.assignment_id and n.id > reply_draft.id and n.drafted_at <= e.at) order by e.id limit 1);
update reply_draft set signed_at = (select e.at from event e where e.assignment_id = reply_draft.assignment_id and e.act = 'reply-signed'
        and e.detail like '%"verdict":"pass"%' and e.at >= reply_draft.drafted_at and not exists (select 1 from reply_draft n
            where n.assignment_id = reply_draft.assignment_id and n.id > reply_draft.id and n.drafted_at <= e.at) order by e.id limit 1);
