-- A task that ends without an answer (a timer, an office's act) leaves what was typed to its writer, who is given it in the next task of the same
-- step of the same case. Null in a start form's row, and in a former version's until it is saved again or its task ends.
alter table draft add column step  varchar(80);             -- the element in the diagram
alter table draft add column about varchar(60);             -- the number of the assignment, else of the outcome
create index draft_about on draft (about, step);
-- From here on a row stays as long as its form may be filled in, also with nothing in it: the number of what was saved begins at 1 but once.
