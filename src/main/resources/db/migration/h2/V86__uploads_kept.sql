create trigger attachment_withdrawal_no_update before update on attachment_withdrawal for each row call "org.bihuan.ledger.AppendOnly";
create trigger attachment_withdrawal_no_delete before delete on attachment_withdrawal for each row call "org.bihuan.ledger.AppendOnly";
