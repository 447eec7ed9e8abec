-- 未提交的文字: what a person has typed into a form and not handed in yet, his alone. No answer: it is gone with the task, or with what was started.
create table draft (
    account    varchar(64) not null,
    kind       varchar(10) not null,                         -- task or start
    place      varchar(64) not null,                         -- the engine's id of the task; the key of the process whose start form it is
    version    integer     not null,                         -- counts what was saved, so that of two browsers none writes over the other unseen
    fields     text        not null,                         -- JSON, by field: what was typed, and marks of what the form began with
    saved_at   timestamp with time zone not null,
    primary key (account, kind, place)
);
create index draft_place on draft (place);
create index draft_saved on draft (saved_at);
