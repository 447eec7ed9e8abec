-- What was uploaded by mistake, and how much each unit and everybody uploaded on a day (in Shanghai). The files of a case are counted by their rows.
create table attachment_withdrawal (
    attachment_id bigint       primary key references attachment,
    reason        varchar(400) not null,
    withdrawn_by  varchar(64)  not null,
    withdrawn_at  timestamp with time zone not null
);

create table upload_count (
    scope      varchar(64) not null,                         -- a unit, committee or office, an account of none, * for everybody
    upload_day date        not null,
    size_bytes bigint      not null,
    primary key (scope, upload_day)
);
