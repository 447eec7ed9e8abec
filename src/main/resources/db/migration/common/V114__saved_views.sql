-- 常用视图: the filters of the ledger that a person keeps under names of his own. A place from 1 to 20, so that there are never more.
create table ledger_view (
    account    varchar(64)   not null,
    place      integer       not null check (place between 1 and 20),
    name       varchar(20)   not null,
    address    varchar(2000) not null,                       -- the filter and the order, as the ledger's address writes them
    opens      boolean       default false not null,         -- whether the ledger opens with it
    primary key (account, place),
    unique (account, name)
);
