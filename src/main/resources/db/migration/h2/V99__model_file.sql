-- The files of sets of models: V100. Bytes are kept once; only their type differs between the databases.
create table model_file (
    hash        varchar(64)  primary key,                    -- SHA-256 of the bytes
    size_bytes  bigint       not null,
    content     blob not null
);
