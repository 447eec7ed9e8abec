-- How long a reply and a 协办意见 may take is what the decision tables said when it was received (P2M, P6W, P45D): a later table changes only what is
-- received afterwards, and another calendar counts anew with the same period. What was received before had two months, and one.
alter table assignment add column reply_period varchar(10);
update assignment set reply_period = 'P2M' where received_on is not null;
alter table co_opinion add column limit_period varchar(10);
update co_opinion set limit_period = 'P1M';
