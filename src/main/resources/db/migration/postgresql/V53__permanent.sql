-- Each table that promises to keep what it has: the database itself refuses to change it, and to empty it.
create trigger answer_append_only before update or delete on answer
    for each row execute function is_permanent();
create trigger answer_value_append_only before update or delete on answer_value
    for each row execute function is_permanent();
create trigger reply_point_append_only before update or delete on reply_point
    for each row execute function is_permanent();
create trigger measure_append_only before update or delete on measure
    for each row execute function is_permanent();
create trigger look_back_evidence_append_only before update or delete on look_back_evidence
    for each row execute function is_permanent();
create trigger tracking_evidence_append_only before update or delete on tracking_evidence
    for each row execute function is_permanent();
create trigger clock_entry_append_only before update or delete on clock_entry
    for each row execute function is_permanent();
create trigger correction_append_only before update or delete on correction
    for each row execute function is_permanent();
create trigger withdrawal_append_only before update or delete on withdrawal
    for each row execute function is_permanent();
create trigger document_append_only before update or delete on document
    for each row execute function is_permanent();
create trigger event_no_truncate before truncate on event
    for each statement execute function is_permanent();
create trigger document_file_no_truncate before truncate on document_file
    for each statement execute function is_permanent();
create trigger attachment_no_truncate before truncate on attachment
    for each statement execute function is_permanent();
create trigger answer_no_truncate before truncate on answer
    for each statement execute function is_permanent();
create trigger answer_value_no_truncate before truncate on answer_value
    for each statement execute function is_permanent();
create trigger reply_point_no_truncate before truncate on reply_point
    for each statement execute function is_permanent();
create trigger measure_no_truncate before truncate on measure
    for each statement execute function is_permanent();
create trigger look_back_evidence_no_truncate before truncate on look_back_evidence
    for each statement execute function is_permanent();
create trigger tracking_evidence_no_truncate before truncate on tracking_evidence
    for each statement execute function is_permanent();
create trigger clock_entry_no_truncate before truncate on clock_entry
    for each statement execute function is_permanent();
create trigger correction_no_truncate before truncate on correction
    for each statement execute function is_permanent();
create trigger withdrawal_no_truncate before truncate on withdrawal
    for each statement execute function is_permanent();
create trigger document_no_truncate before truncate on document
    for each statement execute function is_permanent();
