create trigger attachment_withdrawal_append_only before update or delete on attachment_withdrawal
    for each row execute function is_permanent();
create trigger attachment_withdrawal_no_truncate before truncate on attachment_withdrawal
    for each statement execute function is_permanent();
