-- 任务时限: what was told of an open task and its day. Step 0 is the reminder before it, 1, 2, … the superior after it, five working days apart.
create table task_telling (
    task_id    varchar(64) not null,                         -- the engine's, as long as the task is open
    due_on     date        not null,                         -- the day it was told of: one that moves is told of anew
    step       integer     not null,
    told_at    timestamp with time zone not null,
    primary key (task_id, due_on, step)
);

-- 超期任务 in the weekly sheet, as JSON; sheets from before have none.
alter table overdue_sheet add column late_tasks text;
