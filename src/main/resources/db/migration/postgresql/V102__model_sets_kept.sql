-- What decided how cases ran, and when, is not changed and does not go: V99, V100.
create trigger model_file_append_only before update or delete on model_file
    for each row execute function is_permanent();
create trigger model_file_no_truncate before truncate on model_file
    for each statement execute function is_permanent();
create trigger model_set_append_only before update or delete on model_set
    for each row execute function is_permanent();
create trigger model_set_no_truncate before truncate on model_set
    for each statement execute function is_permanent();
create trigger model_set_file_append_only before update or delete on model_set_file
    for each row execute function is_permanent();
create trigger model_set_file_no_truncate before truncate on model_set_file
    for each statement execute function is_permanent();
create trigger model_force_append_only before update or delete on model_force
    for each row execute function is_permanent();
create trigger model_force_no_truncate before truncate on model_force
    for each statement execute function is_permanent();
