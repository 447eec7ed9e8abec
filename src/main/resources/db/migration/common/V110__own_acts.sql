-- The first screen tells an account what it did last: the latest acts of one actor, without reading everybody else's.
create index event_actor on event (actor, id);
