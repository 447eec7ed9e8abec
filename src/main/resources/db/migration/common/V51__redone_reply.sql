-- 再次答复 is a reply: drafted, signed and issued like the first; it is no report of implementation.
alter table reply_draft add column redone_on date;

-- which look-back is the current one: each claimed completion and each 再次答复 is looked back at once
alter table assignment add column look_round integer default 0 not null;
update assignment set look_round = (select count(*) from implementation_report r
    where r.assignment_id = assignment.id and r.completed_on is not null);
