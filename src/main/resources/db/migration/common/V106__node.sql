-- 节点: the processes that run on this database. What a dead one had in hand goes to another, and the rehearsal clock waits for all.
create table node (
    id      varchar(255) primary key,                        -- as the engine's jobs name who has them in hand
    seen_at timestamp with time zone not null,               -- by the database's own clock
    stands  boolean      not null                            -- still, while another moves the clock
);

alter table rehearsal_clock add column mover varchar(255);   -- the node that moves it now
