-- What decided how cases ran, and when, is not changed and does not go: V99, V100.
create trigger model_file_no_update before update on model_file for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_file_no_delete before delete on model_file for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_set_no_update before update on model_set for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_set_no_delete before delete on model_set for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_set_file_no_update before update on model_set_file for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_set_file_no_delete before delete on model_set_file for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_force_no_update before update on model_force for each row call "org.bihuan.ledger.AppendOnly";
create trigger model_force_no_delete before delete on model_force for each row call "org.bihuan.ledger.AppendOnly";
