-- The ledger's filter 已撤回 finds outcomes that were withdrawn before they had assignments, and the figures count those withdrawn as a whole.
create index outcome_closing on outcome (closing);
