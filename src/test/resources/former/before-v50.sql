-- Three cases of a replayed sample year as the version before V50 kept them.
insert into outcome (id, process_instance_id, title, kind, committee, background, summary, state, follow_up_committee, submission_no,
    submitted_on, registered_by, registered_at, closed_at, closing)
    values ('CG2022-10', '1e2b142d-e924-11f1-8a12-02fc00000001', '社区矛盾纠纷多元化解', 'research', 'committee-shefa',
        '邻里、物业、家庭纠纷多发，社区调解力量不足，小事容易拖大。',
        '邻里、物业、家庭纠纷多发，社区调解力量不足，小事容易拖大。

走访十六个社区，专职调解员人均要管两千户，物业类纠纷占六成。

为此建议：建立社区一站式调解室，整合法官、律师、网格员'
        || '力量。

（已按征求到的意见修改完善。）',
        'CLOSED', 'committee-shefa', '泰姜协成〔2022〕10号', '2022-06-09', 'shefa1', '2022-05-09 09:05:09+08', '2022-11-15 09:05:09+08',
        'implemented');
insert into outcome (id, process_instance_id, title, kind, committee, background, summary, state, follow_up_committee, submission_no,
    submitted_on, registered_by, registered_at, closed_at, closing)
    values ('CG2022-4', '1748d74d-e924-11f1-8a12-02fc00000001', '基层派出所改造', 'research', 'committee-chengxiang',
        '派出所处在社会治理的最前沿。不少派出所建于上世纪，办公用房紧张，接处警条件与所担负的任务不相称，群众办事也不方便。',
        '区政协城乡委组织委员，集中走访了全区各镇街的派出所，个别走访了民警和群众，召开了不同层面的座谈会。

一、成绩。各派出所克服困难，承担了全区绝大部分接处警任务，群众安全感稳步提升。'
        || '

二、问题。一是经费不足，修缮和改造没有稳定来源；二是办公条件简陋，办案区达标率低，窗口分散；三是装备落后，更新不及时，影响快速反应。

三、建议。列入计划、改善条件、更新装备，'
        || '三年内分批改造到位。

（已按征求到的意见修改完善。）',
        'CLOSED', 'committee-chengxiang', '泰姜协成〔2022〕4号', '2022-03-23', 'chengxiang1', '2022-02-21 09:05:03+08',
        '2022-07-18 09:05:03+08', 'implemented');
insert into outcome (id, process_instance_id, title, kind, committee, background, summary, state, follow_up_committee, submission_no,
    submitted_on, registered_by, registered_at, closed_at, closing)
    values ('CG2023-3', '434c8a6e-e924-11f1-8a12-02fc00000001', '电动自行车充电安全治理', 'research', 'committee-chengxiang',
        '电动自行车进楼入户充电屡禁不止，火灾隐患突出。',
        '电动自行车进楼入户充电屡禁不止，火灾隐患突出。

夜查三十二个小区，飞线充电一百四十余处，集中充电设施缺口大。

为此建议：加快小区集中充电设施建设；加强执法检查和宣传。

（已按'
        || '征求到的意见修改完善。）', 'HANDLING', 'committee-chengxiang', '泰姜协成〔2023〕4号', '2023-03-15', 'chengxiang1',
        '2023-02-13 09:05:27+08', null, null);
insert into outcome_member (outcome_id, member)
    values ('CG2022-10', 'weiyuan2');
insert into outcome_member (outcome_id, member)
    values ('CG2022-10', 'weiyuan5');
insert into outcome_member (outcome_id, member)
    values ('CG2022-4', 'weiyuan1');
insert into outcome_member (outcome_id, member)
    values ('CG2022-4', 'weiyuan2');
insert into outcome_member (outcome_id, member)
    values ('CG2022-4', 'weiyuan5');
insert into outcome_member (outcome_id, member)
    values ('CG2023-3', 'weiyuan4');
insert into outcome_member (outcome_id, member)
    values ('CG2023-3', 'weiyuan7');
insert into suggestion (id, outcome_id, seq, text)
    values ('CG2022-10-J1', 'CG2022-10', 1, '建立社区一站式调解室，整合法官、律师、网格员力量');
insert into suggestion (id, outcome_id, seq, text)
    values ('CG2022-4-J1', 'CG2022-4', 1, '将基层派出所改造列入区级基本建设计划，分年度保障经费');
insert into suggestion (id, outcome_id, seq, text)
    values ('CG2022-4-J2', 'CG2022-4', 2, '改善办公和接处警条件，设置规范的办案区和便民服务窗口');
insert into suggestion (id, outcome_id, seq, text)
    values ('CG2022-4-J3', 'CG2022-4', 3, '更新老化的警用装备和车辆，建立定期更新制度');
insert into suggestion (id, outcome_id, seq, text)
    values ('CG2023-3-J1', 'CG2023-3', 1, '加快小区集中充电设施建设');
insert into suggestion (id, outcome_id, seq, text)
    values ('CG2023-3-J2', 'CG2023-3', 2, '加强执法检查和宣传');
insert into assignment (id, outcome_id, seq, requirement, responsible_leader, lead_unit, state, assigned_by, assigned_at, delivered_at,
    received_on, receipt, due_on, due_provisional, promised_on, expires_at, replied_on, reply_class, tracked_class, next_look_back_on,
    look_back_limit_on, supervision_level, implemented_on, closed_on, extended_on, planned_on, redo_limit_on)
    values ('CG2022-10-1', 'CG2022-10', 1, '请逐条研究办理，两个月内书面答复；能立即办的立即办，需要分步实施的列出计划。', 'fuquzhang1', 'unit-minzheng', 'VERIFIED',
        'zhengfu1', '2022-06-16 09:05:09+08', '2022-06-16 09:10:09+08', '2022-06-17', 'signed', '2022-08-17', false, null,
        '2022-08-18 00:00:00+08', '2022-07-12', 'A', 'A', '2022-11-08', null, 0, '2022-10-09', '2022-11-15', null, null,
        '2022-10-24');
insert into assignment (id, outcome_id, seq, requirement, responsible_leader, lead_unit, state, assigned_by, assigned_at, delivered_at,
    received_on, receipt, due_on, due_provisional, promised_on, expires_at, replied_on, reply_class, tracked_class, next_look_back_on,
    look_back_limit_on, supervision_level, implemented_on, closed_on, extended_on, planned_on, redo_limit_on)
    values ('CG2022-4-1', 'CG2022-4', 1, '请公安局会同财政局、住房城乡建设局逐条研究，两个月内书面答复，年内完成首批改造。', 'fuquzhang1', 'unit-gongan', 'VERIFIED',
        'zhengfu1', '2022-03-30 09:05:03+08', '2022-03-30 09:10:03+08', '2022-03-31', 'signed', '2022-05-31', false, null,
        '2022-06-01 00:00:00+08', '2022-05-06', 'A', 'A', '2022-07-10', null, 0, '2022-06-10', '2022-07-18', null, null, null);
insert into assignment (id, outcome_id, seq, requirement, responsible_leader, lead_unit, state, assigned_by, assigned_at, delivered_at,
    received_on, receipt, due_on, due_provisional, promised_on, expires_at, replied_on, reply_class, tracked_class, next_look_back_on,
    look_back_limit_on, supervision_level, implemented_on, closed_on, extended_on, planned_on, redo_limit_on)
    values ('CG2023-3-1', 'CG2023-3', 1, '请逐条研究办理，两个月内书面答复；能立即办的立即办，需要分步实施的列出计划。', 'fuquzhang1', 'unit-gongan', 'REPLIED',
        'zhengfu1', '2023-03-22 09:05:27+08', '2023-03-22 09:10:27+08', '2023-03-23', 'signed', '2023-05-23', false, null,
        '2023-05-24 00:00:00+08', '2023-04-21', 'B', 'B', '2023-08-17', '2023-08-17', 3, '2023-05-29', null, null, '2023-10-20',
        null);
insert into assignment_suggestion (assignment_id, suggestion_id)
    values ('CG2022-10-1', 'CG2022-10-J1');
insert into assignment_suggestion (assignment_id, suggestion_id)
    values ('CG2022-4-1', 'CG2022-4-J1');
insert into assignment_suggestion (assignment_id, suggestion_id)
    values ('CG2022-4-1', 'CG2022-4-J2');
insert into assignment_suggestion (assignment_id, suggestion_id)
    values ('CG2022-4-1', 'CG2022-4-J3');
insert into assignment_suggestion (assignment_id, suggestion_id)
    values ('CG2023-3-1', 'CG2023-3-J1');
insert into assignment_suggestion (assignment_id, suggestion_id)
    values ('CG2023-3-1', 'CG2023-3-J2');
insert into assignment_unit (assignment_id, unit)
    values ('CG2022-4-1', 'unit-caizheng');
insert into assignment_unit (assignment_id, unit)
    values ('CG2022-4-1', 'unit-zhujian');
insert into assignment_unit (assignment_id, unit)
    values ('CG2023-3-1', 'unit-zhujian');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (7, 'submission', '泰姜协成〔2022〕4号', '关于报送《基层派出所改造》的报告', 'CG2022-4', null, '{"note":"null","leaders":["shuji1"]}',
        'zhengxie1', '2022-03-23 09:05:03+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (9, 'assignment', '泰姜办交〔2022〕4号', '关于交办《基层派出所改造》有关建议的通知', 'CG2022-4', 'CG2022-4-1',
        '{"requirement":"请公安局会同财政局、住房城乡建设局逐条研究，两个月内书面答复，年内完成首批改造。","unit":"unit-gongan","coUnits":['
        || '"unit-caizheng","unit-zhujian"]}', 'zhengfu1', '2022-03-30 09:05:03+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (17, 'reply', '泰姜复〔2022〕4号', '关于《基层派出所改造》有关建议的答复', 'CG2022-4', 'CG2022-4-1',
        '{"talk":"答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。","phone":"0523-88001003","reply":"CG2022-4-J1：区政'
        || '府已将派出所改造列入基本建设计划，今明两年安排专项经费，区镇两级按比例承担。\nCG2022-4-J2：已制定统一的功能分区标准，办案区、等候区、服务窗口一次设计到位。\nCG20'
        || '22-4-J3：已摸清装备缺口，按轻重缓急分两批采购，并建立更新台账。","class":"A","contact":"办公室"}', 'gongan1', '2022-05-06 09:05:03+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (27, 'submission', '泰姜协成〔2022〕10号', '关于报送《社区矛盾纠纷多元化解》的报告', 'CG2022-10', null,
        '{"note":"null","leaders":["changwei1"]}', 'zhengxie1', '2022-06-09 09:05:09+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (29, 'assignment', '泰姜办交〔2022〕10号', '关于交办《社区矛盾纠纷多元化解》有关建议的通知', 'CG2022-10', 'CG2022-10-1',
        '{"requirement":"请逐条研究办理，两个月内书面答复；能立即办的立即办，需要分步实施的列出计划。","unit":"unit-minzheng","coUnits":[' || ']}', 'zhengfu1',
        '2022-06-16 09:05:09+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (36, 'reply', '泰姜复〔2022〕10号', '关于《社区矛盾纠纷多元化解》有关建议的答复', 'CG2022-10', 'CG2022-10-1',
        '{"talk":"答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。","phone":"0523-88001009","reply":"CG2022-10-J1：十'
        || '六个社区调解室已挂牌，律师每周坐班。","class":"A","contact":"办公室"}', 'minzheng1', '2022-07-12 09:05:09+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (38, 'closing', '泰姜销〔2022〕4号', '销号单', 'CG2022-4', 'CG2022-4-1', '{"signers":["chengxiang1","dukao2"]}', 'chengxiang1',
        '2022-07-18 09:05:03+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (60, 'reply', '泰姜复〔2022〕16号', '关于《社区矛盾纠纷多元化解》有关建议的再次答复', 'CG2022-10', 'CG2022-10-1',
        '{"contact":"办公室","class":"A","phone":"0523-88001009","reply":"CG2022-10-J1：针对委员意见重新办理：调解纠纷' || '九百余件，成功率九成六。"}',
        'minzheng1', '2022-10-09 09:05:09+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (71, 'closing', '泰姜销〔2022〕12号', '销号单', 'CG2022-10', 'CG2022-10-1', '{"signers":["shefa1","dukao2"]}', 'shefa1',
        '2022-11-15 09:05:09+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (102, 'submission', '泰姜协成〔2023〕4号', '关于报送《电动自行车充电安全治理》的报告', 'CG2023-3', null, '{"note":"null","leaders":["shuji1"]}',
        'zhengxie1', '2023-03-15 09:05:27+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (105, 'assignment', '泰姜办交〔2023〕5号', '关于交办《电动自行车充电安全治理》有关建议的通知', 'CG2023-3', 'CG2023-3-1',
        '{"requirement":"请逐条研究办理，两个月内书面答复；能立即办的立即办，需要分步实施的列出计划。","unit":"unit-gongan","coUnits":["u' || 'nit-zhujian"]}',
        'zhengfu1', '2023-03-22 09:05:27+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (115, 'reply', '泰姜复〔2023〕6号', '关于《电动自行车充电安全治理》有关建议的答复', 'CG2023-3', 'CG2023-3-1',
        '{"talk":"答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。","phone":"0523-88001027","reply":"CG2023-3-J1：已会'
        || '同住建部门排定年度建设任务，新增充电端口八千个。\nCG2023-3-J2：每月开展夜查，宣传进小区。","class":"B","contact":"办公室"}', 'gongan1',
        '2023-04-21 09:05:27+08');
insert into document (id, kind, number, title, outcome_id, assignment_id, content, issued_by, issued_at)
    values (127, 'inspection', '泰姜专督〔2023〕2号', '专项督查单', 'CG2023-3', 'CG2023-3-1', '{"demands":"进度滞后于承诺，请明确责任人，倒排工期，逐项整改到位。"}',
        'dukao1', '2023-07-03 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (26, 'CG2022-4/submitted@committee-chengxiang', 'committee-chengxiang', 'CG2022-4', null, 'submitted',
        '协商成果《基层派出所改造》（CG2022-4）已报送区党政领导（泰姜协成〔2022〕4号）。', '2022-03-23 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (27, 'CG2022-4/submitted@weiyuan1', 'weiyuan1', 'CG2022-4', null, 'submitted',
        '协商成果《基层派出所改造》（CG2022-4）已报送区党政领导（泰姜协成〔2022〕4号）。', '2022-03-23 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (28, 'CG2022-4/submitted@weiyuan2', 'weiyuan2', 'CG2022-4', null, 'submitted',
        '协商成果《基层派出所改造》（CG2022-4）已报送区党政领导（泰姜协成〔2022〕4号）。', '2022-03-23 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (29, 'CG2022-4/submitted@weiyuan5', 'weiyuan5', 'CG2022-4', null, 'submitted',
        '协商成果《基层派出所改造》（CG2022-4）已报送区党政领导（泰姜协成〔2022〕4号）。', '2022-03-23 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (30, 'CG2022-4/submitted@party-office', 'party-office', 'CG2022-4', null, 'submitted',
        '协商成果《基层派出所改造》（CG2022-4）已报送区党政领导（泰姜协成〔2022〕4号）。', '2022-03-23 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (31, 'CG2022-4/submitted@gov-office', 'gov-office', 'CG2022-4', null, 'submitted',
        '协商成果《基层派出所改造》（CG2022-4）已报送区党政领导（泰姜协成〔2022〕4号）。', '2022-03-23 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (33, 'CG2022-4-1/assigned/unit-gongan/1648602603@unit-gongan', 'unit-gongan', 'CG2022-4', 'CG2022-4-1', 'assigned',
        '《基层派出所改造》的交办件 CG2022-4-1 已送达，请于 2022-04-02 前签收；逾期视为签收。', '2022-03-30 09:10:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (34, 'CG2022-4-1/assigned/co/1648602603@unit-caizheng', 'unit-caizheng', 'CG2022-4', 'CG2022-4-1', 'assigned',
        '《基层派出所改造》的交办件 CG2022-4-1 由贵单位协办，主办单位签收后请提出协办意见。', '2022-03-30 09:10:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (35, 'CG2022-4-1/assigned/co/1648602603@unit-zhujian', 'unit-zhujian', 'CG2022-4', 'CG2022-4-1', 'assigned',
        '《基层派出所改造》的交办件 CG2022-4-1 由贵单位协办，主办单位签收后请提出协办意见。', '2022-03-30 09:10:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (69, 'CG2022-4-1/replied@weiyuan1', 'weiyuan1', 'CG2022-4', 'CG2022-4-1', 'replied',
        '《基层派出所改造》的交办件 CG2022-4-1 已书面答复（泰姜复〔2022〕4号）。答复不等于落实，后续将回头看。', '2022-05-06 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (70, 'CG2022-4-1/replied@weiyuan2', 'weiyuan2', 'CG2022-4', 'CG2022-4-1', 'replied',
        '《基层派出所改造》的交办件 CG2022-4-1 已书面答复（泰姜复〔2022〕4号）。答复不等于落实，后续将回头看。', '2022-05-06 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (71, 'CG2022-4-1/replied@weiyuan5', 'weiyuan5', 'CG2022-4', 'CG2022-4-1', 'replied',
        '《基层派出所改造》的交办件 CG2022-4-1 已书面答复（泰姜复〔2022〕4号）。答复不等于落实，后续将回头看。', '2022-05-06 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (72, 'CG2022-4-1/replied@party-office', 'party-office', 'CG2022-4', 'CG2022-4-1', 'replied',
        '《基层派出所改造》的交办件 CG2022-4-1 已书面答复（泰姜复〔2022〕4号）。答复不等于落实，后续将回头看。', '2022-05-06 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (73, 'CG2022-4-1/replied@gov-office', 'gov-office', 'CG2022-4', 'CG2022-4-1', 'replied',
        '《基层派出所改造》的交办件 CG2022-4-1 已书面答复（泰姜复〔2022〕4号）。答复不等于落实，后续将回头看。', '2022-05-06 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (74, 'CG2022-4-1/replied@cppcc-office', 'cppcc-office', 'CG2022-4', 'CG2022-4-1', 'replied',
        '《基层派出所改造》的交办件 CG2022-4-1 已书面答复（泰姜复〔2022〕4号）。答复不等于落实，后续将回头看。', '2022-05-06 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (116, 'CG2022-10/submitted@committee-shefa', 'committee-shefa', 'CG2022-10', null, 'submitted',
        '协商成果《社区矛盾纠纷多元化解》（CG2022-10）已报送区党政领导（泰姜协成〔2022〕10号）。', '2022-06-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (117, 'CG2022-10/submitted@weiyuan2', 'weiyuan2', 'CG2022-10', null, 'submitted',
        '协商成果《社区矛盾纠纷多元化解》（CG2022-10）已报送区党政领导（泰姜协成〔2022〕10号）。', '2022-06-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (118, 'CG2022-10/submitted@weiyuan5', 'weiyuan5', 'CG2022-10', null, 'submitted',
        '协商成果《社区矛盾纠纷多元化解》（CG2022-10）已报送区党政领导（泰姜协成〔2022〕10号）。', '2022-06-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (119, 'CG2022-10/submitted@party-office', 'party-office', 'CG2022-10', null, 'submitted',
        '协商成果《社区矛盾纠纷多元化解》（CG2022-10）已报送区党政领导（泰姜协成〔2022〕10号）。', '2022-06-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (120, 'CG2022-10/submitted@gov-office', 'gov-office', 'CG2022-10', null, 'submitted',
        '协商成果《社区矛盾纠纷多元化解》（CG2022-10）已报送区党政领导（泰姜协成〔2022〕10号）。', '2022-06-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (121, 'CG2022-4-1/implemented/2022-06-10@party-office', 'party-office', 'CG2022-4', 'CG2022-4-1', 'implemented',
        '交办件 CG2022-4-1 报告落实完成（2022-06-10），定于 2022-07-10 回头看。', '2022-06-10 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (122, 'CG2022-4-1/implemented/2022-06-10@gov-office', 'gov-office', 'CG2022-4', 'CG2022-4-1', 'implemented',
        '交办件 CG2022-4-1 报告落实完成（2022-06-10），定于 2022-07-10 回头看。', '2022-06-10 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (123, 'CG2022-4-1/implemented/2022-06-10@cppcc-office', 'cppcc-office', 'CG2022-4', 'CG2022-4-1', 'implemented',
        '交办件 CG2022-4-1 报告落实完成（2022-06-10），定于 2022-07-10 回头看。', '2022-06-10 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (129, 'CG2022-10-1/assigned/unit-minzheng/1655341809@unit-minzheng', 'unit-minzheng', 'CG2022-10', 'CG2022-10-1',
        'assigned', '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 已送达，请于 2022-06-21 前签收；逾期视为签收。', '2022-06-16 09:10:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (166, 'CG2022-10-1/replied@weiyuan2', 'weiyuan2', 'CG2022-10', 'CG2022-10-1', 'replied',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 已书面答复（泰姜复〔2022〕10号）。答复不等于落实，后续将回头看。', '2022-07-12 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (167, 'CG2022-10-1/replied@weiyuan5', 'weiyuan5', 'CG2022-10', 'CG2022-10-1', 'replied',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 已书面答复（泰姜复〔2022〕10号）。答复不等于落实，后续将回头看。', '2022-07-12 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (168, 'CG2022-10-1/replied@party-office', 'party-office', 'CG2022-10', 'CG2022-10-1', 'replied',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 已书面答复（泰姜复〔2022〕10号）。答复不等于落实，后续将回头看。', '2022-07-12 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (169, 'CG2022-10-1/replied@gov-office', 'gov-office', 'CG2022-10', 'CG2022-10-1', 'replied',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 已书面答复（泰姜复〔2022〕10号）。答复不等于落实，后续将回头看。', '2022-07-12 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (170, 'CG2022-10-1/replied@cppcc-office', 'cppcc-office', 'CG2022-10', 'CG2022-10-1', 'replied',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 已书面答复（泰姜复〔2022〕10号）。答复不等于落实，后续将回头看。', '2022-07-12 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (172, 'CG2022-4-1/verified@weiyuan1', 'weiyuan1', 'CG2022-4', 'CG2022-4-1', 'verified',
        '交办件 CG2022-4-1 经回头看核查到位，已销号（泰姜销〔2022〕4号）。', '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (173, 'CG2022-4-1/verified@weiyuan2', 'weiyuan2', 'CG2022-4', 'CG2022-4-1', 'verified',
        '交办件 CG2022-4-1 经回头看核查到位，已销号（泰姜销〔2022〕4号）。', '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (174, 'CG2022-4-1/verified@weiyuan5', 'weiyuan5', 'CG2022-4', 'CG2022-4-1', 'verified',
        '交办件 CG2022-4-1 经回头看核查到位，已销号（泰姜销〔2022〕4号）。', '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (175, 'CG2022-4/closed@weiyuan1', 'weiyuan1', 'CG2022-4', null, 'closed', '您参与的协商成果《基层派出所改造》（CG2022-4）已办结。',
        '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (176, 'CG2022-4/closed@weiyuan2', 'weiyuan2', 'CG2022-4', null, 'closed', '您参与的协商成果《基层派出所改造》（CG2022-4）已办结。',
        '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (177, 'CG2022-4/closed@weiyuan5', 'weiyuan5', 'CG2022-4', null, 'closed', '您参与的协商成果《基层派出所改造》（CG2022-4）已办结。',
        '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (178, 'CG2022-4/closed@committee-chengxiang', 'committee-chengxiang', 'CG2022-4', null, 'closed',
        '协商成果《基层派出所改造》（CG2022-4）已办结。', '2022-07-18 09:05:03+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (222, 'CG2022-10-1/implemented/2022-08-16@party-office', 'party-office', 'CG2022-10', 'CG2022-10-1', 'implemented',
        '交办件 CG2022-10-1 报告落实完成（2022-08-16），定于 2022-09-15 回头看。', '2022-08-16 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (223, 'CG2022-10-1/implemented/2022-08-16@gov-office', 'gov-office', 'CG2022-10', 'CG2022-10-1', 'implemented',
        '交办件 CG2022-10-1 报告落实完成（2022-08-16），定于 2022-09-15 回头看。', '2022-08-16 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (224, 'CG2022-10-1/implemented/2022-08-16@cppcc-office', 'cppcc-office', 'CG2022-10', 'CG2022-10-1', 'implemented',
        '交办件 CG2022-10-1 报告落实完成（2022-08-16），定于 2022-09-15 回头看。', '2022-08-16 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (275, 'CG2022-10-1/redo-ordered@unit-minzheng', 'unit-minzheng', 'CG2022-10', 'CG2022-10-1', 'redo-ordered',
        '交办件 CG2022-10-1 经评价有不满意，须于 2022-10-24 前重新办理并书面答复。', '2022-09-22 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (276, 'CG2022-10-1/redo-ordered@party-office', 'party-office', 'CG2022-10', 'CG2022-10-1', 'redo-ordered',
        '交办件 CG2022-10-1 经评价有不满意，须于 2022-10-24 前重新办理并书面答复。', '2022-09-22 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (277, 'CG2022-10-1/redo-ordered@gov-office', 'gov-office', 'CG2022-10', 'CG2022-10-1', 'redo-ordered',
        '交办件 CG2022-10-1 经评价有不满意，须于 2022-10-24 前重新办理并书面答复。', '2022-09-22 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (278, 'CG2022-10-1/redo-ordered@cppcc-office', 'cppcc-office', 'CG2022-10', 'CG2022-10-1', 'redo-ordered',
        '交办件 CG2022-10-1 经评价有不满意，须于 2022-10-24 前重新办理并书面答复。', '2022-09-22 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (288, 'CG2022-10-1/replied-again@weiyuan2', 'weiyuan2', 'CG2022-10', 'CG2022-10-1', 'replied-again',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 经重新办理，已再次书面答复（泰姜复〔2022〕16号），定于 2022-11-08 回头看。', '2022-10-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (289, 'CG2022-10-1/replied-again@weiyuan5', 'weiyuan5', 'CG2022-10', 'CG2022-10-1', 'replied-again',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 经重新办理，已再次书面答复（泰姜复〔2022〕16号），定于 2022-11-08 回头看。', '2022-10-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (290, 'CG2022-10-1/replied-again@party-office', 'party-office', 'CG2022-10', 'CG2022-10-1', 'replied-again',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 经重新办理，已再次书面答复（泰姜复〔2022〕16号），定于 2022-11-08 回头看。', '2022-10-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (291, 'CG2022-10-1/replied-again@gov-office', 'gov-office', 'CG2022-10', 'CG2022-10-1', 'replied-again',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 经重新办理，已再次书面答复（泰姜复〔2022〕16号），定于 2022-11-08 回头看。', '2022-10-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (292, 'CG2022-10-1/replied-again@cppcc-office', 'cppcc-office', 'CG2022-10', 'CG2022-10-1', 'replied-again',
        '《社区矛盾纠纷多元化解》的交办件 CG2022-10-1 经重新办理，已再次书面答复（泰姜复〔2022〕16号），定于 2022-11-08 回头看。', '2022-10-09 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (342, 'CG2022-10-1/verified@weiyuan2', 'weiyuan2', 'CG2022-10', 'CG2022-10-1', 'verified',
        '交办件 CG2022-10-1 经回头看核查到位，已销号（泰姜销〔2022〕12号）。', '2022-11-15 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (343, 'CG2022-10-1/verified@weiyuan5', 'weiyuan5', 'CG2022-10', 'CG2022-10-1', 'verified',
        '交办件 CG2022-10-1 经回头看核查到位，已销号（泰姜销〔2022〕12号）。', '2022-11-15 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (344, 'CG2022-10/closed@weiyuan2', 'weiyuan2', 'CG2022-10', null, 'closed', '您参与的协商成果《社区矛盾纠纷多元化解》（CG2022-10）已办结。',
        '2022-11-15 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (345, 'CG2022-10/closed@weiyuan5', 'weiyuan5', 'CG2022-10', null, 'closed', '您参与的协商成果《社区矛盾纠纷多元化解》（CG2022-10）已办结。',
        '2022-11-15 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (346, 'CG2022-10/closed@committee-shefa', 'committee-shefa', 'CG2022-10', null, 'closed',
        '协商成果《社区矛盾纠纷多元化解》（CG2022-10）已办结。', '2022-11-15 09:05:09+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (501, 'CG2023-3/submitted@committee-chengxiang', 'committee-chengxiang', 'CG2023-3', null, 'submitted',
        '协商成果《电动自行车充电安全治理》（CG2023-3）已报送区党政领导（泰姜协成〔2023〕4号）。', '2023-03-15 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (502, 'CG2023-3/submitted@weiyuan4', 'weiyuan4', 'CG2023-3', null, 'submitted',
        '协商成果《电动自行车充电安全治理》（CG2023-3）已报送区党政领导（泰姜协成〔2023〕4号）。', '2023-03-15 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (503, 'CG2023-3/submitted@weiyuan7', 'weiyuan7', 'CG2023-3', null, 'submitted',
        '协商成果《电动自行车充电安全治理》（CG2023-3）已报送区党政领导（泰姜协成〔2023〕4号）。', '2023-03-15 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (504, 'CG2023-3/submitted@party-office', 'party-office', 'CG2023-3', null, 'submitted',
        '协商成果《电动自行车充电安全治理》（CG2023-3）已报送区党政领导（泰姜协成〔2023〕4号）。', '2023-03-15 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (505, 'CG2023-3/submitted@gov-office', 'gov-office', 'CG2023-3', null, 'submitted',
        '协商成果《电动自行车充电安全治理》（CG2023-3）已报送区党政领导（泰姜协成〔2023〕4号）。', '2023-03-15 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (516, 'CG2023-3-1/assigned/unit-gongan/1679447427@unit-gongan', 'unit-gongan', 'CG2023-3', 'CG2023-3-1', 'assigned',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 已送达，请于 2023-03-27 前签收；逾期视为签收。', '2023-03-22 09:10:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (517, 'CG2023-3-1/assigned/co/1679447427@unit-zhujian', 'unit-zhujian', 'CG2023-3', 'CG2023-3-1', 'assigned',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 由贵单位协办，主办单位签收后请提出协办意见。', '2023-03-22 09:10:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (561, 'CG2023-3-1/replied@weiyuan4', 'weiyuan4', 'CG2023-3', 'CG2023-3-1', 'replied',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 已书面答复（泰姜复〔2023〕6号）。答复不等于落实，后续将回头看。', '2023-04-21 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (562, 'CG2023-3-1/replied@weiyuan7', 'weiyuan7', 'CG2023-3', 'CG2023-3-1', 'replied',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 已书面答复（泰姜复〔2023〕6号）。答复不等于落实，后续将回头看。', '2023-04-21 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (563, 'CG2023-3-1/replied@party-office', 'party-office', 'CG2023-3', 'CG2023-3-1', 'replied',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 已书面答复（泰姜复〔2023〕6号）。答复不等于落实，后续将回头看。', '2023-04-21 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (564, 'CG2023-3-1/replied@gov-office', 'gov-office', 'CG2023-3', 'CG2023-3-1', 'replied',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 已书面答复（泰姜复〔2023〕6号）。答复不等于落实，后续将回头看。', '2023-04-21 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (565, 'CG2023-3-1/replied@cppcc-office', 'cppcc-office', 'CG2023-3', 'CG2023-3-1', 'replied',
        '《电动自行车充电安全治理》的交办件 CG2023-3-1 已书面答复（泰姜复〔2023〕6号）。答复不等于落实，后续将回头看。', '2023-04-21 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (597, 'CG2023-3-1/implemented/2023-05-29@party-office', 'party-office', 'CG2023-3', 'CG2023-3-1', 'implemented',
        '交办件 CG2023-3-1 报告落实完成（2023-05-29），定于 2023-06-28 回头看。', '2023-05-29 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (598, 'CG2023-3-1/implemented/2023-05-29@gov-office', 'gov-office', 'CG2023-3', 'CG2023-3-1', 'implemented',
        '交办件 CG2023-3-1 报告落实完成（2023-05-29），定于 2023-06-28 回头看。', '2023-05-29 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (599, 'CG2023-3-1/implemented/2023-05-29@cppcc-office', 'cppcc-office', 'CG2023-3', 'CG2023-3-1', 'implemented',
        '交办件 CG2023-3-1 报告落实完成（2023-05-29），定于 2023-06-28 回头看。', '2023-05-29 09:05:27+08');
insert into notice (id, uid, recipient, outcome_id, assignment_id, kind, text, created_at)
    values (622, 'CG2023-3-1/reminder@unit-gongan', 'unit-gongan', 'CG2023-3', 'CG2023-3-1', 'reminder',
        '提醒：交办件 CG2023-3-1 经回头看尚未到位或进展迟缓，请按新的期限抓紧落实。', '2023-06-29 09:10:27+08');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (40, '8a3f5106-a5b5-4857-bb92-ee3d7808eba2', '2022-02-21 09:05:03+08', 'chengxiang1', 'topic-registered', 'CG2022-4',
        null, null, null, '{"title":"基层派出所改造","background":"派出所处在社会治理的最前沿。不少派出所建于上世纪，办公用房紧张，接处警条件与所担负的任务不相称，群众办事也不方便。'
        || '","committee":"committee-chengxiang"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (42, 'bad688f7-93f0-49df-9c85-11c75e2357ad', '2022-02-22 09:05:03+08', 'chengxiang1', 'research-planned', 'CG2022-4',
        null, 'task_planResearch', '174a0fd7-e924-11f1-8a12-02fc00000001',
        '{"members":["weiyuan1","weiyuan2","weiyuan5"],"plan":"围绕“基层派出所改造”，由委员和专委会组成调研组，先集中走访、再个别访谈' || '，最后召开座谈会，十个工作日内形成初步成果。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (54, '0ada98e2-b719-4e66-b16c-92fd699cf6a5', '2022-03-01 09:05:03+08', 'chengxiang1', 'attachment-added', 'CG2022-4',
        null, 'task_recordResearch', '175c868a-e924-11f1-8a12-02fc00000001',
        '{"sha256":"2ce6d24a78e6ff468215ceb138a337d844516a81525d7f2d0f6369cc239582ba","name":"座谈会记录' || '（有签到）.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (55, '30ff1ac2-4d80-47e0-ab00-ad7bb9a76a37', '2022-03-01 09:05:03+08', 'chengxiang1', 'attachment-added', 'CG2022-4',
        null, 'task_recordResearch', '175c868a-e924-11f1-8a12-02fc00000001',
        '{"sha256":"6cc9fdd0aa23c385cbbd659e1fd6fd2e28e49fe307f593f9d022af4bbd9a8b97","name":"走访现场照' || '片说明.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (56, '87518c65-374f-41e4-a076-1fc637c1cdff', '2022-03-01 09:05:03+08', 'chengxiang1', 'research-recorded', 'CG2022-4',
        null, 'task_recordResearch', '175c868a-e924-11f1-8a12-02fc00000001',
        '{"records":[{"place":"全区各镇街派出所","heldOn":"2022-02-28","kind":"group-visit","findings":"分两组'
        || '集中走访各镇街派出所，实地察看办公用房、办案区和装备库。多数用房建成已逾二十年，屋面渗漏、功能混用，办案区达标的不足一半。"},{"place":"部分派出所所长、社区民警和报案群'
        || '众","heldOn":"2022-02-28","kind":"single-visit","findings":"个别走访了解到，民警备勤室不足，装备更新靠临时调剂；群众反映窗'
        || '口分散、等候无处可坐。"},{"place":"区公安局，派出所所长座谈会","heldOn":"2022-02-28","kind":"symposium","findings"'
        || ':"所长们一致反映经费不足：日常修缮无专项来源，镇街财力有限，项目年年报、年年缓。"},{"place":"镇街政府，基层干部和群众代表座谈会","heldOn":"2022-02'
        || '-28","kind":"symposium","findings":"镇街干部愿意配套，希望区里定标准、定计划；群众代表盼望就近办事、办一次成。"}]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (60, 'd19ec2a1-a68b-483c-9f5d-c7bd2e058643', '2022-03-04 09:05:03+08', 'chengxiang1', 'report-drafted', 'CG2022-4',
        null, 'task_draftReport', '183f6c3c-e924-11f1-8a12-02fc00000001',
        '{"asked":["unit-gongan","weiyuan1"],"suggestions":[{"text":"将基层派出所改造列入区级基本建设计划，分年度保障经费"},{'
        || '"text":"改善办公和接处警条件，设置规范的办案区和便民服务窗口"},{"text":"更新老化的警用装备和车辆，建立定期更新制度"}],"report":"区政协城乡委组织委'
        || '员，集中走访了全区各镇街的派出所，个别走访了民警和群众，召开了不同层面的座谈会。\n\n一、成绩。各派出所克服困难，承担了全区绝大部分接处警任务，群众安全感稳步提升。\n\n二、问'
        || '题。一是经费不足，修缮和改造没有稳定来源；二是办公条件简陋，办案区达标率低，窗口分散；三是装备落后，更新不及时，影响快速反应。\n\n三、建议。列入计划、改善条件、更新装备，三年内' || '分批改造到位。\n\n（初稿）"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (63, '593f40fb-2112-4b27-a32e-6590ef1e13c0', '2022-03-08 09:05:03+08', 'gongan1', 'opinion-given', 'CG2022-4', null,
        'task_giveOpinion', '185b7fe5-e924-11f1-8a12-02fc00000001', '{"opinion":"情况属实，建议可行。请在措施上进一步明确责任和时限。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (67, 'b21056b0-c418-4a9f-a696-d3c870d92a4c', '2022-03-09 09:05:03+08', 'weiyuan1', 'opinion-given', 'CG2022-4', null,
        'task_giveOpinion', '185e17fd-e924-11f1-8a12-02fc00000001', '{"opinion":"赞成。建议补充群众的直接感受，数据再核对一遍。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (70, '68705df3-0ae8-4190-805b-4084a95ca074', '2022-03-14 09:05:03+08', 'chengxiang1', 'report-revised', 'CG2022-4',
        null, 'task_reviseReport', '18a33697-e924-11f1-8a12-02fc00000001',
        '{"again":false,"suggestions":[{"text":"将基层派出所改造列入区级基本建设计划，分年度保障经费"},{"text":"改善办公和接处警条件，设置'
        || '规范的办案区和便民服务窗口"},{"text":"更新老化的警用装备和车辆，建立定期更新制度"}],"report":"区政协城乡委组织委员，集中走访了全区各镇街的派出所，个别走访'
        || '了民警和群众，召开了不同层面的座谈会。\n\n一、成绩。各派出所克服困难，承担了全区绝大部分接处警任务，群众安全感稳步提升。\n\n二、问题。一是经费不足，修缮和改造没有稳定来源；'
        || '二是办公条件简陋，办案区达标率低，窗口分散；三是装备落后，更新不及时，影响快速反应。\n\n三、建议。列入计划、改善条件、更新装备，三年内分批改造到位。\n\n（已按征求到的意见修'
        || '改完善。）","disposals":["9:adopted","10:adopted"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (72, 'b016972b-25c1-4b41-acd7-739fb6de1e4b', '2022-03-15 09:05:03+08', 'chengxiang2', 'report-reviewed', 'CG2022-4',
        null, 'task_reviewByHead', '18c4efa7-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (75, '631dcb0e-3b52-438d-a92b-30478600a9bd', '2022-03-16 09:05:03+08', 'zhengxie1', 'report-reviewed', 'CG2022-4',
        null, 'task_reviewByOffice', '18d1e81d-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (78, '1c8a5009-3248-49e6-80c3-cdcc16f5120b', '2022-03-17 09:05:03+08', 'fuzhuxi1', 'report-reviewed', 'CG2022-4', null,
        'task_reviewByDeputyChair', '18e437c4-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (86, 'f41ab0fb-a4ac-4f82-9947-c8d1ca6044f0', '2022-03-21 09:05:03+08', 'mishu1', 'chair-meeting-held', 'CG2022-4',
        null, 'task_deliberate', '1917a3fb-e924-11f1-8a12-02fc00000001',
        '{"verdict":"pass","heldOn":"2022-03-21","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (89, '399f65b7-91e0-407a-9b98-a1104036dbe7', '2022-03-22 09:05:03+08', 'zhuxi1', 'submission-checked', 'CG2022-4',
        null, 'task_readByChair', '1978af39-e924-11f1-8a12-02fc00000001', '{"step":"chair","verdict":"pass","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (92, '35b13795-edfc-434b-ba38-1cd47d8228e8', '2022-03-23 09:05:03+08', 'zhengxie1', 'outcome-submitted', 'CG2022-4',
        null, 'task_submitOutcome', '19890318-e924-11f1-8a12-02fc00000001', '{"leaders":["shuji1"],"number":"泰姜协成〔2022〕4号"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (95, '12e1293e-bcaf-426d-8b1c-da6c65197be4', '2022-03-24 09:05:03+08', 'quwei1', 'submission-checked', 'CG2022-4',
        null, 'task_acceptSubmission', '199beeee-e924-11f1-8a12-02fc00000001',
        '{"step":"acceptance","verdict":"pass","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (99, '9a95fd1e-02db-4af1-9184-5e5f189e4de7', '2022-03-25 09:05:03+08', 'shuji1', 'instruction-entered', 'CG2022-4',
        null, 'task_enterInstruction', '19b96232-e924-11f1-8a12-02fc00000001',
        '{"leader":"shuji1","writtenOn":"2022-03-25","words":"调研扎实，问题找得准。基层派出所是平安建设的前沿阵地，请区政府专题研究，尽' || '快改造到位。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (100, '8091fc28-f539-4513-819a-000d339e7693', '2022-03-28 09:05:03+08', 'zhengxie2', 'instructions-sorted', 'CG2022-4',
        null, 'task_sortInstructions', '1a17fc42-e924-11f1-8a12-02fc00000001',
        '{"sorting":[{"category":"urban","instruction":"5","committee":"committee-chengxiang"}]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (106, '21ef5ea4-c4a1-4f8b-91b6-b0ee72dbcdf9', '2022-03-30 09:05:03+08', 'zhengfu1', 'assigned', 'CG2022-4',
        'CG2022-4-1', 'task_makeAssignments', '1a2801f6-e924-11f1-8a12-02fc00000001',
        '{"number":"泰姜办交〔2022〕4号","requirement":"请公安局会同财政局、住房城乡建设局逐条研究，两个月内书面答复，年内完成首批改造。","unit":"'
        || 'unit-gongan","coUnits":["unit-caizheng","unit-zhujian"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (108, '66cce1b1-3c10-435c-b012-7cc7554833a4', '2022-03-30 09:10:03+08', 'zhengxie1', 'follow-up-confirmed', 'CG2022-4',
        null, 'task_confirmFollowUp', '1a5505bd-e924-11f1-8a12-02fc00000001', '{"committee":"committee-chengxiang"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (109, '0e9bb8e8-e1fc-46ec-ab11-a0033dc60bd7', '2022-03-30 09:10:03+08', 'system', 'delivered', 'CG2022-4',
        'CG2022-4-1', null, null, '{"unit":"unit-gongan"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (111, 'db97a166-54d0-4d54-97a8-c205b97454db', '2022-03-31 09:05:03+08', 'gongan1', 'received', 'CG2022-4',
        'CG2022-4-1', 'task_signReceipt', '1a7251ef-e924-11f1-8a12-02fc00000001',
        '{"due":"2022-05-31","steps":["收到日期为 2022-03-31（星期四），当日不计入，自次日起算。","2 个月后的对应日为 2022-05-31（星'
        || '期二）。","2022-05-31（星期二），是工作日，为到期日，截止到当日 24:00。"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (118, 'e283c835-f81b-4e11-9e91-2f63fa70cbab', '2022-04-06 09:05:03+08', 'caizheng1', 'co-opinion-given', 'CG2022-4',
        'CG2022-4-1', 'task_giveCoOpinion', '1ac3313e-e924-11f1-8a12-02fc00000001',
        '{"opinion":"我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (123, 'f55f2708-d1ea-48d1-be88-4501c23088f5', '2022-04-11 09:05:03+08', 'zhujian1', 'co-opinion-given', 'CG2022-4',
        'CG2022-4-1', 'task_giveCoOpinion', '1acb6ea6-e924-11f1-8a12-02fc00000001',
        '{"opinion":"我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (182, '5deb994c-6ad9-415c-a961-23ba559d30b6', '2022-05-05 09:05:03+08', 'gongan1', 'reply-drafted', 'CG2022-4',
        'CG2022-4-1', 'task_draftReply', '1b453218-e924-11f1-8a12-02fc00000001',
        '{"decision":"adopted","reply":"CG2022-4-J1：区政府已将派出所改造列入基本建设计划，今明两年安排专项经费，区镇两级按比例承担。\nCG202'
        || '2-4-J2：已制定统一的功能分区标准，办案区、等候区、服务窗口一次设计到位。\nCG2022-4-J3：已摸清装备缺口，按轻重缓急分两批采购，并建立更新台账。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (186, '84afb473-68c1-4309-b999-e9c9a661dd3e', '2022-05-06 09:05:03+08', 'gongan2', 'attachment-added', 'CG2022-4',
        'CG2022-4-1', 'task_signReply', '1d7531e6-e924-11f1-8a12-02fc00000001',
        '{"sha256":"b90f5de51859bcad9f2ffb7a2369012c6c0e9f8acfec0ce6a2e185ad7ea128a5","name":"答复函签章' || '件.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (187, '436d6627-9264-4606-874b-adf9b488123c', '2022-05-06 09:05:03+08', 'gongan2', 'reply-signed', 'CG2022-4',
        'CG2022-4-1', 'task_signReply', '1d7531e6-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (188, '847cb9ea-d340-4f8e-924e-efbc89a97780', '2022-05-06 09:05:03+08', 'system', 'replied', 'CG2022-4', 'CG2022-4-1',
        null, null, '{"class":"A","number":"泰姜复〔2022〕4号"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (196, 'ea64a97c-7573-4ac4-9a0e-2574b0eb44e7', '2022-05-09 09:05:09+08', 'shefa1', 'topic-registered', 'CG2022-10',
        null, null, null, '{"title":"社区矛盾纠纷多元化解","background":"邻里、物业、家庭纠纷多发，社区调解力量不足，小事容易拖大。","committee":"committee-'
        || 'shefa"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (200, '3de678db-088a-4f39-b110-d618cb412b1b', '2022-05-10 09:05:09+08', 'shefa1', 'research-planned', 'CG2022-10',
        null, 'task_planResearch', '1e2bb077-e924-11f1-8a12-02fc00000001',
        '{"members":["weiyuan2","weiyuan5"],"plan":"围绕“社区矛盾纠纷多元化解”，由委员和专委会组成调研组，先集中走访、再个别访谈，最后召开座谈会' || '，十个工作日内形成初步成果。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (212, '344ed3ef-91e2-4a8f-a723-7dc29d7208e0', '2022-05-17 09:05:09+08', 'shefa1', 'research-recorded', 'CG2022-10',
        null, 'task_recordResearch', '1e4f8b94-e924-11f1-8a12-02fc00000001',
        '{"records":[{"place":"有关镇街和单位","heldOn":"2022-05-16","kind":"group-visit","findings":"走访十六'
        || '个社区，专职调解员人均要管两千户，物业类纠纷占六成。"}]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (220, 'b8b1d58d-b73c-48d8-9132-a9c99f359c48', '2022-05-20 09:05:09+08', 'shefa1', 'report-drafted', 'CG2022-10', null,
        'task_draftReport', '1e928878-e924-11f1-8a12-02fc00000001',
        '{"asked":["unit-minzheng","weiyuan2"],"suggestions":[{"text":"建立社区一站式调解室，整合法官、律师、网格员力量"}],'
        || '"report":"邻里、物业、家庭纠纷多发，社区调解力量不足，小事容易拖大。\n\n走访十六个社区，专职调解员人均要管两千户，物业类纠纷占六成。\n\n为此建议：建立社区一站式调'
        || '解室，整合法官、律师、网格员力量。\n\n（初稿）"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (230, '7d7ee72b-42ca-449e-a9e8-c9f0ba9051be', '2022-05-24 09:05:09+08', 'minzheng1', 'opinion-given', 'CG2022-10',
        null, 'task_giveOpinion', '1ed201db-e924-11f1-8a12-02fc00000001', '{"opinion":"情况属实，建议可行。请在措施上进一步明确责任和时限。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (235, '09611f1d-3707-4963-8941-2a5b4bc6e2f9', '2022-05-25 09:05:09+08', 'weiyuan2', 'opinion-given', 'CG2022-10', null,
        'task_giveOpinion', '1ed472e3-e924-11f1-8a12-02fc00000001', '{"opinion":"赞成。建议补充群众的直接感受，数据再核对一遍。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (252, 'e3f838f9-abf2-426b-a350-6b81eacc61c1', '2022-05-30 09:05:09+08', 'shefa1', 'report-revised', 'CG2022-10', null,
        'task_reviseReport', '1f8b1981-e924-11f1-8a12-02fc00000001',
        '{"again":false,"suggestions":[{"text":"建立社区一站式调解室，整合法官、律师、网格员力量"}],"report":"邻里、物业、家庭纠纷多发，'
        || '社区调解力量不足，小事容易拖大。\n\n走访十六个社区，专职调解员人均要管两千户，物业类纠纷占六成。\n\n为此建议：建立社区一站式调解室，整合法官、律师、网格员力量。\n\n（已'
        || '按征求到的意见修改完善。）","disposals":["21:adopted","22:adopted"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (259, '814d545d-c686-48d1-aa15-3214bd708c60', '2022-05-31 09:05:09+08', 'shefa2', 'report-reviewed', 'CG2022-10', null,
        'task_reviewByHead', '2029ca5f-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (264, '51d9ac43-a7b6-4a67-865d-46e8427d454f', '2022-06-01 09:05:09+08', 'zhengxie1', 'report-reviewed', 'CG2022-10',
        null, 'task_reviewByOffice', '206bdca7-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (266, '592018db-a804-4a83-a266-b54758be6144', '2022-06-02 09:05:09+08', 'fuzhuxi1', 'report-reviewed', 'CG2022-10',
        null, 'task_reviewByDeputyChair', '2099f0bb-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (272, 'db8f00cd-5d65-4d9a-96c8-e888fcf2f1a4', '2022-06-07 09:05:09+08', 'mishu1', 'chair-meeting-held', 'CG2022-10',
        null, 'task_deliberate', '20a7fa94-e924-11f1-8a12-02fc00000001',
        '{"verdict":"pass","heldOn":"2022-06-07","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (274, 'b98017e9-499f-45d0-987c-e270b6678500', '2022-06-08 09:05:09+08', 'zhuxi1', 'submission-checked', 'CG2022-10',
        null, 'task_readByChair', '20f46d68-e924-11f1-8a12-02fc00000001', '{"step":"chair","verdict":"pass","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (277, '22977ebe-87fd-401a-8bbd-be5650495864', '2022-06-09 09:05:09+08', 'zhengxie1', 'outcome-submitted', 'CG2022-10',
        null, 'task_submitOutcome', '20fb725e-e924-11f1-8a12-02fc00000001', '{"leaders":["changwei1"],"number":"泰姜协成〔2022〕10号"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (281, 'f969e098-63f6-47ea-8072-4cfdac0bc3c6', '2022-06-10 09:05:03+08', 'gongan1', 'implementation-claimed',
        'CG2022-4', 'CG2022-4-1', 'task_reportImplementation', '1dc6858b-e924-11f1-8a12-02fc00000001',
        '{"report":"CG2022-4-J1：专项经费已足额到位，列入计划的派出所全部完成改造。\nCG2022-4-J2：改造后的派出所办案区全部达标，服务窗口实行一站式办理。\'
        || 'nCG2022-4-J3：执法记录仪、防护装备和警车更新完毕，更新制度已经印发。","lookBackOn":"2022-07-10"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (282, '12fe9b16-efdc-4a50-91b1-4dcb0c494d84', '2022-06-10 09:05:09+08', 'quwei1', 'submission-checked', 'CG2022-10',
        null, 'task_acceptSubmission', '212d7e0e-e924-11f1-8a12-02fc00000001',
        '{"step":"acceptance","verdict":"pass","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (286, '44beb741-40d0-4c69-bac9-4c4e5a56bf03', '2022-06-13 09:05:03+08', 'quwei1', 'report-acknowledged', 'CG2022-4',
        'CG2022-4-1', 'task_acknowledgeReport', '2146d2a1-e924-11f1-8a12-02fc00000001', '{"office":"party-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (287, '40d65381-b7d7-4fcc-aa00-46c20b3adb70', '2022-06-13 09:05:09+08', 'zhengfu1', 'attachment-added', 'CG2022-10',
        null, 'task_enterInstruction', '2153a409-e924-11f1-8a12-02fc00000001',
        '{"sha256":"78b19f2410892a0921cdf4d3ea630c3523fa50fb557c87eab9908e70d1195609","name":"批示原件扫' || '描.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (288, 'ae9724d2-7eac-483d-84cf-402647cfbec2', '2022-06-13 09:05:09+08', 'zhengfu1', 'instruction-entered', 'CG2022-10',
        null, 'task_enterInstruction', '2153a409-e924-11f1-8a12-02fc00000001',
        '{"leader":"changwei1","writtenOn":"2022-06-13","words":"枫桥经验要落到社区。请民政局会同政法单位推进。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (290, '98da209c-ad0f-4d77-af5b-64e04e51502c', '2022-06-14 09:05:03+08', 'zhengfu2', 'report-acknowledged', 'CG2022-4',
        'CG2022-4-1', 'task_acknowledgeReport', '2149b8d9-e924-11f1-8a12-02fc00000001', '{"office":"gov-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (291, '9e83ec16-a533-4de9-8f94-a82ca9e63b4d', '2022-06-14 09:05:09+08', 'zhengxie2', 'instructions-sorted',
        'CG2022-10', null, 'task_sortInstructions', '217201b8-e924-11f1-8a12-02fc00000001',
        '{"sorting":[{"category":"governance","instruction":"13","committee":"committee-shefa"}]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (295, '58d083bb-3885-45cb-ade4-6d859201b2ab', '2022-06-15 09:05:03+08', 'zhengxie1', 'report-acknowledged', 'CG2022-4',
        'CG2022-4-1', 'task_acknowledgeReport', '214c7801-e924-11f1-8a12-02fc00000001', '{"office":"cppcc-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (300, 'c040d540-376d-4e66-96e7-ab3a721bd49d', '2022-06-16 09:05:09+08', 'zhengfu1', 'assigned', 'CG2022-10',
        'CG2022-10-1', 'task_makeAssignments', '21833fde-e924-11f1-8a12-02fc00000001',
        '{"number":"泰姜办交〔2022〕10号","requirement":"请逐条研究办理，两个月内书面答复；能立即办的立即办，需要分步实施的列出计划。","unit":"u'
        || 'nit-minzheng","coUnits":[]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (302, '25db4f57-7caa-425c-a952-9e99304e93b7', '2022-06-16 09:10:09+08', 'zhengxie1', 'follow-up-confirmed',
        'CG2022-10', null, 'task_confirmFollowUp', '21c2e12d-e924-11f1-8a12-02fc00000001', '{"committee":"committee-shefa"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (303, '87572d5e-34ef-4526-b386-94cba39cc503', '2022-06-16 09:10:09+08', 'system', 'delivered', 'CG2022-10',
        'CG2022-10-1', null, null, '{"unit":"unit-minzheng"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (304, 'fcbc0137-331c-4787-8138-f58d91114877', '2022-06-17 09:05:09+08', 'minzheng1', 'received', 'CG2022-10',
        'CG2022-10-1', 'task_signReceipt', '21d6dd8f-e924-11f1-8a12-02fc00000001',
        '{"due":"2022-08-17","steps":["收到日期为 2022-06-17（星期五），当日不计入，自次日起算。","2 个月后的对应日为 2022-08-17（星'
        || '期三）。","2022-08-17（星期三），是工作日，为到期日，截止到当日 24:00。"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (369, '64051d41-cb6e-46ae-a7e9-4e8c5f87010a', '2022-07-11 09:05:03+08', 'chengxiang1', 'attachment-added', 'CG2022-4',
        'CG2022-4-1', 'task_lookBackByCommittee', '24233f35-e924-11f1-8a12-02fc00000001',
        '{"sha256":"104cff490f9191d92511c418f2cd71d6caec5a9160214abbc02d45c859897f9f","name":"专委会回头' || '看记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (370, 'ccf9cd17-f720-4fe7-9ba2-5afb044661f9', '2022-07-11 09:05:03+08', 'chengxiang1', 'looked-back', 'CG2022-4',
        'CG2022-4-1', 'task_lookBackByCommittee', '24233f35-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，走访群众和委员，与报告相符。","evidence":"CG2022-4-J1：现场核实：专项经费已足额到位，列入计划的派出所全部完成'
        || '改造。\nCG2022-4-J2：现场核实：改造后的派出所办案区全部达标，服务窗口实行一站式办理。\nCG2022-4-J3：现场核实：执法记录仪、防护装备和警车更新完毕，更新制度'
        || '已经印发。","party":"committee","inPlace":"yes"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (372, '1f13af1b-ecc5-403f-8171-1479a6aff005', '2022-07-11 09:05:09+08', 'minzheng1', 'reply-drafted', 'CG2022-10',
        'CG2022-10-1', 'task_draftReply', '21f89679-e924-11f1-8a12-02fc00000001',
        '{"decision":"adopted","reply":"CG2022-10-J1：十六个社区调解室已挂牌，律师每周坐班。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (375, 'cbfa0efb-504f-4ddd-8d07-02b183c5180b', '2022-07-11 09:10:03+08', 'dukao2', 'attachment-added', 'CG2022-4',
        'CG2022-4-1', 'task_lookBackBySupervision', '242d515f-e924-11f1-8a12-02fc00000001',
        '{"sha256":"51a926c4588455fc377fdc9745a897b5f1e7766d158f6a1c405ab2d97cb7b205","name":"督考办核查' || '记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (376, '2caa42f2-f449-47d2-8c89-3092f978920f', '2022-07-11 09:10:03+08', 'dukao2', 'looked-back', 'CG2022-4',
        'CG2022-4-1', 'task_lookBackBySupervision', '242d515f-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，走访群众和委员，与报告相符。","evidence":"CG2022-4-J1：现场核实：专项经费已足额到位，列入计划的派出所全部完成'
        || '改造。\nCG2022-4-J2：现场核实：改造后的派出所办案区全部达标，服务窗口实行一站式办理。\nCG2022-4-J3：现场核实：执法记录仪、防护装备和警车更新完毕，更新制度'
        || '已经印发。","party":"supervision","inPlace":"yes"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (377, 'c4f118c2-ac52-4724-8ab6-1d47b22bc040', '2022-07-11 09:10:03+08', 'system', 'satisfaction-asked', 'CG2022-4',
        'CG2022-4-1', null, null, '{"members":["weiyuan1","weiyuan2","weiyuan5"],"committee":"committee-chengxiang"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (379, '80e52f87-dcda-49a1-ad5d-9ee5ccb764d9', '2022-07-12 09:05:09+08', 'minzheng2', 'attachment-added', 'CG2022-10',
        'CG2022-10-1', 'task_signReply', '245fd321-e924-11f1-8a12-02fc00000001',
        '{"sha256":"7cd71d97515cbbc54d9e770044889bfeba15a214dddf3338333e5e2301893279","name":"答复函签章' || '件.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (380, '25888c76-b029-43a6-a9d5-6f3c06786479', '2022-07-12 09:05:09+08', 'minzheng2', 'reply-signed', 'CG2022-10',
        'CG2022-10-1', 'task_signReply', '245fd321-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (381, '5d1f4159-9e1a-4fa0-9313-6956615ec7e3', '2022-07-12 09:05:09+08', 'system', 'replied', 'CG2022-10',
        'CG2022-10-1', null, null, '{"class":"A","number":"泰姜复〔2022〕10号"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (384, 'ea80524f-0abc-4ae3-afeb-40b95f5e60a5', '2022-07-13 09:05:03+08', 'chengxiang1', 'satisfaction-rated',
        'CG2022-4', 'CG2022-4-1', 'task_rateSatisfaction', '249d9eaf-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (389, '5542c553-973d-41f6-8901-9940f991de2f', '2022-07-14 09:05:03+08', 'weiyuan1', 'satisfaction-rated', 'CG2022-4',
        'CG2022-4-1', 'task_rateSatisfaction', '24a36b17-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (392, 'f29e31bf-f20e-425c-8444-168d3aa481b4', '2022-07-15 09:05:03+08', 'weiyuan2', 'satisfaction-rated', 'CG2022-4',
        'CG2022-4-1', 'task_rateSatisfaction', '24a8742f-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (394, '4314f2e3-1421-4e96-9056-9d4ebda131a1', '2022-07-18 09:05:03+08', 'weiyuan5', 'satisfaction-rated', 'CG2022-4',
        'CG2022-4-1', 'task_rateSatisfaction', '24af03e7-e924-11f1-8a12-02fc00000001',
        '{"process":"fair","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (395, 'ad492bb2-56ef-4824-bc9c-ad74a4aa271a', '2022-07-18 09:05:03+08', 'system', 'verified', 'CG2022-4', 'CG2022-4-1',
        null, null, '{"satisfaction":"4 方作出评价，没有不满意；0 方未表态。","number":"泰姜销〔2022〕4号","signers":["chengxiang1","d' || 'ukao2"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (396, '27d18e67-4c16-4454-af13-59b5a255cb8d', '2022-07-18 09:05:03+08', 'system', 'outcome-closed', 'CG2022-4', null,
        null, null, '{"closing":"implemented"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (484, '7bc1cda4-a3e0-4450-9a7e-c063cb928073', '2022-08-16 09:05:09+08', 'minzheng1', 'implementation-claimed',
        'CG2022-10', 'CG2022-10-1', 'task_reportImplementation', '24ed93a7-e924-11f1-8a12-02fc00000001',
        '{"report":"CG2022-10-J1：调解纠纷九百余件，成功率九成六。","lookBackOn":"2022-09-15"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (488, '60b39e21-0d14-4253-8c96-425f5d21f9cd', '2022-08-17 09:05:09+08', 'quwei1', 'report-acknowledged', 'CG2022-10',
        'CG2022-10-1', 'task_acknowledgeReport', '2bcf5b2d-e924-11f1-8a12-02fc00000001',
        '{"office":"party-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (492, '4e44804c-1ce3-49cf-a418-41a4e2e71a23', '2022-08-18 09:05:09+08', 'zhengfu2', 'report-acknowledged', 'CG2022-10',
        'CG2022-10-1', 'task_acknowledgeReport', '2bd21a55-e924-11f1-8a12-02fc00000001', '{"office":"gov-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (497, 'dc38c075-eee9-43b2-8ea3-ef3e82ca907d', '2022-08-19 09:05:09+08', 'zhengxie1', 'report-acknowledged',
        'CG2022-10', 'CG2022-10-1', 'task_acknowledgeReport', '2bd54ead-e924-11f1-8a12-02fc00000001',
        '{"office":"cppcc-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (571, '5a9cea66-e572-4804-8be2-eaa994b61a84', '2022-09-16 09:05:09+08', 'shefa1', 'attachment-added', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackByCommittee', '300b302c-e924-11f1-8a12-02fc00000001',
        '{"sha256":"0343d243d2fdba34e131dac32cd908487ff910eed546ac015eef2e78b0f12e58","name":"专委会回头' || '看记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (572, '584f11d7-4278-47ed-86fd-0e5e0795938f', '2022-09-16 09:05:09+08', 'shefa1', 'looked-back', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackByCommittee', '300b302c-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，走访群众和委员，与报告相符。","evidence":"CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。","pa'
        || 'rty":"committee","inPlace":"yes"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (575, '3af385db-1254-49c6-9625-96ebcdfe8d9f', '2022-09-16 09:10:09+08', 'dukao2', 'attachment-added', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackBySupervision', '3013bbb6-e924-11f1-8a12-02fc00000001',
        '{"sha256":"d08f0dc652a0a47c18179d32e3f893a88c3872f4f71a3961c22793a65432da8c","name":"督考办核查' || '记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (576, '56a15023-31f7-4938-a0eb-7b1385a6752c', '2022-09-16 09:10:09+08', 'dukao2', 'looked-back', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackBySupervision', '3013bbb6-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，走访群众和委员，与报告相符。","evidence":"CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。","pa'
        || 'rty":"supervision","inPlace":"yes"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (577, 'b589dcb1-333c-432c-88af-1ae273fa7607', '2022-09-16 09:10:09+08', 'system', 'satisfaction-asked', 'CG2022-10',
        'CG2022-10-1', null, null, '{"members":["weiyuan2","weiyuan5"],"committee":"committee-shefa"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (582, 'ab409015-dff4-48bc-9db3-9e013d3d958f', '2022-09-20 09:05:09+08', 'shefa1', 'satisfaction-rated', 'CG2022-10',
        'CG2022-10-1', 'task_rateSatisfaction', '30c5f51d-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (588, '7bc454c7-fbda-4824-b4d7-ea3048f7cd8e', '2022-09-21 09:05:09+08', 'weiyuan2', 'satisfaction-rated', 'CG2022-10',
        'CG2022-10-1', 'task_rateSatisfaction', '30cb9a75-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (591, 'b4b3d623-4c69-427f-afc6-4a88cfc0da84', '2022-09-22 09:05:09+08', 'weiyuan5', 'satisfaction-rated', 'CG2022-10',
        'CG2022-10-1', 'task_rateSatisfaction', '30cfb92d-e924-11f1-8a12-02fc00000001',
        '{"process":"fair","remark":"走访中仍有群众反映问题没有解决，请再办一次。","result":"unsatisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (592, '1a49109c-1609-4889-ae74-4ff82f918e4b', '2022-09-22 09:05:09+08', 'system', 'redo-ordered', 'CG2022-10',
        'CG2022-10-1', null, null, '{"reason":"1 方不满意，责成重新办理一次。","limit":"2022-10-24"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (617, 'f737d8da-091f-40e7-8fc7-cd2a20f95a7f', '2022-10-09 09:05:09+08', 'minzheng1', 'replied-again', 'CG2022-10',
        'CG2022-10-1', 'task_redo', '31d6ef86-e924-11f1-8a12-02fc00000001',
        '{"reply":"CG2022-10-J1：针对委员意见重新办理：调解纠纷九百余件，成功率九成六。","number":"泰姜复〔2022〕16号","lookBackOn":"' || '2022-11-08"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (623, '462cb366-6a2f-42a2-98f1-a1e3cab5bdf0', '2022-10-10 09:05:09+08', 'quwei1', 'report-acknowledged', 'CG2022-10',
        'CG2022-10-1', 'task_acknowledgeReport', '33980051-e924-11f1-8a12-02fc00000001',
        '{"office":"party-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (627, '69c42984-e86d-4e24-a077-5783fb6ef7d3', '2022-10-11 09:05:09+08', 'zhengfu2', 'report-acknowledged', 'CG2022-10',
        'CG2022-10-1', 'task_acknowledgeReport', '339abf79-e924-11f1-8a12-02fc00000001', '{"office":"gov-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (630, '824376c6-1d63-4f05-b53a-89a114025313', '2022-10-12 09:05:09+08', 'zhengxie1', 'report-acknowledged',
        'CG2022-10', 'CG2022-10-1', 'task_acknowledgeReport', '339d7ea1-e924-11f1-8a12-02fc00000001',
        '{"office":"cppcc-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (710, 'afd6e7b8-72a6-44f7-872a-78f67ab658dd', '2022-11-09 09:05:09+08', 'shefa1', 'attachment-added', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackByCommittee', '38c0588a-e924-11f1-8a12-02fc00000001',
        '{"sha256":"80a9e0bbd5c0d37008d8e67bc4be5ebb78949f93738e0af09918ec05b43d258d","name":"专委会回头' || '看记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (711, 'b1f96437-6cbf-4b14-aa31-8c3e9d4205b5', '2022-11-09 09:05:09+08', 'shefa1', 'looked-back', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackByCommittee', '38c0588a-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，走访群众和委员，与报告相符。","evidence":"CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。","pa'
        || 'rty":"committee","inPlace":"yes"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (714, 'ef6985d3-9a80-41f4-b5a3-4da2525d773a', '2022-11-09 09:10:09+08', 'dukao2', 'attachment-added', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackBySupervision', '38cab8d4-e924-11f1-8a12-02fc00000001',
        '{"sha256":"03b12f0a2d5cd352f7f24962a3a5f15de9c8e1c51939fb7c581d069f49cc8e77","name":"督考办核查' || '记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (715, '6f1223a2-0872-4901-94a2-d942a227e46a', '2022-11-09 09:10:09+08', 'dukao2', 'looked-back', 'CG2022-10',
        'CG2022-10-1', 'task_lookBackBySupervision', '38cab8d4-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，走访群众和委员，与报告相符。","evidence":"CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。","pa'
        || 'rty":"supervision","inPlace":"yes"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (716, '02f27238-8daf-4292-8676-28d9ecdd4e3a', '2022-11-09 09:10:09+08', 'system', 'satisfaction-asked', 'CG2022-10',
        'CG2022-10-1', null, null, '{"members":["weiyuan2","weiyuan5"],"committee":"committee-shefa"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (719, 'cea34f3e-a5ae-45e5-b61c-4e07b807ada1', '2022-11-11 09:05:09+08', 'shefa1', 'satisfaction-rated', 'CG2022-10',
        'CG2022-10-1', 'task_rateSatisfaction', '393d9e70-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (722, '8efeb7cb-f95c-413c-ba23-a358fa058740', '2022-11-14 09:05:09+08', 'weiyuan2', 'satisfaction-rated', 'CG2022-10',
        'CG2022-10-1', 'task_rateSatisfaction', '3940f9d8-e924-11f1-8a12-02fc00000001',
        '{"process":"satisfied","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (730, '7bebebc7-b29d-4fac-a028-728b807d8f65', '2022-11-15 09:05:09+08', 'weiyuan5', 'satisfaction-rated', 'CG2022-10',
        'CG2022-10-1', 'task_rateSatisfaction', '39469f30-e924-11f1-8a12-02fc00000001',
        '{"process":"fair","remark":"null","result":"satisfied"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (731, 'bd25d0a5-5a24-461b-be42-53a1eed32a23', '2022-11-15 09:05:09+08', 'system', 'verified', 'CG2022-10',
        'CG2022-10-1', null, null, '{"satisfaction":"3 方作出评价，没有不满意；0 方未表态。","number":"泰姜销〔2022〕12号","signers":["shefa1","dukao'
        || '2"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (732, '275f70b6-99dd-4b15-8817-4502c78b74fe', '2022-11-15 09:05:09+08', 'system', 'outcome-closed', 'CG2022-10', null,
        null, null, '{"closing":"implemented"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (951, '4adb55f8-2d1b-4e89-b909-da408f49d5ea', '2023-02-13 09:05:27+08', 'chengxiang1', 'topic-registered', 'CG2023-3',
        null, null, null, '{"title":"电动自行车充电安全治理","background":"电动自行车进楼入户充电屡禁不止，火灾隐患突出。","committee":"committee-cheng'
        || 'xiang"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (955, 'ffaab652-6463-4f8a-a29a-4db90378fac7', '2023-02-14 09:05:27+08', 'chengxiang1', 'research-planned', 'CG2023-3',
        null, 'task_planResearch', '434d9be8-e924-11f1-8a12-02fc00000001',
        '{"members":["weiyuan4","weiyuan7"],"plan":"围绕“电动自行车充电安全治理”，由委员和专委会组成调研组，先集中走访、再个别访谈，最后召开座谈' || '会，十个工作日内形成初步成果。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (972, '6fc2125f-6f5b-4dbf-8c6d-3c374744c41d', '2023-02-21 09:05:27+08', 'chengxiang1', 'research-recorded', 'CG2023-3',
        null, 'task_recordResearch', '43710296-e924-11f1-8a12-02fc00000001',
        '{"records":[{"place":"有关镇街和单位","heldOn":"2023-02-20","kind":"group-visit","findings":"夜查三十'
        || '二个小区，飞线充电一百四十余处，集中充电设施缺口大。"}]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (982, '47468eba-ea6c-4533-baaa-0d7916c8ee19', '2023-02-24 09:05:27+08', 'chengxiang1', 'report-drafted', 'CG2023-3',
        null, 'task_draftReport', '44acdded-e924-11f1-8a12-02fc00000001',
        '{"asked":["unit-gongan","weiyuan4"],"suggestions":[{"text":"加快小区集中充电设施建设"},{"text":"加强执法检查'
        || '和宣传"}],"report":"电动自行车进楼入户充电屡禁不止，火灾隐患突出。\n\n夜查三十二个小区，飞线充电一百四十余处，集中充电设施缺口大。\n\n为此建议：加快小区集中充'
        || '电设施建设；加强执法检查和宣传。\n\n（初稿）"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (987, '26a5fc82-10b1-4359-a3f2-240ff921c70b', '2023-02-28 09:05:27+08', 'gongan1', 'opinion-given', 'CG2023-3', null,
        'task_giveOpinion', '455615d2-e924-11f1-8a12-02fc00000001', '{"opinion":"情况属实，建议可行。请在措施上进一步明确责任和时限。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (991, '6cd7a066-2b92-448f-9dcb-aca99163707c', '2023-03-01 09:05:27+08', 'weiyuan4', 'opinion-given', 'CG2023-3', null,
        'task_giveOpinion', '455aa9ba-e924-11f1-8a12-02fc00000001', '{"opinion":"赞成。建议补充群众的直接感受，数据再核对一遍。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1003, '88d5a440-0842-4c06-bc71-f974384a6b57', '2023-03-06 09:05:27+08', 'chengxiang1', 'report-revised', 'CG2023-3',
        null, 'task_reviseReport', '45b8a8d6-e924-11f1-8a12-02fc00000001',
        '{"again":false,"suggestions":[{"text":"加快小区集中充电设施建设"},{"text":"加强执法检查和宣传"}],"report":"电动自行'
        || '车进楼入户充电屡禁不止，火灾隐患突出。\n\n夜查三十二个小区，飞线充电一百四十余处，集中充电设施缺口大。\n\n为此建议：加快小区集中充电设施建设；加强执法检查和宣传。\n\n（'
        || '已按征求到的意见修改完善。）","disposals":["57:adopted","58:adopted"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1008, 'ff54b334-abfe-4eb1-bf2a-b4e22aab995e', '2023-03-07 09:05:27+08', 'chengxiang2', 'report-reviewed', 'CG2023-3',
        null, 'task_reviewByHead', '462af214-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1014, 'ec3cd337-a6d2-4ce8-aea5-c3edf5e83570', '2023-03-08 09:05:27+08', 'zhengxie1', 'report-reviewed', 'CG2023-3',
        null, 'task_reviewByOffice', '467b353c-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1016, '2d5f03d6-edd9-43c5-abb1-5a1e06d4e501', '2023-03-09 09:05:27+08', 'fuzhuxi1', 'report-reviewed', 'CG2023-3',
        null, 'task_reviewByDeputyChair', '46c5fa2d-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1022, 'df7d8a29-7bba-47ec-b95c-0d26e98a4023', '2023-03-13 09:05:27+08', 'mishu1', 'chair-meeting-held', 'CG2023-3',
        null, 'task_deliberate', '46d5146a-e924-11f1-8a12-02fc00000001',
        '{"verdict":"pass","heldOn":"2023-03-13","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1027, '61808222-d20e-4c75-85e8-50645c0dbcaa', '2023-03-14 09:05:27+08', 'zhuxi1', 'submission-checked', 'CG2023-3',
        null, 'task_readByChair', '4729eb7c-e924-11f1-8a12-02fc00000001', '{"step":"chair","verdict":"pass","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1033, 'c45ee81b-5fb8-4009-9bd4-8d06c40f4753', '2023-03-15 09:05:27+08', 'zhengxie1', 'outcome-submitted', 'CG2023-3',
        null, 'task_submitOutcome', '4752f796-e924-11f1-8a12-02fc00000001', '{"leaders":["shuji1"],"number":"泰姜协成〔2023〕4号"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1040, 'aba45f9f-4b72-4e36-a9eb-648c41c89c03', '2023-03-16 09:05:27+08', 'quwei1', 'submission-checked', 'CG2023-3',
        null, 'task_acceptSubmission', '47b69bb8-e924-11f1-8a12-02fc00000001',
        '{"step":"acceptance","verdict":"pass","reason":"null"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1045, '9f67923f-d4d5-4935-a09e-539d45216e26', '2023-03-17 09:05:27+08', 'shuji1', 'instruction-entered', 'CG2023-3',
        null, 'task_enterInstruction', '4824ed30-e924-11f1-8a12-02fc00000001',
        '{"leader":"shuji1","writtenOn":"2023-03-17","words":"人命关天，请公安局牵头，各部门合力整治。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1047, 'fd57d5ac-588c-468b-b370-ec2741aa067a', '2023-03-20 09:05:27+08', 'zhengxie2', 'instructions-sorted',
        'CG2023-3', null, 'task_sortInstructions', '487ad57c-e924-11f1-8a12-02fc00000001',
        '{"sorting":[{"category":"urban","instruction":"24","committee":"committee-chengxiang"}]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1051, '6ec58e40-4450-47ad-99f3-a0fa71f59904', '2023-03-22 09:05:27+08', 'zhengfu1', 'assigned', 'CG2023-3',
        'CG2023-3-1', 'task_makeAssignments', '489673e1-e924-11f1-8a12-02fc00000001',
        '{"number":"泰姜办交〔2023〕5号","requirement":"请逐条研究办理，两个月内书面答复；能立即办的立即办，需要分步实施的列出计划。","unit":"un'
        || 'it-gongan","coUnits":["unit-zhujian"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1053, '32973350-7798-4ab6-bff6-6f18bcc6be57', '2023-03-22 09:10:27+08', 'zhengxie1', 'follow-up-confirmed',
        'CG2023-3', null, 'task_confirmFollowUp', '48c04331-e924-11f1-8a12-02fc00000001', '{"committee":"committee-chengxiang"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1054, '87124165-3bfd-44d2-b0a5-1a616f6edbab', '2023-03-22 09:10:27+08', 'system', 'delivered', 'CG2023-3',
        'CG2023-3-1', null, null, '{"unit":"unit-gongan"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1055, 'e2a03660-7847-49d9-8758-4be21c514a3d', '2023-03-23 09:05:27+08', 'gongan1', 'received', 'CG2023-3',
        'CG2023-3-1', 'task_signReceipt', '48e53083-e924-11f1-8a12-02fc00000001',
        '{"due":"2023-05-23","steps":["收到日期为 2023-03-23（星期四），当日不计入，自次日起算。","2 个月后的对应日为 2023-05-23（星'
        || '期二）。","2023-05-23（星期二），是工作日，为到期日，截止到当日 24:00。"]}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1065, '1ab05d94-28e2-49e5-853d-6068e418e18d', '2023-03-28 09:05:27+08', 'zhujian1', 'co-opinion-given', 'CG2023-3',
        'CG2023-3-1', 'task_giveCoOpinion', '491e901f-e924-11f1-8a12-02fc00000001',
        '{"opinion":"我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1137, 'fd85374b-bb22-4c0a-847e-27692c084f38', '2023-04-20 09:05:27+08', 'gongan1', 'reply-drafted', 'CG2023-3',
        'CG2023-3-1', 'task_draftReply', '49a76ed0-e924-11f1-8a12-02fc00000001',
        '{"decision":"adopted","reply":"CG2023-3-J1：已会同住建部门排定年度建设任务，新增充电端口八千个。\nCG2023-3-J2：每月开展夜查，' || '宣传进小区。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1143, '5c89a957-4811-4173-9bdb-757023a50bea', '2023-04-21 09:05:27+08', 'gongan2', 'attachment-added', 'CG2023-3',
        'CG2023-3-1', 'task_signReply', '4de714ad-e924-11f1-8a12-02fc00000001',
        '{"sha256":"e0da130accb5424073bf0513ebc7007d24464c54e195bed6c7b9e9bcb95fab68","name":"答复函签章' || '件.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1144, 'c47461c2-fe66-42da-9917-2f2d3e9cdffa', '2023-04-21 09:05:27+08', 'gongan2', 'reply-signed', 'CG2023-3',
        'CG2023-3-1', 'task_signReply', '4de714ad-e924-11f1-8a12-02fc00000001', '{"reason":"null","verdict":"pass"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1145, 'd233ac6d-9c02-4696-83c4-10e8f816621a', '2023-04-21 09:05:27+08', 'system', 'replied', 'CG2023-3', 'CG2023-3-1',
        null, null, '{"class":"B","number":"泰姜复〔2023〕6号"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1199, '65c9ab57-6576-4727-a6a5-5881739ce1d0', '2023-05-29 09:05:27+08', 'gongan1', 'implementation-claimed',
        'CG2023-3', 'CG2023-3-1', 'task_reportImplementation', '4e5c9237-e924-11f1-8a12-02fc00000001',
        '{"report":"CG2023-3-J1：建成端口三千六百个，进度滞后于计划。\nCG2023-3-J2：夜查十二次，整改隐患四百余处。","lookBackOn":"2023' || '-06-28"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1201, '592f11c9-0cdf-4509-a71c-8188fc616936', '2023-05-30 09:05:27+08', 'quwei1', 'report-acknowledged', 'CG2023-3',
        'CG2023-3-1', 'task_acknowledgeReport', '509914d9-e924-11f1-8a12-02fc00000001', '{"office":"party-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1204, '133219f0-fd46-4970-8890-c619965d6ad2', '2023-05-31 09:05:27+08', 'zhengfu2', 'report-acknowledged', 'CG2023-3',
        'CG2023-3-1', 'task_acknowledgeReport', '509bacf1-e924-11f1-8a12-02fc00000001', '{"office":"gov-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1207, 'c050ff88-3c5a-403b-960d-d63b783c5d00', '2023-06-01 09:05:27+08', 'zhengxie1', 'report-acknowledged',
        'CG2023-3', 'CG2023-3-1', 'task_acknowledgeReport', '509f2f69-e924-11f1-8a12-02fc00000001',
        '{"office":"cppcc-office","remark":"已阅。"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1228, 'b8aa4549-bd0d-4243-a585-5f46eba56a57', '2023-06-29 09:05:27+08', 'chengxiang1', 'attachment-added', 'CG2023-3',
        'CG2023-3-1', 'task_lookBackByCommittee', '51cb2bca-e924-11f1-8a12-02fc00000001',
        '{"sha256":"c9edb6b602386f37100de019bbb3eba75526be8b1551402479738bd73ad41b01","name":"专委会回头' || '看记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1229, '00904d3e-0fa7-4949-9855-c1019c7e04f6', '2023-06-29 09:05:27+08', 'chengxiang1', 'looked-back', 'CG2023-3',
        'CG2023-3-1', 'task_lookBackByCommittee', '51cb2bca-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，一处未完工，群众反映效果不明显。","evidence":"CG2023-3-J1：现场核实，与报告有出入，尚未全部到位。\nCG20'
        || '23-3-J2：现场核实，与报告有出入，尚未全部到位。","party":"committee","inPlace":"no"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1233, 'd5dc3662-3426-467c-ba0f-79de43232ed8', '2023-06-29 09:10:27+08', 'dukao2', 'attachment-added', 'CG2023-3',
        'CG2023-3-1', 'task_lookBackBySupervision', '51d1e294-e924-11f1-8a12-02fc00000001',
        '{"sha256":"ff958261e96c737c666f714e04f61b992617980cc60ee6b5974463db2386ff84","name":"督考办核查' || '记录.pdf"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1234, '869a03e3-688d-477c-b2f2-4724e6385bb3', '2023-06-29 09:10:27+08', 'dukao2', 'looked-back', 'CG2023-3',
        'CG2023-3-1', 'task_lookBackBySupervision', '51d1e294-e924-11f1-8a12-02fc00000001',
        '{"siteCheck":"随机抽查三处现场，一处未完工，群众反映效果不明显。","evidence":"CG2023-3-J1：现场核实，与报告有出入，尚未全部到位。\nCG20'
        || '23-3-J2：现场核实，与报告有出入，尚未全部到位。","party":"supervision","inPlace":"no"}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1235, 'e2d827c3-5359-45e7-af34-8082fdb1e57a', '2023-06-29 09:10:27+08', 'system', 'supervision-raised', 'CG2023-3',
        'CG2023-3-1', null, null, '{"level":1}');
insert into event (id, uid, at, actor, act, outcome_id, assignment_id, task_key, task_id, detail)
    values (1236, '7ed74bc4-bd06-4376-b8d3-0a5305ab6083', '2023-07-03 09:05:27+08', 'dukao1', 'supervision-strengthened',
        'CG2023-3', 'CG2023-3-1', 'task_strengthenSupervision', '5223d361-e924-11f1-8a12-02fc00000001',
        '{"demands":"进度滞后于承诺，请明确责任人，倒排工期，逐项整改到位。","inspect":true,"limit":"2023-08-17"}');
insert into research_plan (outcome_id, plan, planned_by)
    values ('CG2022-10', '围绕“社区矛盾纠纷多元化解”，由委员和专委会组成调研组，先集中走访、再个别访谈，最后召开座谈会，十个工作日内形成初步成果。', 'shefa1');
insert into research_plan (outcome_id, plan, planned_by)
    values ('CG2022-4', '围绕“基层派出所改造”，由委员和专委会组成调研组，先集中走访、再个别访谈，最后召开座谈会，十个工作日内形成初步成果。', 'chengxiang1');
insert into research_plan (outcome_id, plan, planned_by)
    values ('CG2023-3', '围绕“电动自行车充电安全治理”，由委员和专委会组成调研组，先集中走访、再个别访谈，最后召开座谈会，十个工作日内形成初步成果。', 'chengxiang1');
insert into research_record (id, outcome_id, kind, held_on, place, findings)
    values (4, 'CG2022-4', 'group-visit', '2022-02-28', '全区各镇街派出所',
        '分两组集中走访各镇街派出所，实地察看办公用房、办案区和装备库。多数用房建成已逾二十年，屋面渗漏、功能混用，办案区达标的不足一半。');
insert into research_record (id, outcome_id, kind, held_on, place, findings)
    values (5, 'CG2022-4', 'single-visit', '2022-02-28', '部分派出所所长、社区民警和报案群众', '个别走访了解到，民警备勤室不足，装备更新靠临时调剂；群众反映窗口分散、等候无处可坐。');
insert into research_record (id, outcome_id, kind, held_on, place, findings)
    values (6, 'CG2022-4', 'symposium', '2022-02-28', '区公安局，派出所所长座谈会', '所长们一致反映经费不足：日常修缮无专项来源，镇街财力有限，项目年年报、年年缓。');
insert into research_record (id, outcome_id, kind, held_on, place, findings)
    values (7, 'CG2022-4', 'symposium', '2022-02-28', '镇街政府，基层干部和群众代表座谈会', '镇街干部愿意配套，希望区里定标准、定计划；群众代表盼望就近办事、办一次成。');
insert into research_record (id, outcome_id, kind, held_on, place, findings)
    values (13, 'CG2022-10', 'group-visit', '2022-05-16', '有关镇街和单位', '走访十六个社区，专职调解员人均要管两千户，物业类纠纷占六成。');
insert into research_record (id, outcome_id, kind, held_on, place, findings)
    values (31, 'CG2023-3', 'group-visit', '2023-02-20', '有关镇街和单位', '夜查三十二个小区，飞线充电一百四十余处，集中充电设施缺口大。');
insert into report_draft (id, outcome_id, report, written_by, written_at)
    values (7, 'CG2022-4',
        '区政协城乡委组织委员，集中走访了全区各镇街的派出所，个别走访了民警和群众，召开了不同层面的座谈会。

一、成绩。各派出所克服困难，承担了全区绝大部分接处警任务，群众安全感稳步提升。'
        || '

二、问题。一是经费不足，修缮和改造没有稳定来源；二是办公条件简陋，办案区达标率低，窗口分散；三是装备落后，更新不及时，影响快速反应。

三、建议。列入计划、改善条件、更新装备，'
        || '三年内分批改造到位。

（初稿）',
        'chengxiang1', '2022-03-04 09:05:03+08');
insert into report_draft (id, outcome_id, report, written_by, written_at)
    values (9, 'CG2022-4',
        '区政协城乡委组织委员，集中走访了全区各镇街的派出所，个别走访了民警和群众，召开了不同层面的座谈会。

一、成绩。各派出所克服困难，承担了全区绝大部分接处警任务，群众安全感稳步提升。'
        || '

二、问题。一是经费不足，修缮和改造没有稳定来源；二是办公条件简陋，办案区达标率低，窗口分散；三是装备落后，更新不及时，影响快速反应。

三、建议。列入计划、改善条件、更新装备，'
        || '三年内分批改造到位。

（已按征求到的意见修改完善。）',
        'chengxiang1', '2022-03-14 09:05:03+08');
insert into report_draft (id, outcome_id, report, written_by, written_at)
    values (21, 'CG2022-10',
        '邻里、物业、家庭纠纷多发，社区调解力量不足，小事容易拖大。

走访十六个社区，专职调解员人均要管两千户，物业类纠纷占六成。

为此建议：建立社区一站式调解室，整合法官、律师、网格员'
        || '力量。

（初稿）',
        'shefa1', '2022-05-20 09:05:09+08');
insert into report_draft (id, outcome_id, report, written_by, written_at)
    values (22, 'CG2022-10',
        '邻里、物业、家庭纠纷多发，社区调解力量不足，小事容易拖大。

走访十六个社区，专职调解员人均要管两千户，物业类纠纷占六成。

为此建议：建立社区一站式调解室，整合法官、律师、网格员'
        || '力量。

（已按征求到的意见修改完善。）',
        'shefa1', '2022-05-30 09:05:09+08');
insert into report_draft (id, outcome_id, report, written_by, written_at)
    values (57, 'CG2023-3',
        '电动自行车进楼入户充电屡禁不止，火灾隐患突出。

夜查三十二个小区，飞线充电一百四十余处，集中充电设施缺口大。

为此建议：加快小区集中充电设施建设；加强执法检查和宣传。

（初稿'
        || '）', 'chengxiang1', '2023-02-24 09:05:27+08');
insert into report_draft (id, outcome_id, report, written_by, written_at)
    values (58, 'CG2023-3',
        '电动自行车进楼入户充电屡禁不止，火灾隐患突出。

夜查三十二个小区，飞线充电一百四十余处，集中充电设施缺口大。

为此建议：加快小区集中充电设施建设；加强执法检查和宣传。

（已按'
        || '征求到的意见修改完善。）', 'chengxiang1', '2023-03-06 09:05:27+08');
insert into opinion (id, outcome_id, opinion_round, asked, state, text, given_by, given_at, limit_on, disposal, disposal_reason)
    values (9, 'CG2022-4', 1, 'unit-gongan', 'given', '情况属实，建议可行。请在措施上进一步明确责任和时限。', 'gongan1', '2022-03-08 09:05:03+08',
        '2022-03-18', 'adopted', '已吸收到成果中');
insert into opinion (id, outcome_id, opinion_round, asked, state, text, given_by, given_at, limit_on, disposal, disposal_reason)
    values (10, 'CG2022-4', 1, 'weiyuan1', 'given', '赞成。建议补充群众的直接感受，数据再核对一遍。', 'weiyuan1', '2022-03-09 09:05:03+08', '2022-03-18',
        'adopted', '已吸收到成果中');
insert into opinion (id, outcome_id, opinion_round, asked, state, text, given_by, given_at, limit_on, disposal, disposal_reason)
    values (21, 'CG2022-10', 1, 'unit-minzheng', 'given', '情况属实，建议可行。请在措施上进一步明确责任和时限。', 'minzheng1', '2022-05-24 09:05:09+08',
        '2022-06-06', 'adopted', '已吸收到成果中');
insert into opinion (id, outcome_id, opinion_round, asked, state, text, given_by, given_at, limit_on, disposal, disposal_reason)
    values (22, 'CG2022-10', 1, 'weiyuan2', 'given', '赞成。建议补充群众的直接感受，数据再核对一遍。', 'weiyuan2', '2022-05-25 09:05:09+08',
        '2022-06-06', 'adopted', '已吸收到成果中');
insert into opinion (id, outcome_id, opinion_round, asked, state, text, given_by, given_at, limit_on, disposal, disposal_reason)
    values (57, 'CG2023-3', 1, 'unit-gongan', 'given', '情况属实，建议可行。请在措施上进一步明确责任和时限。', 'gongan1', '2023-02-28 09:05:27+08',
        '2023-03-10', 'adopted', '已吸收到成果中');
insert into opinion (id, outcome_id, opinion_round, asked, state, text, given_by, given_at, limit_on, disposal, disposal_reason)
    values (58, 'CG2023-3', 1, 'weiyuan4', 'given', '赞成。建议补充群众的直接感受，数据再核对一遍。', 'weiyuan4', '2023-03-01 09:05:27+08', '2023-03-10',
        'adopted', '已吸收到成果中');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (13, 'CG2022-4', 'head', 'pass', null, 'chengxiang2', '2022-03-15 09:05:03+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (14, 'CG2022-4', 'office', 'pass', null, 'zhengxie1', '2022-03-16 09:05:03+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (15, 'CG2022-4', 'deputy-chair', 'pass', null, 'fuzhuxi1', '2022-03-17 09:05:03+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (16, 'CG2022-4', 'chair-meeting', 'pass', null, 'mishu1', '2022-03-21 09:05:03+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (41, 'CG2022-10', 'head', 'pass', null, 'shefa2', '2022-05-31 09:05:09+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (42, 'CG2022-10', 'office', 'pass', null, 'zhengxie1', '2022-06-01 09:05:09+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (43, 'CG2022-10', 'deputy-chair', 'pass', null, 'fuzhuxi1', '2022-06-02 09:05:09+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (44, 'CG2022-10', 'chair-meeting', 'pass', null, 'mishu1', '2022-06-07 09:05:09+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (113, 'CG2023-3', 'head', 'pass', null, 'chengxiang2', '2023-03-07 09:05:27+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (114, 'CG2023-3', 'office', 'pass', null, 'zhengxie1', '2023-03-08 09:05:27+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (115, 'CG2023-3', 'deputy-chair', 'pass', null, 'fuzhuxi1', '2023-03-09 09:05:27+08');
insert into report_review (id, outcome_id, level, verdict, reason, reviewed_by, reviewed_at)
    values (116, 'CG2023-3', 'chair-meeting', 'pass', null, 'mishu1', '2023-03-13 09:05:27+08');
insert into submission_check (id, outcome_id, step, verdict, reason, checked_by, checked_at)
    values (7, 'CG2022-4', 'chair', 'pass', null, 'zhuxi1', '2022-03-22 09:05:03+08');
insert into submission_check (id, outcome_id, step, verdict, reason, checked_by, checked_at)
    values (8, 'CG2022-4', 'acceptance', 'pass', null, 'quwei1', '2022-03-24 09:05:03+08');
insert into submission_check (id, outcome_id, step, verdict, reason, checked_by, checked_at)
    values (19, 'CG2022-10', 'chair', 'pass', null, 'zhuxi1', '2022-06-08 09:05:09+08');
insert into submission_check (id, outcome_id, step, verdict, reason, checked_by, checked_at)
    values (20, 'CG2022-10', 'acceptance', 'pass', null, 'quwei1', '2022-06-10 09:05:09+08');
insert into submission_check (id, outcome_id, step, verdict, reason, checked_by, checked_at)
    values (55, 'CG2023-3', 'chair', 'pass', null, 'zhuxi1', '2023-03-14 09:05:27+08');
insert into submission_check (id, outcome_id, step, verdict, reason, checked_by, checked_at)
    values (56, 'CG2023-3', 'acceptance', 'pass', null, 'quwei1', '2023-03-16 09:05:27+08');
insert into instruction (id, outcome_id, leader, state, written_on, words, entered_by, entered_at, limit_on, late, category, committee,
    sorted_by)
    values (5, 'CG2022-4', 'shuji1', 'written', '2022-03-25', '调研扎实，问题找得准。基层派出所是平安建设的前沿阵地，请区政府专题研究，尽快改造到位。', 'shuji1',
        '2022-03-25 09:05:03+08', '2022-04-07', false, 'urban', 'committee-chengxiang', 'zhengxie2');
insert into instruction (id, outcome_id, leader, state, written_on, words, entered_by, entered_at, limit_on, late, category, committee,
    sorted_by)
    values (13, 'CG2022-10', 'changwei1', 'written', '2022-06-13', '枫桥经验要落到社区。请民政局会同政法单位推进。', 'zhengfu1',
        '2022-06-13 09:05:09+08', '2022-06-23', false, 'governance', 'committee-shefa', 'zhengxie2');
insert into instruction (id, outcome_id, leader, state, written_on, words, entered_by, entered_at, limit_on, late, category, committee,
    sorted_by)
    values (24, 'CG2023-3', 'shuji1', 'written', '2023-03-17', '人命关天，请公安局牵头，各部门合力整治。', 'shuji1', '2023-03-17 09:05:27+08',
        '2023-03-29', false, 'urban', 'committee-chengxiang', 'zhengxie2');
insert into co_opinion (id, assignment_id, unit, state, text, signed_by, limit_on)
    values (4, 'CG2022-4-1', 'unit-caizheng', 'given', '我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。', 'caizheng1', '2022-05-05');
insert into co_opinion (id, assignment_id, unit, state, text, signed_by, limit_on)
    values (5, 'CG2022-4-1', 'unit-zhujian', 'given', '我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。', 'zhujian1', '2022-05-05');
insert into co_opinion (id, assignment_id, unit, state, text, signed_by, limit_on)
    values (12, 'CG2023-3-1', 'unit-zhujian', 'given', '我单位已研究，将按职责分工配合主办单位办理，涉及本单位的事项同步推进。', 'zhujian1', '2023-04-23');
insert into reply_draft (id, assignment_id, decision, reply_class, reply, policy_basis, proposed_kind, talk, contact, phone, drafted_by,
    drafted_at, extend_until, planned_on)
    values (4, 'CG2022-4-1', 'adopted', 'A',
        'CG2022-4-J1：区政府已将派出所改造列入基本建设计划，今明两年安排专项经费，区镇两级按比例承担。
CG2022-4-J2：已制定统一的功能分区标准，办案区、等候区、服务窗口'
        || '一次设计到位。
CG2022-4-J3：已摸清装备缺口，按轻重缓急分两批采购，并建立更新台账。',
        null, null, '答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。', '办公室', '0523-88001003', 'gongan1', '2022-05-05 09:05:03+08', null, null);
insert into reply_draft (id, assignment_id, decision, reply_class, reply, policy_basis, proposed_kind, talk, contact, phone, drafted_by,
    drafted_at, extend_until, planned_on)
    values (10, 'CG2022-10-1', 'adopted', 'A', 'CG2022-10-J1：十六个社区调解室已挂牌，律师每周坐班。', null, null, '答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。',
        '办公室', '0523-88001009', 'minzheng1', '2022-07-11 09:05:09+08', null, null);
insert into reply_draft (id, assignment_id, decision, reply_class, reply, policy_basis, proposed_kind, talk, contact, phone, drafted_by,
    drafted_at, extend_until, planned_on)
    values (28, 'CG2023-3-1', 'adopted', 'B',
        'CG2023-3-J1：已会同住建部门排定年度建设任务，新增充电端口八千个。
CG2023-3-J2：每月开展夜查，宣传进小区。',
        null, null, '答复前与参与委员当面沟通，逐条说明办理情况，委员表示理解和认可。', '办公室', '0523-88001027', 'gongan1', '2023-04-20 09:05:27+08', null,
        '2023-10-20');
insert into implementation_report (id, assignment_id, completed_on, report, reported_by, reported_at)
    values (4, 'CG2022-4-1', '2022-06-10',
        'CG2022-4-J1：专项经费已足额到位，列入计划的派出所全部完成改造。
CG2022-4-J2：改造后的派出所办案区全部达标，服务窗口实行一站式办理。
CG2022-4-J3：'
        || '执法记录仪、防护装备和警车更新完毕，更新制度已经印发。', 'gongan1', '2022-06-10 09:05:03+08');
insert into implementation_report (id, assignment_id, completed_on, report, reported_by, reported_at)
    values (10, 'CG2022-10-1', '2022-08-16', 'CG2022-10-J1：调解纠纷九百余件，成功率九成六。', 'minzheng1', '2022-08-16 09:05:09+08');
insert into implementation_report (id, assignment_id, completed_on, report, reported_by, reported_at)
    values (14, 'CG2022-10-1', '2022-10-09', 'CG2022-10-J1：针对委员意见重新办理：调解纠纷九百余件，成功率九成六。', 'minzheng1', '2022-10-09 09:05:09+08');
insert into implementation_report (id, assignment_id, completed_on, report, reported_by, reported_at)
    values (33, 'CG2023-3-1', '2023-05-29',
        'CG2023-3-J1：建成端口三千六百个，进度滞后于计划。
CG2023-3-J2：夜查十二次，整改隐患四百余处。',
        'gongan1', '2023-05-29 09:05:27+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (7, 'CG2022-4-1', 1, 'committee', true,
        'CG2022-4-J1：现场核实：专项经费已足额到位，列入计划的派出所全部完成改造。
CG2022-4-J2：现场核实：改造后的派出所办案区全部达标，服务窗口实行一站式办理。
CG'
        || '2022-4-J3：现场核实：执法记录仪、防护装备和警车更新完毕，更新制度已经印发。', '随机抽查三处现场，走访群众和委员，与报告相符。', 'satisfied', 'satisfied', 'chengxiang1',
        '2022-07-11 09:05:03+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (8, 'CG2022-4-1', 1, 'supervision', true,
        'CG2022-4-J1：现场核实：专项经费已足额到位，列入计划的派出所全部完成改造。
CG2022-4-J2：现场核实：改造后的派出所办案区全部达标，服务窗口实行一站式办理。
CG'
        || '2022-4-J3：现场核实：执法记录仪、防护装备和警车更新完毕，更新制度已经印发。', '随机抽查三处现场，走访群众和委员，与报告相符。', null, null, 'dukao2', '2022-07-11 09:10:03+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (19, 'CG2022-10-1', 1, 'committee', true, 'CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。', '随机抽查三处现场，走访群众和委员，与报告相符。', 'satisfied',
        'satisfied', 'shefa1', '2022-09-16 09:05:09+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (20, 'CG2022-10-1', 1, 'supervision', true, 'CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。', '随机抽查三处现场，走访群众和委员，与报告相符。', null,
        null, 'dukao2', '2022-09-16 09:10:09+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (27, 'CG2022-10-1', 2, 'committee', true, 'CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。', '随机抽查三处现场，走访群众和委员，与报告相符。', 'satisfied',
        'satisfied', 'shefa1', '2022-11-09 09:05:09+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (28, 'CG2022-10-1', 2, 'supervision', true, 'CG2022-10-J1：现场核实：调解纠纷九百余件，成功率九成六。', '随机抽查三处现场，走访群众和委员，与报告相符。', null,
        null, 'dukao2', '2022-11-09 09:10:09+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (59, 'CG2023-3-1', 1, 'committee', false,
        'CG2023-3-J1：现场核实，与报告有出入，尚未全部到位。
CG2023-3-J2：现场核实，与报告有出入，尚未全部到位。',
        '随机抽查三处现场，一处未完工，群众反映效果不明显。', null, null, 'chengxiang1', '2023-06-29 09:05:27+08');
insert into look_back (id, assignment_id, look_round, party, in_place, evidence, site_check, satisfaction_process, satisfaction_result,
    signed_by, signed_at)
    values (60, 'CG2023-3-1', 1, 'supervision', false,
        'CG2023-3-J1：现场核实，与报告有出入，尚未全部到位。
CG2023-3-J2：现场核实，与报告有出入，尚未全部到位。',
        '随机抽查三处现场，一处未完工，群众反映效果不明显。', null, null, 'dukao2', '2023-06-29 09:10:27+08');
insert into inspection (id, assignment_id, number, opened_on, opened_by, reason)
    values (2, 'CG2023-3-1', '泰姜专督〔2023〕2号', '2023-07-03', 'dukao1', '进度滞后于承诺，请明确责任人，倒排工期，逐项整改到位。');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (10, 'CG2022-4-1', 'unit-gongan', 'DELIVERED', '2022-03-30', '2022-04-02', false,
        '["起算日为 2022-03-30（星期三），当日不计入，自次日起数 3 个工作日。","第 1 个工作日：2022-03-31（星期四）。","第 2 个工作日：2022-04-'
        || '01（星期五）。","第 3 个工作日：2022-04-02（星期六）调休上班。","2022-04-02（星期六）为到期日，截止到当日 24:00。"]', '2022-03-30 09:10:03+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (11, 'CG2022-4-1', 'unit-gongan', 'SIGNED', '2022-03-31', '2022-05-31', false,
        '["收到日期为 2022-03-31（星期四），当日不计入，自次日起算。","2 个月后的对应日为 2022-05-31（星期二）。","2022-05-31（星期二），是工作日，' || '为到期日，截止到当日 24:00。"]',
        '2022-03-31 09:05:03+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (12, 'CG2022-4-1', 'unit-caizheng', 'CO_ASKED', '2022-03-31', '2022-05-05', false,
        '["收到日期为 2022-03-31（星期四），当日不计入，自次日起算。","1 个月后的 2022 年 4 月没有 31 日，以该月最后一日 2022-04-30（星期六）为对应'
        || '日。","2022-04-30（星期六）劳动节放假，是休息日，顺延。","2022-05-01（星期日）劳动节放假，是休息日，顺延。","2022-05-02（星期一）劳动节放假，'
        || '是休息日，顺延。","2022-05-03（星期二）劳动节放假，是休息日，顺延。","2022-05-04（星期三）劳动节放假，是休息日，顺延。","2022-05-05（星期四）'
        || '，是工作日，为到期日，截止到当日 24:00。"]', '2022-03-31 09:05:03+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (13, 'CG2022-4-1', 'unit-zhujian', 'CO_ASKED', '2022-03-31', '2022-05-05', false,
        '["收到日期为 2022-03-31（星期四），当日不计入，自次日起算。","1 个月后的 2022 年 4 月没有 31 日，以该月最后一日 2022-04-30（星期六）为对应'
        || '日。","2022-04-30（星期六）劳动节放假，是休息日，顺延。","2022-05-01（星期日）劳动节放假，是休息日，顺延。","2022-05-02（星期一）劳动节放假，'
        || '是休息日，顺延。","2022-05-03（星期二）劳动节放假，是休息日，顺延。","2022-05-04（星期三）劳动节放假，是休息日，顺延。","2022-05-05（星期四）'
        || '，是工作日，为到期日，截止到当日 24:00。"]', '2022-03-31 09:05:03+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (26, 'CG2022-10-1', 'unit-minzheng', 'DELIVERED', '2022-06-16', '2022-06-21', false,
        '["起算日为 2022-06-16（星期四），当日不计入，自次日起数 3 个工作日。","第 1 个工作日：2022-06-17（星期五）。","2022-06-18（星期六），是'
        || '休息日，不计。","2022-06-19（星期日），是休息日，不计。","第 2 个工作日：2022-06-20（星期一）。","第 3 个工作日：2022-06-21（星期二）。'
        || '","2022-06-21（星期二）为到期日，截止到当日 24:00。"]', '2022-06-16 09:10:09+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (27, 'CG2022-10-1', 'unit-minzheng', 'SIGNED', '2022-06-17', '2022-08-17', false,
        '["收到日期为 2022-06-17（星期五），当日不计入，自次日起算。","2 个月后的对应日为 2022-08-17（星期三）。","2022-08-17（星期三），是工作日，' || '为到期日，截止到当日 24:00。"]',
        '2022-06-17 09:05:09+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (69, 'CG2023-3-1', 'unit-gongan', 'DELIVERED', '2023-03-22', '2023-03-27', false,
        '["起算日为 2023-03-22（星期三），当日不计入，自次日起数 3 个工作日。","第 1 个工作日：2023-03-23（星期四）。","第 2 个工作日：2023-03-'
        || '24（星期五）。","2023-03-25（星期六），是休息日，不计。","2023-03-26（星期日），是休息日，不计。","第 3 个工作日：2023-03-27（星期一）。'
        || '","2023-03-27（星期一）为到期日，截止到当日 24:00。"]', '2023-03-22 09:10:27+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (70, 'CG2023-3-1', 'unit-gongan', 'SIGNED', '2023-03-23', '2023-05-23', false,
        '["收到日期为 2023-03-23（星期四），当日不计入，自次日起算。","2 个月后的对应日为 2023-05-23（星期二）。","2023-05-23（星期二），是工作日，' || '为到期日，截止到当日 24:00。"]',
        '2023-03-23 09:05:27+08');
insert into clock_entry (id, assignment_id, unit, what, from_day, due_on, provisional, steps, at)
    values (71, 'CG2023-3-1', 'unit-zhujian', 'CO_ASKED', '2023-03-23', '2023-04-23', false,
        '["收到日期为 2023-03-23（星期四），当日不计入，自次日起算。","1 个月后的对应日为 2023-04-23（星期日）。","2023-04-23（星期日）调休上班，是' || '工作日，为到期日，截止到当日 24:00。"]',
        '2023-03-23 09:05:27+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (10, 'CG2022-4-1', 1, 'committee-chengxiang', 'given', 'satisfied', 'satisfied', null, '2022-07-25', 'chengxiang1',
        '2022-07-13 09:05:03+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (11, 'CG2022-4-1', 1, 'weiyuan1', 'given', 'satisfied', 'satisfied', null, '2022-07-25', 'weiyuan1',
        '2022-07-14 09:05:03+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (12, 'CG2022-4-1', 1, 'weiyuan2', 'given', 'satisfied', 'satisfied', null, '2022-07-25', 'weiyuan2',
        '2022-07-15 09:05:03+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (13, 'CG2022-4-1', 1, 'weiyuan5', 'given', 'fair', 'satisfied', null, '2022-07-25', 'weiyuan5',
        '2022-07-18 09:05:03+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (29, 'CG2022-10-1', 1, 'committee-shefa', 'given', 'satisfied', 'satisfied', null, '2022-09-30', 'shefa1',
        '2022-09-20 09:05:09+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (30, 'CG2022-10-1', 1, 'weiyuan2', 'given', 'satisfied', 'satisfied', null, '2022-09-30', 'weiyuan2',
        '2022-09-21 09:05:09+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (31, 'CG2022-10-1', 1, 'weiyuan5', 'given', 'fair', 'unsatisfied', '走访中仍有群众反映问题没有解决，请再办一次。', '2022-09-30', 'weiyuan5',
        '2022-09-22 09:05:09+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (38, 'CG2022-10-1', 2, 'committee-shefa', 'given', 'satisfied', 'satisfied', null, '2022-11-23', 'shefa1',
        '2022-11-11 09:05:09+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (39, 'CG2022-10-1', 2, 'weiyuan2', 'given', 'satisfied', 'satisfied', null, '2022-11-23', 'weiyuan2',
        '2022-11-14 09:05:09+08');
insert into satisfaction (id, assignment_id, look_round, party, state, process, result, remark, limit_on, given_by, given_at)
    values (40, 'CG2022-10-1', 2, 'weiyuan5', 'given', 'fair', 'satisfied', null, '2022-11-23', 'weiyuan5',
        '2022-11-15 09:05:09+08');
insert into number_counter (kind, number_year, last_number)
    values ('ASSIGNMENT', 2022, 23);
insert into number_counter (kind, number_year, last_number)
    values ('ASSIGNMENT', 2023, 10);
insert into number_counter (kind, number_year, last_number)
    values ('CLOSING', 2022, 16);
insert into number_counter (kind, number_year, last_number)
    values ('CLOSING', 2023, 8);
insert into number_counter (kind, number_year, last_number)
    values ('INSPECTION', 2023, 2);
insert into number_counter (kind, number_year, last_number)
    values ('OUTCOME', 2022, 25);
insert into number_counter (kind, number_year, last_number)
    values ('OUTCOME', 2023, 8);
insert into number_counter (kind, number_year, last_number)
    values ('REPLY', 2022, 23);
insert into number_counter (kind, number_year, last_number)
    values ('REPLY', 2023, 11);
insert into number_counter (kind, number_year, last_number)
    values ('SUBMISSION', 2022, 24);
insert into number_counter (kind, number_year, last_number)
    values ('SUBMISSION', 2023, 9);
insert into number_counter (kind, number_year, last_number)
    values ('SUPERVISION', 2023, 1);
