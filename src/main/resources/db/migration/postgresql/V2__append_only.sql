-- The trail is permanent: the database itself refuses to change it.
create function event_is_permanent() returns trigger language plpgsql as $$
begin
    raise exception 'the event trail is append-only';
end $$;
create trigger event_append_only before update or delete on event
    for each row execute function event_is_permanent();
