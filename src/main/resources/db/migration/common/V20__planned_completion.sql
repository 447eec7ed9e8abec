-- A reply of class B (列入计划) names the day on which it will be done; the look-back comes on that day.
alter table reply_draft add column planned_on date;
alter table assignment add column planned_on date;
