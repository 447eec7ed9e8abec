-- What the ledger page searches and sorts by, kept by the database itself. H2 has the same beside.

-- the day by which a reply is owed now: the due day, or that of an extension; a promise made after it puts out no red light. Null when nothing is owed
alter table assignment add column open_due_on date generated always as (
    case when replied_on is null and state in ('ASSIGNED', 'RECEIVED', 'OVERDUE') then coalesce(extended_on, due_on) end) stored;

-- the year of 报送
alter table outcome add column submitted_year integer generated always as (extract(year from submitted_on)) stored;

-- number, title and submission number, in small letters
alter table outcome add column search_text text generated always as (lower(id || ' ' || title || ' ' || coalesce(submission_no, ''))) stored;

-- Chinese has no spaces between words, and most words have two characters: single characters and pairs are indexed. pg_trgm
-- would be of no use, it finds nothing shorter than three, and nothing Chinese at all in a database of locale C.
create function ledger_grams(searched text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct substr(searched, place, width)), '{}')
    from generate_series(1, length(searched)) place, generate_series(1, 2) width
    where place + width - 1 <= length(searched)
$$;
create function ledger_finds(searched text, sought text) returns boolean language sql immutable parallel safe as $$
    select ledger_grams(searched) @> ledger_grams(sought) and strpos(searched, sought) > 0
$$;
create index outcome_search on outcome using gin (ledger_grams(search_text));
