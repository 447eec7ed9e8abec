-- What somebody was called when he signed stays.
create trigger known_as_no_update before update on known_as for each row call "org.bihuan.ledger.AppendOnly";
create trigger known_as_no_delete before delete on known_as for each row call "org.bihuan.ledger.AppendOnly";
