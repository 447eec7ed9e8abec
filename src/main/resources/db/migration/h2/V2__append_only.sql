-- The trail is permanent: the database itself refuses to change it.
create trigger event_no_update before update on event for each row call "org.bihuan.ledger.AppendOnly";
create trigger event_no_delete before delete on event for each row call "org.bihuan.ledger.AppendOnly";
