-- One index for each filter and each order of the ledger page; see LedgerRows.
create index outcome_registered on outcome (registered_at, id);
create index outcome_year_registered on outcome (submitted_year, registered_at, id);
create index outcome_committee_registered on outcome (committee, registered_at, id);
create index outcome_state on outcome (state, registered_at, id);
create index assignment_open_due on assignment (open_due_on);
create index assignment_state on assignment (state);
create index assignment_received on assignment (received_on);
create index assignment_replied on assignment (replied_on);
create index assignment_closed on assignment (closed_on);
create index assignment_unit_unit on assignment_unit (unit, assignment_id);
create index outcome_member_member on outcome_member (member, outcome_id);

-- what a page adds to its rows is fetched by these
create index implementation_report_assignment on implementation_report (assignment_id, id);
create index reassignment_assignment on reassignment (assignment_id);
create index inspection_assignment on inspection (assignment_id);
