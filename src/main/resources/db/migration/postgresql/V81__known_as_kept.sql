-- What somebody was called when he signed stays.
create trigger known_as_append_only before update or delete on known_as
    for each row execute function is_permanent();
create trigger known_as_no_truncate before truncate on known_as
    for each statement execute function is_permanent();
