-- What a rehearsal said before a set came into force is not changed and does not go: V109.
create trigger model_rehearsal_no_update before update on model_rehearsal for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_rehearsal_no_delete before delete on model_rehearsal for each row call "org.bihuan.ledger.AppendOnly";
