-- 已提交的启动表单: which form, by the key with which it was shown, has started what; so that the same form sent twice starts once. Kept for some weeks.
create table sent_form (
    account       varchar(64)  not null,
    form_key      varchar(100) not null,
    process_key   varchar(64)  not null,                     -- whose start form it is
    answer_sha256 varchar(64)  not null,                     -- of what was filled in
    sent_at       timestamp with time zone not null,
    instance_id   varchar(64),                               -- what was started, as the engine calls it; null only within the transaction
    definition_id varchar(255),
    business_key  varchar(255),
    ended         boolean      not null default false,       -- whether it had ended already when the sender was told
    primary key (account, form_key)
);
create index sent_form_sent on sent_form (sent_at);
