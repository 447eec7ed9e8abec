-- Who is logged in, for every node and over restarts. The columns are those of Spring Session, which writes them; times are milliseconds.
create table web_session (
    primary_id            varchar(36)  primary key,
    session_id            varchar(36)  not null unique,
    creation_time         bigint       not null,
    last_access_time      bigint       not null,
    max_inactive_interval integer      not null,
    expiry_time           bigint       not null,
    principal_name        varchar(100)
);
create index web_session_expiry on web_session (expiry_time);

create table web_session_attributes (
    session_primary_id varchar(36)  not null references web_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
