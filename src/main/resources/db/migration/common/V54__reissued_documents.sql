-- 更正 of an issued document issues it anew: the next version, made from what the first said with what was corrected.
alter table document_file add column facts text;             -- what it says, JSON by tag; null for files of a former version
alter table document_file add column correction_id bigint references correction;
