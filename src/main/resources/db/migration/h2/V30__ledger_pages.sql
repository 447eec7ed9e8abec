-- What the ledger page searches and sorts by, kept by the database itself. PostgreSQL has the same beside.

-- the day by which a reply is owed now: the due day, or that of an extension; a promise made after it puts out no red light. Null when nothing is owed
alter table assignment add column open_due_on date generated always as (
    case when replied_on is null and state in ('ASSIGNED', 'RECEIVED', 'OVERDUE') then coalesce(extended_on, due_on) end);

-- the year of 报送
alter table outcome add column submitted_year integer generated always as (extract(year from submitted_on));

-- number, title and submission number, in small letters
alter table outcome add column search_text varchar(1000) generated always as (lower(id || ' ' || title || ' ' || coalesce(submission_no, '')));

create alias ledger_finds for "org.bihuan.ledger.LedgerText.finds";
