-- What a rehearsal said before a set came into force is not changed and does not go: V109.
create trigger model_rehearsal_append_only before update or delete on model_rehearsal
    for each row execute function is_permanent();
create trigger model_rehearsal_no_truncate before truncate on model_rehearsal
    for each statement execute function is_permanent();
