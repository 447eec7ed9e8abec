-- How long a reply and a 协办意见 may take is what the decision tables said when it was received (P2M, P6W, P45D): a later table changes only what is
-- received afterwards, and another calendar counts anew with the same period. What was received before had two months, and one.
alter table assignment add column reply_period varchar(10);
update assignment set reply_period = 'P2M' where received_on is not null;
alter table co_opinion add column limit_period varchar(10);
update co_opinion set limit_period = 'P1M';

-- What a 批示 is about is kept in Chinese, as the form offers it: an analyst adds a category there and in the decision table.
update instruction set category = case category when 'development' then '经济发展' when 'agriculture' then '农业农村' when 'urban' then '城乡建设'
    when 'livelihood' then '民生事业' when 'governance' then '社会治理' when 'culture' then '文化文史' when 'other' then '其他' else category end
    where category is not null;
