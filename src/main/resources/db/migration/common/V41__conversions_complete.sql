-- Each conversion is a record of its own: what its kind asks for stands in columns, and it names the document that came of it.
alter table conversion add column cause        varchar(2000);   -- 提案: 案由
alter table conversion add column situation    varchar(2000);   -- 情况
alter table conversion add column analysis     varchar(2000);   -- 社情民意信息: 分析
alter table conversion add column proposal     varchar(2000);   -- 建议
alter table conversion add column reasons      varchar(2000);   -- 参阅件: 不采纳理由
alter table conversion add column policy_basis varchar(2000);   -- 参阅件: 政策依据
alter table conversion add column addressee    varchar(200);    -- 参阅件: 说明对象
alter table conversion add column distribution varchar(200);    -- 参阅件: 发送范围
alter table conversion add column signer       varchar(64);     -- 参阅件: 签发人
alter table conversion add column adoption     varchar(20);     -- 社情民意信息: 录用情况: district, city, province, national
alter table conversion add column issue_no     integer;         -- 期号 within the year
alter table conversion add column decided_on   date;
alter table conversion add column document_id  bigint references document;
