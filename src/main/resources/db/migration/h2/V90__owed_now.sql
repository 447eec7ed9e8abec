-- What is owed now is owed by this day: a reply, and after it what was promised to be looked at (落实, 整改, 重新办理, 回头看). Null when nothing is.
-- The light of the ledger, of the cards and of the sheet is that of this day; PostgreSQL has the same beside.
alter table assignment add column owed_on date generated always as (
    case when replied_on is null and state in ('ASSIGNED', 'RECEIVED', 'OVERDUE') then coalesce(extended_on, due_on)
        when state = 'IMPLEMENTED' then next_look_back_on
        when state = 'REPLIED' and look_back_limit_on is not null and (redo_limit_on is null or look_back_limit_on >= redo_limit_on)
            then look_back_limit_on
        when state = 'REPLIED' then coalesce(redo_limit_on, next_look_back_on) end);
create index assignment_owed on assignment (owed_on);

-- what of it was past its day on a Monday, beside the replies
alter table overdue_sheet add column late_follow_ups text;
