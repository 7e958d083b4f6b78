-- Generated from schema.sql by src/file/triggers.rs; a test keeps it equal. Do not edit: run the tests with
-- DULUAN_WRITE_TRIGGERS=1 after changing schema.sql.

-- every changed field
CREATE VIEW field_change AS SELECT 0 AS tbl, NULL AS row, 0 AS col, NULL AS old, NULL AS new;
CREATE TRIGGER field_change_log INSTEAD OF INSERT ON field_change BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), NEW.tbl, NEW.row, 1, NEW.col, p.rep, p.seq, log_grp(), NEW.old, NEW.new FROM (SELECT 1) LEFT JOIN (SELECT l.rep, l.seq FROM log l JOIN replica r ON r.n = l.rep WHERE l.row = NEW.row AND l.tbl = NEW.tbl AND l.col = NEW.col AND l.op <> 3 ORDER BY l.hlc DESC, r.uuid DESC, l.seq DESC LIMIT 1) p; END;

-- office
CREATE TRIGGER office_new AFTER INSERT ON office BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 1, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER office_fixed AFTER INSERT ON office WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 1, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.name AS v UNION ALL SELECT 2 AS c, NEW.superior AS v UNION ALL SELECT 3 AS c, NEW.place AS v UNION ALL SELECT 4 AS c, NEW.prefix AS v UNION ALL SELECT 5 AS c, NEW.document_code AS v UNION ALL SELECT 6 AS c, NEW.profile AS v UNION ALL SELECT 7 AS c, NEW.demonstration AS v UNION ALL SELECT 8 AS c, NEW.deleted AS v UNION ALL SELECT 9 AS c, NEW.retention_years AS v UNION ALL SELECT 10 AS c, NEW.term_from AS v); END;
CREATE TRIGGER office_1 AFTER UPDATE OF name ON office WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (1, NEW.id, 1, OLD.name, NEW.name); END;
CREATE TRIGGER office_2 AFTER UPDATE OF superior ON office WHEN OLD.superior IS NOT NEW.superior BEGIN INSERT INTO field_change VALUES (1, NEW.id, 2, OLD.superior, NEW.superior); END;
CREATE TRIGGER office_3 AFTER UPDATE OF place ON office WHEN OLD.place IS NOT NEW.place BEGIN INSERT INTO field_change VALUES (1, NEW.id, 3, OLD.place, NEW.place); END;
CREATE TRIGGER office_4 AFTER UPDATE OF prefix ON office WHEN OLD.prefix IS NOT NEW.prefix BEGIN INSERT INTO field_change VALUES (1, NEW.id, 4, OLD.prefix, NEW.prefix); END;
CREATE TRIGGER office_5 AFTER UPDATE OF document_code ON office WHEN OLD.document_code IS NOT NEW.document_code BEGIN INSERT INTO field_change VALUES (1, NEW.id, 5, OLD.document_code, NEW.document_code); END;
CREATE TRIGGER office_6 AFTER UPDATE OF profile ON office WHEN OLD.profile IS NOT NEW.profile BEGIN INSERT INTO field_change VALUES (1, NEW.id, 6, OLD.profile, NEW.profile); END;
CREATE TRIGGER office_7 AFTER UPDATE OF demonstration ON office WHEN OLD.demonstration IS NOT NEW.demonstration BEGIN INSERT INTO field_change VALUES (1, NEW.id, 7, OLD.demonstration, NEW.demonstration); END;
CREATE TRIGGER office_8 AFTER UPDATE OF deleted ON office WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (1, NEW.id, 8, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER office_9 AFTER UPDATE OF retention_years ON office WHEN OLD.retention_years IS NOT NEW.retention_years BEGIN INSERT INTO field_change VALUES (1, NEW.id, 9, OLD.retention_years, NEW.retention_years); END;
CREATE TRIGGER office_10 AFTER UPDATE OF term_from ON office WHEN OLD.term_from IS NOT NEW.term_from BEGIN INSERT INTO field_change VALUES (1, NEW.id, 10, OLD.term_from, NEW.term_from); END;
CREATE TRIGGER office_keep BEFORE DELETE ON office BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER office_id BEFORE UPDATE OF id ON office BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- handler
CREATE TRIGGER handler_new AFTER INSERT ON handler BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 2, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER handler_fixed AFTER INSERT ON handler WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 2, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.full_name AS v UNION ALL SELECT 2 AS c, NEW.mark AS v UNION ALL SELECT 3 AS c, NEW.post AS v UNION ALL SELECT 4 AS c, NEW.active AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v UNION ALL SELECT 6 AS c, NEW.office AS v); END;
CREATE TRIGGER handler_1 AFTER UPDATE OF full_name ON handler WHEN OLD.full_name IS NOT NEW.full_name BEGIN INSERT INTO field_change VALUES (2, NEW.id, 1, OLD.full_name, NEW.full_name); END;
CREATE TRIGGER handler_2 AFTER UPDATE OF mark ON handler WHEN OLD.mark IS NOT NEW.mark BEGIN INSERT INTO field_change VALUES (2, NEW.id, 2, OLD.mark, NEW.mark); END;
CREATE TRIGGER handler_3 AFTER UPDATE OF post ON handler WHEN OLD.post IS NOT NEW.post BEGIN INSERT INTO field_change VALUES (2, NEW.id, 3, OLD.post, NEW.post); END;
CREATE TRIGGER handler_4 AFTER UPDATE OF active ON handler WHEN OLD.active IS NOT NEW.active BEGIN INSERT INTO field_change VALUES (2, NEW.id, 4, OLD.active, NEW.active); END;
CREATE TRIGGER handler_5 AFTER UPDATE OF deleted ON handler WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (2, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER handler_6 AFTER UPDATE OF office ON handler WHEN OLD.office IS NOT NEW.office BEGIN INSERT INTO field_change VALUES (2, NEW.id, 6, OLD.office, NEW.office); END;
CREATE TRIGGER handler_keep BEFORE DELETE ON handler BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER handler_id BEFORE UPDATE OF id ON handler BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- assignment_rule
CREATE TRIGGER assignment_rule_new AFTER INSERT ON assignment_rule BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 3, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER assignment_rule_fixed AFTER INSERT ON assignment_rule WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 3, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.handler AS v UNION ALL SELECT 2 AS c, NEW.unit AS v UNION ALL SELECT 3 AS c, NEW.topic AS v UNION ALL SELECT 4 AS c, NEW.position AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v); END;
CREATE TRIGGER assignment_rule_1 AFTER UPDATE OF handler ON assignment_rule WHEN OLD.handler IS NOT NEW.handler BEGIN INSERT INTO field_change VALUES (3, NEW.id, 1, OLD.handler, NEW.handler); END;
CREATE TRIGGER assignment_rule_2 AFTER UPDATE OF unit ON assignment_rule WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (3, NEW.id, 2, OLD.unit, NEW.unit); END;
CREATE TRIGGER assignment_rule_3 AFTER UPDATE OF topic ON assignment_rule WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (3, NEW.id, 3, OLD.topic, NEW.topic); END;
CREATE TRIGGER assignment_rule_4 AFTER UPDATE OF position ON assignment_rule WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (3, NEW.id, 4, OLD.position, NEW.position); END;
CREATE TRIGGER assignment_rule_5 AFTER UPDATE OF deleted ON assignment_rule WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (3, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER assignment_rule_keep BEFORE DELETE ON assignment_rule BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER assignment_rule_id BEFORE UPDATE OF id ON assignment_rule BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- unit
CREATE TRIGGER unit_new AFTER INSERT ON unit BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 4, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER unit_fixed AFTER INSERT ON unit WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 4, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.parent AS v UNION ALL SELECT 2 AS c, NEW.name AS v UNION ALL SELECT 3 AS c, NEW.short_name AS v UNION ALL SELECT 4 AS c, NEW.level AS v UNION ALL SELECT 5 AS c, NEW.kind AS v UNION ALL SELECT 6 AS c, NEW.symbol AS v UNION ALL SELECT 7 AS c, NEW.mailbox AS v UNION ALL SELECT 8 AS c, NEW.phone AS v UNION ALL SELECT 9 AS c, NEW.protocol_order AS v UNION ALL SELECT 10 AS c, NEW.valid_from AS v UNION ALL SELECT 11 AS c, NEW.valid_to AS v UNION ALL SELECT 12 AS c, NEW.note AS v UNION ALL SELECT 13 AS c, NEW.deleted AS v); END;
CREATE TRIGGER unit_1 AFTER UPDATE OF parent ON unit WHEN OLD.parent IS NOT NEW.parent BEGIN INSERT INTO field_change VALUES (4, NEW.id, 1, OLD.parent, NEW.parent); END;
CREATE TRIGGER unit_2 AFTER UPDATE OF name ON unit WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (4, NEW.id, 2, OLD.name, NEW.name); END;
CREATE TRIGGER unit_3 AFTER UPDATE OF short_name ON unit WHEN OLD.short_name IS NOT NEW.short_name BEGIN INSERT INTO field_change VALUES (4, NEW.id, 3, OLD.short_name, NEW.short_name); END;
CREATE TRIGGER unit_4 AFTER UPDATE OF level ON unit WHEN OLD.level IS NOT NEW.level BEGIN INSERT INTO field_change VALUES (4, NEW.id, 4, OLD.level, NEW.level); END;
CREATE TRIGGER unit_5 AFTER UPDATE OF kind ON unit WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (4, NEW.id, 5, OLD.kind, NEW.kind); END;
CREATE TRIGGER unit_6 AFTER UPDATE OF symbol ON unit WHEN OLD.symbol IS NOT NEW.symbol BEGIN INSERT INTO field_change VALUES (4, NEW.id, 6, OLD.symbol, NEW.symbol); END;
CREATE TRIGGER unit_7 AFTER UPDATE OF mailbox ON unit WHEN OLD.mailbox IS NOT NEW.mailbox BEGIN INSERT INTO field_change VALUES (4, NEW.id, 7, OLD.mailbox, NEW.mailbox); END;
CREATE TRIGGER unit_8 AFTER UPDATE OF phone ON unit WHEN OLD.phone IS NOT NEW.phone BEGIN INSERT INTO field_change VALUES (4, NEW.id, 8, OLD.phone, NEW.phone); END;
CREATE TRIGGER unit_9 AFTER UPDATE OF protocol_order ON unit WHEN OLD.protocol_order IS NOT NEW.protocol_order BEGIN INSERT INTO field_change VALUES (4, NEW.id, 9, OLD.protocol_order, NEW.protocol_order); END;
CREATE TRIGGER unit_10 AFTER UPDATE OF valid_from ON unit WHEN OLD.valid_from IS NOT NEW.valid_from BEGIN INSERT INTO field_change VALUES (4, NEW.id, 10, OLD.valid_from, NEW.valid_from); END;
CREATE TRIGGER unit_11 AFTER UPDATE OF valid_to ON unit WHEN OLD.valid_to IS NOT NEW.valid_to BEGIN INSERT INTO field_change VALUES (4, NEW.id, 11, OLD.valid_to, NEW.valid_to); END;
CREATE TRIGGER unit_12 AFTER UPDATE OF note ON unit WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (4, NEW.id, 12, OLD.note, NEW.note); END;
CREATE TRIGGER unit_13 AFTER UPDATE OF deleted ON unit WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (4, NEW.id, 13, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER unit_keep BEFORE DELETE ON unit BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER unit_id BEFORE UPDATE OF id ON unit BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- unit_name
CREATE TRIGGER unit_name_new AFTER INSERT ON unit_name BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 5, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER unit_name_fixed AFTER INSERT ON unit_name WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 5, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.unit AS v UNION ALL SELECT 2 AS c, NEW.name AS v UNION ALL SELECT 3 AS c, NEW.valid_from AS v UNION ALL SELECT 4 AS c, NEW.valid_to AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v); END;
CREATE TRIGGER unit_name_1 AFTER UPDATE OF unit ON unit_name WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (5, NEW.id, 1, OLD.unit, NEW.unit); END;
CREATE TRIGGER unit_name_2 AFTER UPDATE OF name ON unit_name WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (5, NEW.id, 2, OLD.name, NEW.name); END;
CREATE TRIGGER unit_name_3 AFTER UPDATE OF valid_from ON unit_name WHEN OLD.valid_from IS NOT NEW.valid_from BEGIN INSERT INTO field_change VALUES (5, NEW.id, 3, OLD.valid_from, NEW.valid_from); END;
CREATE TRIGGER unit_name_4 AFTER UPDATE OF valid_to ON unit_name WHEN OLD.valid_to IS NOT NEW.valid_to BEGIN INSERT INTO field_change VALUES (5, NEW.id, 4, OLD.valid_to, NEW.valid_to); END;
CREATE TRIGGER unit_name_5 AFTER UPDATE OF deleted ON unit_name WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (5, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER unit_name_keep BEFORE DELETE ON unit_name BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER unit_name_id BEFORE UPDATE OF id ON unit_name BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- unit_succession
CREATE TRIGGER unit_succession_new AFTER INSERT ON unit_succession BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 6, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER unit_succession_fixed AFTER INSERT ON unit_succession WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 6, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.old_unit AS v UNION ALL SELECT 2 AS c, NEW.new_unit AS v UNION ALL SELECT 3 AS c, NEW.kind AS v UNION ALL SELECT 4 AS c, NEW.on_date AS v UNION ALL SELECT 5 AS c, NEW.basis AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v); END;
CREATE TRIGGER unit_succession_1 AFTER UPDATE OF old_unit ON unit_succession WHEN OLD.old_unit IS NOT NEW.old_unit BEGIN INSERT INTO field_change VALUES (6, NEW.id, 1, OLD.old_unit, NEW.old_unit); END;
CREATE TRIGGER unit_succession_2 AFTER UPDATE OF new_unit ON unit_succession WHEN OLD.new_unit IS NOT NEW.new_unit BEGIN INSERT INTO field_change VALUES (6, NEW.id, 2, OLD.new_unit, NEW.new_unit); END;
CREATE TRIGGER unit_succession_3 AFTER UPDATE OF kind ON unit_succession WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (6, NEW.id, 3, OLD.kind, NEW.kind); END;
CREATE TRIGGER unit_succession_4 AFTER UPDATE OF on_date ON unit_succession WHEN OLD.on_date IS NOT NEW.on_date BEGIN INSERT INTO field_change VALUES (6, NEW.id, 4, OLD.on_date, NEW.on_date); END;
CREATE TRIGGER unit_succession_5 AFTER UPDATE OF basis ON unit_succession WHEN OLD.basis IS NOT NEW.basis BEGIN INSERT INTO field_change VALUES (6, NEW.id, 5, OLD.basis, NEW.basis); END;
CREATE TRIGGER unit_succession_6 AFTER UPDATE OF deleted ON unit_succession WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (6, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER unit_succession_keep BEFORE DELETE ON unit_succession BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER unit_succession_id BEFORE UPDATE OF id ON unit_succession BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- collaborator
CREATE TRIGGER collaborator_new AFTER INSERT ON collaborator BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 7, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER collaborator_fixed AFTER INSERT ON collaborator WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 7, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.full_name AS v UNION ALL SELECT 2 AS c, NEW.given_name AS v UNION ALL SELECT 3 AS c, NEW.sex AS v UNION ALL SELECT 4 AS c, NEW.birth_year AS v UNION ALL SELECT 5 AS c, NEW.birth_date AS v UNION ALL SELECT 6 AS c, NEW.unit AS v UNION ALL SELECT 7 AS c, NEW.post AS v UNION ALL SELECT 8 AS c, NEW.concurrent_post AS v UNION ALL SELECT 9 AS c, NEW.level AS v UNION ALL SELECT 10 AS c, NEW.email AS v UNION ALL SELECT 11 AS c, NEW.address AS v UNION ALL SELECT 12 AS c, NEW.code AS v UNION ALL SELECT 13 AS c, NEW.decision_number AS v UNION ALL SELECT 14 AS c, NEW.decision_date AS v UNION ALL SELECT 15 AS c, NEW.term_from AS v UNION ALL SELECT 16 AS c, NEW.term_to AS v UNION ALL SELECT 17 AS c, NEW.term_text AS v UNION ALL SELECT 18 AS c, NEW.contract_months AS v UNION ALL SELECT 19 AS c, NEW.status AS v UNION ALL SELECT 20 AS c, NEW.allowance AS v UNION ALL SELECT 21 AS c, NEW.note AS v UNION ALL SELECT 22 AS c, NEW.deleted AS v); END;
CREATE TRIGGER collaborator_1 AFTER UPDATE OF full_name ON collaborator WHEN OLD.full_name IS NOT NEW.full_name BEGIN INSERT INTO field_change VALUES (7, NEW.id, 1, OLD.full_name, NEW.full_name); END;
CREATE TRIGGER collaborator_2 AFTER UPDATE OF given_name ON collaborator WHEN OLD.given_name IS NOT NEW.given_name BEGIN INSERT INTO field_change VALUES (7, NEW.id, 2, OLD.given_name, NEW.given_name); END;
CREATE TRIGGER collaborator_3 AFTER UPDATE OF sex ON collaborator WHEN OLD.sex IS NOT NEW.sex BEGIN INSERT INTO field_change VALUES (7, NEW.id, 3, OLD.sex, NEW.sex); END;
CREATE TRIGGER collaborator_4 AFTER UPDATE OF birth_year ON collaborator WHEN OLD.birth_year IS NOT NEW.birth_year BEGIN INSERT INTO field_change VALUES (7, NEW.id, 4, OLD.birth_year, NEW.birth_year); END;
CREATE TRIGGER collaborator_5 AFTER UPDATE OF birth_date ON collaborator WHEN OLD.birth_date IS NOT NEW.birth_date BEGIN INSERT INTO field_change VALUES (7, NEW.id, 5, OLD.birth_date, NEW.birth_date); END;
CREATE TRIGGER collaborator_6 AFTER UPDATE OF unit ON collaborator WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (7, NEW.id, 6, OLD.unit, NEW.unit); END;
CREATE TRIGGER collaborator_7 AFTER UPDATE OF post ON collaborator WHEN OLD.post IS NOT NEW.post BEGIN INSERT INTO field_change VALUES (7, NEW.id, 7, OLD.post, NEW.post); END;
CREATE TRIGGER collaborator_8 AFTER UPDATE OF concurrent_post ON collaborator WHEN OLD.concurrent_post IS NOT NEW.concurrent_post BEGIN INSERT INTO field_change VALUES (7, NEW.id, 8, OLD.concurrent_post, NEW.concurrent_post); END;
CREATE TRIGGER collaborator_9 AFTER UPDATE OF level ON collaborator WHEN OLD.level IS NOT NEW.level BEGIN INSERT INTO field_change VALUES (7, NEW.id, 9, OLD.level, NEW.level); END;
CREATE TRIGGER collaborator_10 AFTER UPDATE OF email ON collaborator WHEN OLD.email IS NOT NEW.email BEGIN INSERT INTO field_change VALUES (7, NEW.id, 10, OLD.email, NEW.email); END;
CREATE TRIGGER collaborator_11 AFTER UPDATE OF address ON collaborator WHEN OLD.address IS NOT NEW.address BEGIN INSERT INTO field_change VALUES (7, NEW.id, 11, OLD.address, NEW.address); END;
CREATE TRIGGER collaborator_12 AFTER UPDATE OF code ON collaborator WHEN OLD.code IS NOT NEW.code BEGIN INSERT INTO field_change VALUES (7, NEW.id, 12, OLD.code, NEW.code); END;
CREATE TRIGGER collaborator_13 AFTER UPDATE OF decision_number ON collaborator WHEN OLD.decision_number IS NOT NEW.decision_number BEGIN INSERT INTO field_change VALUES (7, NEW.id, 13, OLD.decision_number, NEW.decision_number); END;
CREATE TRIGGER collaborator_14 AFTER UPDATE OF decision_date ON collaborator WHEN OLD.decision_date IS NOT NEW.decision_date BEGIN INSERT INTO field_change VALUES (7, NEW.id, 14, OLD.decision_date, NEW.decision_date); END;
CREATE TRIGGER collaborator_15 AFTER UPDATE OF term_from ON collaborator WHEN OLD.term_from IS NOT NEW.term_from BEGIN INSERT INTO field_change VALUES (7, NEW.id, 15, OLD.term_from, NEW.term_from); END;
CREATE TRIGGER collaborator_16 AFTER UPDATE OF term_to ON collaborator WHEN OLD.term_to IS NOT NEW.term_to BEGIN INSERT INTO field_change VALUES (7, NEW.id, 16, OLD.term_to, NEW.term_to); END;
CREATE TRIGGER collaborator_17 AFTER UPDATE OF term_text ON collaborator WHEN OLD.term_text IS NOT NEW.term_text BEGIN INSERT INTO field_change VALUES (7, NEW.id, 17, OLD.term_text, NEW.term_text); END;
CREATE TRIGGER collaborator_18 AFTER UPDATE OF contract_months ON collaborator WHEN OLD.contract_months IS NOT NEW.contract_months BEGIN INSERT INTO field_change VALUES (7, NEW.id, 18, OLD.contract_months, NEW.contract_months); END;
CREATE TRIGGER collaborator_19 AFTER UPDATE OF status ON collaborator WHEN OLD.status IS NOT NEW.status BEGIN INSERT INTO field_change VALUES (7, NEW.id, 19, OLD.status, NEW.status); END;
CREATE TRIGGER collaborator_20 AFTER UPDATE OF allowance ON collaborator WHEN OLD.allowance IS NOT NEW.allowance BEGIN INSERT INTO field_change VALUES (7, NEW.id, 20, OLD.allowance, NEW.allowance); END;
CREATE TRIGGER collaborator_21 AFTER UPDATE OF note ON collaborator WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (7, NEW.id, 21, OLD.note, NEW.note); END;
CREATE TRIGGER collaborator_22 AFTER UPDATE OF deleted ON collaborator WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (7, NEW.id, 22, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER collaborator_keep BEFORE DELETE ON collaborator BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER collaborator_id BEFORE UPDATE OF id ON collaborator BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- collaborator_phone
CREATE TRIGGER collaborator_phone_new AFTER INSERT ON collaborator_phone BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 8, NEW.id, 0, 4, NULL, NULL, log_grp(), NULL, NEW.deleted); INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 8, NEW.id, 1, 3, NULL, NULL, log_grp(), NULL, NEW.position); END;
CREATE TRIGGER collaborator_phone_1 AFTER UPDATE OF collaborator ON collaborator_phone WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (8, NEW.id, 1, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER collaborator_phone_2 AFTER UPDATE OF number ON collaborator_phone WHEN OLD.number IS NOT NEW.number BEGIN INSERT INTO field_change VALUES (8, NEW.id, 2, OLD.number, NEW.number); END;
CREATE TRIGGER collaborator_phone_3 AFTER UPDATE OF position ON collaborator_phone WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (8, NEW.id, 3, OLD.position, NEW.position); END;
CREATE TRIGGER collaborator_phone_4 AFTER UPDATE OF deleted ON collaborator_phone WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (8, NEW.id, 4, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER collaborator_phone_keep BEFORE DELETE ON collaborator_phone BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER collaborator_phone_id BEFORE UPDATE OF id ON collaborator_phone BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- collaborator_topic
CREATE TRIGGER collaborator_topic_new AFTER INSERT ON collaborator_topic BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 9, NEW.id, 0, 3, NULL, NULL, log_grp(), NULL, NEW.deleted); END;
CREATE TRIGGER collaborator_topic_1 AFTER UPDATE OF collaborator ON collaborator_topic WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (9, NEW.id, 1, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER collaborator_topic_2 AFTER UPDATE OF topic ON collaborator_topic WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (9, NEW.id, 2, OLD.topic, NEW.topic); END;
CREATE TRIGGER collaborator_topic_3 AFTER UPDATE OF deleted ON collaborator_topic WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (9, NEW.id, 3, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER collaborator_topic_keep BEFORE DELETE ON collaborator_topic BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER collaborator_topic_id BEFORE UPDATE OF id ON collaborator_topic BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- appointment
CREATE TRIGGER appointment_new AFTER INSERT ON appointment BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 10, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER appointment_fixed AFTER INSERT ON appointment WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 10, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.collaborator AS v UNION ALL SELECT 2 AS c, NEW.kind AS v UNION ALL SELECT 3 AS c, NEW.decision_number AS v UNION ALL SELECT 4 AS c, NEW.decision_date AS v UNION ALL SELECT 5 AS c, NEW.term_from AS v UNION ALL SELECT 6 AS c, NEW.term_to AS v UNION ALL SELECT 7 AS c, NEW.unit AS v UNION ALL SELECT 8 AS c, NEW.reason AS v UNION ALL SELECT 9 AS c, NEW.deleted AS v); END;
CREATE TRIGGER appointment_1 AFTER UPDATE OF collaborator ON appointment WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (10, NEW.id, 1, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER appointment_2 AFTER UPDATE OF kind ON appointment WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (10, NEW.id, 2, OLD.kind, NEW.kind); END;
CREATE TRIGGER appointment_3 AFTER UPDATE OF decision_number ON appointment WHEN OLD.decision_number IS NOT NEW.decision_number BEGIN INSERT INTO field_change VALUES (10, NEW.id, 3, OLD.decision_number, NEW.decision_number); END;
CREATE TRIGGER appointment_4 AFTER UPDATE OF decision_date ON appointment WHEN OLD.decision_date IS NOT NEW.decision_date BEGIN INSERT INTO field_change VALUES (10, NEW.id, 4, OLD.decision_date, NEW.decision_date); END;
CREATE TRIGGER appointment_5 AFTER UPDATE OF term_from ON appointment WHEN OLD.term_from IS NOT NEW.term_from BEGIN INSERT INTO field_change VALUES (10, NEW.id, 5, OLD.term_from, NEW.term_from); END;
CREATE TRIGGER appointment_6 AFTER UPDATE OF term_to ON appointment WHEN OLD.term_to IS NOT NEW.term_to BEGIN INSERT INTO field_change VALUES (10, NEW.id, 6, OLD.term_to, NEW.term_to); END;
CREATE TRIGGER appointment_7 AFTER UPDATE OF unit ON appointment WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (10, NEW.id, 7, OLD.unit, NEW.unit); END;
CREATE TRIGGER appointment_8 AFTER UPDATE OF reason ON appointment WHEN OLD.reason IS NOT NEW.reason BEGIN INSERT INTO field_change VALUES (10, NEW.id, 8, OLD.reason, NEW.reason); END;
CREATE TRIGGER appointment_9 AFTER UPDATE OF deleted ON appointment WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (10, NEW.id, 9, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER appointment_keep BEFORE DELETE ON appointment BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER appointment_id BEFORE UPDATE OF id ON appointment BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- commendation
CREATE TRIGGER commendation_new AFTER INSERT ON commendation BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 11, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER commendation_fixed AFTER INSERT ON commendation WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 11, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.collaborator AS v UNION ALL SELECT 2 AS c, NEW.awarded_on AS v UNION ALL SELECT 3 AS c, NEW.kind AS v UNION ALL SELECT 4 AS c, NEW.content AS v UNION ALL SELECT 5 AS c, NEW.decision_number AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v); END;
CREATE TRIGGER commendation_1 AFTER UPDATE OF collaborator ON commendation WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (11, NEW.id, 1, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER commendation_2 AFTER UPDATE OF awarded_on ON commendation WHEN OLD.awarded_on IS NOT NEW.awarded_on BEGIN INSERT INTO field_change VALUES (11, NEW.id, 2, OLD.awarded_on, NEW.awarded_on); END;
CREATE TRIGGER commendation_3 AFTER UPDATE OF kind ON commendation WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (11, NEW.id, 3, OLD.kind, NEW.kind); END;
CREATE TRIGGER commendation_4 AFTER UPDATE OF content ON commendation WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (11, NEW.id, 4, OLD.content, NEW.content); END;
CREATE TRIGGER commendation_5 AFTER UPDATE OF decision_number ON commendation WHEN OLD.decision_number IS NOT NEW.decision_number BEGIN INSERT INTO field_change VALUES (11, NEW.id, 5, OLD.decision_number, NEW.decision_number); END;
CREATE TRIGGER commendation_6 AFTER UPDATE OF deleted ON commendation WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (11, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER commendation_keep BEFORE DELETE ON commendation BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER commendation_id BEFORE UPDATE OF id ON commendation BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- topic
CREATE TRIGGER topic_new AFTER INSERT ON topic BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 12, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER topic_fixed AFTER INSERT ON topic WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 12, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.parent AS v UNION ALL SELECT 2 AS c, NEW.code AS v UNION ALL SELECT 3 AS c, NEW.name AS v UNION ALL SELECT 4 AS c, NEW.keywords AS v UNION ALL SELECT 5 AS c, NEW.area AS v UNION ALL SELECT 6 AS c, NEW.position AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER topic_1 AFTER UPDATE OF parent ON topic WHEN OLD.parent IS NOT NEW.parent BEGIN INSERT INTO field_change VALUES (12, NEW.id, 1, OLD.parent, NEW.parent); END;
CREATE TRIGGER topic_2 AFTER UPDATE OF code ON topic WHEN OLD.code IS NOT NEW.code BEGIN INSERT INTO field_change VALUES (12, NEW.id, 2, OLD.code, NEW.code); END;
CREATE TRIGGER topic_3 AFTER UPDATE OF name ON topic WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (12, NEW.id, 3, OLD.name, NEW.name); END;
CREATE TRIGGER topic_4 AFTER UPDATE OF keywords ON topic WHEN OLD.keywords IS NOT NEW.keywords BEGIN INSERT INTO field_change VALUES (12, NEW.id, 4, OLD.keywords, NEW.keywords); END;
CREATE TRIGGER topic_5 AFTER UPDATE OF area ON topic WHEN OLD.area IS NOT NEW.area BEGIN INSERT INTO field_change VALUES (12, NEW.id, 5, OLD.area, NEW.area); END;
CREATE TRIGGER topic_6 AFTER UPDATE OF position ON topic WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (12, NEW.id, 6, OLD.position, NEW.position); END;
CREATE TRIGGER topic_7 AFTER UPDATE OF deleted ON topic WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (12, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER topic_keep BEFORE DELETE ON topic BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER topic_id BEFORE UPDATE OF id ON topic BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- issue
CREATE TRIGGER issue_new AFTER INSERT ON issue BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 13, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER issue_fixed AFTER INSERT ON issue WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 13, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.title AS v UNION ALL SELECT 2 AS c, NEW.grade AS v UNION ALL SELECT 3 AS c, NEW.state AS v UNION ALL SELECT 4 AS c, NEW.arisen_on AS v UNION ALL SELECT 5 AS c, NEW.place AS v UNION ALL SELECT 6 AS c, NEW.cause AS v UNION ALL SELECT 7 AS c, NEW.lead_body AS v UNION ALL SELECT 8 AS c, NEW.answer_due AS v UNION ALL SELECT 9 AS c, NEW.measures AS v UNION ALL SELECT 10 AS c, NEW.result AS v UNION ALL SELECT 11 AS c, NEW.lesson AS v UNION ALL SELECT 12 AS c, NEW.answer AS v UNION ALL SELECT 13 AS c, NEW.answered_on AS v UNION ALL SELECT 14 AS c, NEW.topic AS v UNION ALL SELECT 15 AS c, NEW.deleted AS v); END;
CREATE TRIGGER issue_1 AFTER UPDATE OF title ON issue WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (13, NEW.id, 1, OLD.title, NEW.title); END;
CREATE TRIGGER issue_2 AFTER UPDATE OF grade ON issue WHEN OLD.grade IS NOT NEW.grade BEGIN INSERT INTO field_change VALUES (13, NEW.id, 2, OLD.grade, NEW.grade); END;
CREATE TRIGGER issue_3 AFTER UPDATE OF state ON issue WHEN OLD.state IS NOT NEW.state BEGIN INSERT INTO field_change VALUES (13, NEW.id, 3, OLD.state, NEW.state); END;
CREATE TRIGGER issue_4 AFTER UPDATE OF arisen_on ON issue WHEN OLD.arisen_on IS NOT NEW.arisen_on BEGIN INSERT INTO field_change VALUES (13, NEW.id, 4, OLD.arisen_on, NEW.arisen_on); END;
CREATE TRIGGER issue_5 AFTER UPDATE OF place ON issue WHEN OLD.place IS NOT NEW.place BEGIN INSERT INTO field_change VALUES (13, NEW.id, 5, OLD.place, NEW.place); END;
CREATE TRIGGER issue_6 AFTER UPDATE OF cause ON issue WHEN OLD.cause IS NOT NEW.cause BEGIN INSERT INTO field_change VALUES (13, NEW.id, 6, OLD.cause, NEW.cause); END;
CREATE TRIGGER issue_7 AFTER UPDATE OF lead_body ON issue WHEN OLD.lead_body IS NOT NEW.lead_body BEGIN INSERT INTO field_change VALUES (13, NEW.id, 7, OLD.lead_body, NEW.lead_body); END;
CREATE TRIGGER issue_8 AFTER UPDATE OF answer_due ON issue WHEN OLD.answer_due IS NOT NEW.answer_due BEGIN INSERT INTO field_change VALUES (13, NEW.id, 8, OLD.answer_due, NEW.answer_due); END;
CREATE TRIGGER issue_9 AFTER UPDATE OF measures ON issue WHEN OLD.measures IS NOT NEW.measures BEGIN INSERT INTO field_change VALUES (13, NEW.id, 9, OLD.measures, NEW.measures); END;
CREATE TRIGGER issue_10 AFTER UPDATE OF result ON issue WHEN OLD.result IS NOT NEW.result BEGIN INSERT INTO field_change VALUES (13, NEW.id, 10, OLD.result, NEW.result); END;
CREATE TRIGGER issue_11 AFTER UPDATE OF lesson ON issue WHEN OLD.lesson IS NOT NEW.lesson BEGIN INSERT INTO field_change VALUES (13, NEW.id, 11, OLD.lesson, NEW.lesson); END;
CREATE TRIGGER issue_12 AFTER UPDATE OF answer ON issue WHEN OLD.answer IS NOT NEW.answer BEGIN INSERT INTO field_change VALUES (13, NEW.id, 12, OLD.answer, NEW.answer); END;
CREATE TRIGGER issue_13 AFTER UPDATE OF answered_on ON issue WHEN OLD.answered_on IS NOT NEW.answered_on BEGIN INSERT INTO field_change VALUES (13, NEW.id, 13, OLD.answered_on, NEW.answered_on); END;
CREATE TRIGGER issue_14 AFTER UPDATE OF topic ON issue WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (13, NEW.id, 14, OLD.topic, NEW.topic); END;
CREATE TRIGGER issue_15 AFTER UPDATE OF deleted ON issue WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (13, NEW.id, 15, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER issue_keep BEFORE DELETE ON issue BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER issue_id BEFORE UPDATE OF id ON issue BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- report
CREATE TRIGGER report_new AFTER INSERT ON report BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 14, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER report_fixed AFTER INSERT ON report WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 14, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.arrival_number AS v UNION ALL SELECT 2 AS c, NEW.received_at AS v UNION ALL SELECT 3 AS c, NEW.received_rule AS v UNION ALL SELECT 4 AS c, NEW.title AS v UNION ALL SELECT 5 AS c, NEW.summary AS v UNION ALL SELECT 6 AS c, NEW.collaborator AS v UNION ALL SELECT 7 AS c, NEW.submitter_name AS v UNION ALL SELECT 8 AS c, NEW.unit AS v UNION ALL SELECT 9 AS c, NEW.unit_name AS v UNION ALL SELECT 10 AS c, NEW.document_number AS v UNION ALL SELECT 11 AS c, NEW.document_date AS v UNION ALL SELECT 12 AS c, NEW.issuer AS v UNION ALL SELECT 13 AS c, NEW.kind AS v UNION ALL SELECT 14 AS c, NEW.period_kind AS v UNION ALL SELECT 15 AS c, NEW.period_from AS v UNION ALL SELECT 16 AS c, NEW.period_to AS v UNION ALL SELECT 17 AS c, NEW.channel AS v UNION ALL SELECT 18 AS c, NEW.urgency AS v UNION ALL SELECT 19 AS c, NEW.source_key AS v UNION ALL SELECT 20 AS c, NEW.source_name AS v UNION ALL SELECT 21 AS c, NEW.form_marks AS v UNION ALL SELECT 22 AS c, NEW.note AS v UNION ALL SELECT 23 AS c, NEW.deleted AS v); END;
CREATE TRIGGER report_1 AFTER UPDATE OF arrival_number ON report WHEN OLD.arrival_number IS NOT NEW.arrival_number BEGIN INSERT INTO field_change VALUES (14, NEW.id, 1, OLD.arrival_number, NEW.arrival_number); END;
CREATE TRIGGER report_2 AFTER UPDATE OF received_at ON report WHEN OLD.received_at IS NOT NEW.received_at BEGIN INSERT INTO field_change VALUES (14, NEW.id, 2, OLD.received_at, NEW.received_at); END;
CREATE TRIGGER report_3 AFTER UPDATE OF received_rule ON report WHEN OLD.received_rule IS NOT NEW.received_rule BEGIN INSERT INTO field_change VALUES (14, NEW.id, 3, OLD.received_rule, NEW.received_rule); END;
CREATE TRIGGER report_4 AFTER UPDATE OF title ON report WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (14, NEW.id, 4, OLD.title, NEW.title); END;
CREATE TRIGGER report_5 AFTER UPDATE OF summary ON report WHEN OLD.summary IS NOT NEW.summary BEGIN INSERT INTO field_change VALUES (14, NEW.id, 5, OLD.summary, NEW.summary); END;
CREATE TRIGGER report_6 AFTER UPDATE OF collaborator ON report WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (14, NEW.id, 6, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER report_7 AFTER UPDATE OF submitter_name ON report WHEN OLD.submitter_name IS NOT NEW.submitter_name BEGIN INSERT INTO field_change VALUES (14, NEW.id, 7, OLD.submitter_name, NEW.submitter_name); END;
CREATE TRIGGER report_8 AFTER UPDATE OF unit ON report WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (14, NEW.id, 8, OLD.unit, NEW.unit); END;
CREATE TRIGGER report_9 AFTER UPDATE OF unit_name ON report WHEN OLD.unit_name IS NOT NEW.unit_name BEGIN INSERT INTO field_change VALUES (14, NEW.id, 9, OLD.unit_name, NEW.unit_name); END;
CREATE TRIGGER report_10 AFTER UPDATE OF document_number ON report WHEN OLD.document_number IS NOT NEW.document_number BEGIN INSERT INTO field_change VALUES (14, NEW.id, 10, OLD.document_number, NEW.document_number); END;
CREATE TRIGGER report_11 AFTER UPDATE OF document_date ON report WHEN OLD.document_date IS NOT NEW.document_date BEGIN INSERT INTO field_change VALUES (14, NEW.id, 11, OLD.document_date, NEW.document_date); END;
CREATE TRIGGER report_12 AFTER UPDATE OF issuer ON report WHEN OLD.issuer IS NOT NEW.issuer BEGIN INSERT INTO field_change VALUES (14, NEW.id, 12, OLD.issuer, NEW.issuer); END;
CREATE TRIGGER report_13 AFTER UPDATE OF kind ON report WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (14, NEW.id, 13, OLD.kind, NEW.kind); END;
CREATE TRIGGER report_14 AFTER UPDATE OF period_kind ON report WHEN OLD.period_kind IS NOT NEW.period_kind BEGIN INSERT INTO field_change VALUES (14, NEW.id, 14, OLD.period_kind, NEW.period_kind); END;
CREATE TRIGGER report_15 AFTER UPDATE OF period_from ON report WHEN OLD.period_from IS NOT NEW.period_from BEGIN INSERT INTO field_change VALUES (14, NEW.id, 15, OLD.period_from, NEW.period_from); END;
CREATE TRIGGER report_16 AFTER UPDATE OF period_to ON report WHEN OLD.period_to IS NOT NEW.period_to BEGIN INSERT INTO field_change VALUES (14, NEW.id, 16, OLD.period_to, NEW.period_to); END;
CREATE TRIGGER report_17 AFTER UPDATE OF channel ON report WHEN OLD.channel IS NOT NEW.channel BEGIN INSERT INTO field_change VALUES (14, NEW.id, 17, OLD.channel, NEW.channel); END;
CREATE TRIGGER report_18 AFTER UPDATE OF urgency ON report WHEN OLD.urgency IS NOT NEW.urgency BEGIN INSERT INTO field_change VALUES (14, NEW.id, 18, OLD.urgency, NEW.urgency); END;
CREATE TRIGGER report_19 AFTER UPDATE OF source_key ON report WHEN OLD.source_key IS NOT NEW.source_key BEGIN INSERT INTO field_change VALUES (14, NEW.id, 19, OLD.source_key, NEW.source_key); END;
CREATE TRIGGER report_20 AFTER UPDATE OF source_name ON report WHEN OLD.source_name IS NOT NEW.source_name BEGIN INSERT INTO field_change VALUES (14, NEW.id, 20, OLD.source_name, NEW.source_name); END;
CREATE TRIGGER report_21 AFTER UPDATE OF form_marks ON report WHEN OLD.form_marks IS NOT NEW.form_marks BEGIN INSERT INTO field_change VALUES (14, NEW.id, 21, OLD.form_marks, NEW.form_marks); END;
CREATE TRIGGER report_22 AFTER UPDATE OF note ON report WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (14, NEW.id, 22, OLD.note, NEW.note); END;
CREATE TRIGGER report_23 AFTER UPDATE OF deleted ON report WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (14, NEW.id, 23, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER report_keep BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER report_id BEFORE UPDATE OF id ON report BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- item
CREATE TRIGGER item_new AFTER INSERT ON item BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 15, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER item_fixed AFTER INSERT ON item WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 15, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.report AS v UNION ALL SELECT 2 AS c, NEW.position AS v UNION ALL SELECT 3 AS c, NEW.title AS v UNION ALL SELECT 4 AS c, NEW.body AS v UNION ALL SELECT 5 AS c, NEW.place AS v UNION ALL SELECT 6 AS c, NEW.issue AS v UNION ALL SELECT 7 AS c, NEW.kind AS v UNION ALL SELECT 8 AS c, NEW.rumour_source AS v UNION ALL SELECT 9 AS c, NEW.verification AS v UNION ALL SELECT 10 AS c, NEW.forecast AS v UNION ALL SELECT 11 AS c, NEW.recommendation AS v UNION ALL SELECT 12 AS c, NEW.triage AS v UNION ALL SELECT 13 AS c, NEW.triage_reason AS v UNION ALL SELECT 14 AS c, NEW.duplicate_of AS v UNION ALL SELECT 15 AS c, NEW.handler AS v UNION ALL SELECT 16 AS c, NEW.note AS v UNION ALL SELECT 17 AS c, NEW.deleted AS v); END;
CREATE TRIGGER item_1 AFTER UPDATE OF report ON item WHEN OLD.report IS NOT NEW.report BEGIN INSERT INTO field_change VALUES (15, NEW.id, 1, OLD.report, NEW.report); END;
CREATE TRIGGER item_2 AFTER UPDATE OF position ON item WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (15, NEW.id, 2, OLD.position, NEW.position); END;
CREATE TRIGGER item_3 AFTER UPDATE OF title ON item WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (15, NEW.id, 3, OLD.title, NEW.title); END;
CREATE TRIGGER item_4 AFTER UPDATE OF body ON item WHEN OLD.body IS NOT NEW.body BEGIN INSERT INTO field_change VALUES (15, NEW.id, 4, OLD.body, NEW.body); END;
CREATE TRIGGER item_5 AFTER UPDATE OF place ON item WHEN OLD.place IS NOT NEW.place BEGIN INSERT INTO field_change VALUES (15, NEW.id, 5, OLD.place, NEW.place); END;
CREATE TRIGGER item_6 AFTER UPDATE OF issue ON item WHEN OLD.issue IS NOT NEW.issue BEGIN INSERT INTO field_change VALUES (15, NEW.id, 6, OLD.issue, NEW.issue); END;
CREATE TRIGGER item_7 AFTER UPDATE OF kind ON item WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (15, NEW.id, 7, OLD.kind, NEW.kind); END;
CREATE TRIGGER item_8 AFTER UPDATE OF rumour_source ON item WHEN OLD.rumour_source IS NOT NEW.rumour_source BEGIN INSERT INTO field_change VALUES (15, NEW.id, 8, OLD.rumour_source, NEW.rumour_source); END;
CREATE TRIGGER item_9 AFTER UPDATE OF verification ON item WHEN OLD.verification IS NOT NEW.verification BEGIN INSERT INTO field_change VALUES (15, NEW.id, 9, OLD.verification, NEW.verification); END;
CREATE TRIGGER item_10 AFTER UPDATE OF forecast ON item WHEN OLD.forecast IS NOT NEW.forecast BEGIN INSERT INTO field_change VALUES (15, NEW.id, 10, OLD.forecast, NEW.forecast); END;
CREATE TRIGGER item_11 AFTER UPDATE OF recommendation ON item WHEN OLD.recommendation IS NOT NEW.recommendation BEGIN INSERT INTO field_change VALUES (15, NEW.id, 11, OLD.recommendation, NEW.recommendation); END;
CREATE TRIGGER item_12 AFTER UPDATE OF triage ON item WHEN OLD.triage IS NOT NEW.triage BEGIN INSERT INTO field_change VALUES (15, NEW.id, 12, OLD.triage, NEW.triage); END;
CREATE TRIGGER item_13 AFTER UPDATE OF triage_reason ON item WHEN OLD.triage_reason IS NOT NEW.triage_reason BEGIN INSERT INTO field_change VALUES (15, NEW.id, 13, OLD.triage_reason, NEW.triage_reason); END;
CREATE TRIGGER item_14 AFTER UPDATE OF duplicate_of ON item WHEN OLD.duplicate_of IS NOT NEW.duplicate_of BEGIN INSERT INTO field_change VALUES (15, NEW.id, 14, OLD.duplicate_of, NEW.duplicate_of); END;
CREATE TRIGGER item_15 AFTER UPDATE OF handler ON item WHEN OLD.handler IS NOT NEW.handler BEGIN INSERT INTO field_change VALUES (15, NEW.id, 15, OLD.handler, NEW.handler); END;
CREATE TRIGGER item_16 AFTER UPDATE OF note ON item WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (15, NEW.id, 16, OLD.note, NEW.note); END;
CREATE TRIGGER item_17 AFTER UPDATE OF deleted ON item WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (15, NEW.id, 17, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER item_keep BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER item_id BEFORE UPDATE OF id ON item BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- item_topic
CREATE TRIGGER item_topic_new AFTER INSERT ON item_topic BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 16, NEW.id, 0, 3, NULL, NULL, log_grp(), NULL, NEW.deleted); END;
CREATE TRIGGER item_topic_1 AFTER UPDATE OF item ON item_topic WHEN OLD.item IS NOT NEW.item BEGIN INSERT INTO field_change VALUES (16, NEW.id, 1, OLD.item, NEW.item); END;
CREATE TRIGGER item_topic_2 AFTER UPDATE OF topic ON item_topic WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (16, NEW.id, 2, OLD.topic, NEW.topic); END;
CREATE TRIGGER item_topic_3 AFTER UPDATE OF deleted ON item_topic WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (16, NEW.id, 3, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER item_topic_keep BEFORE DELETE ON item_topic BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER item_topic_id BEFORE UPDATE OF id ON item_topic BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- stream
CREATE TRIGGER stream_new AFTER INSERT ON stream BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 17, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER stream_fixed AFTER INSERT ON stream WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 17, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.item AS v UNION ALL SELECT 2 AS c, NEW.position AS v UNION ALL SELECT 3 AS c, NEW.topic AS v UNION ALL SELECT 4 AS c, NEW.group_name AS v UNION ALL SELECT 5 AS c, NEW.band AS v UNION ALL SELECT 6 AS c, NEW.tendency AS v UNION ALL SELECT 7 AS c, NEW.intensity AS v UNION ALL SELECT 8 AS c, NEW.gist AS v UNION ALL SELECT 9 AS c, NEW.band_word AS v UNION ALL SELECT 10 AS c, NEW.tendency_word AS v UNION ALL SELECT 11 AS c, NEW.deleted AS v); END;
CREATE TRIGGER stream_1 AFTER UPDATE OF item ON stream WHEN OLD.item IS NOT NEW.item BEGIN INSERT INTO field_change VALUES (17, NEW.id, 1, OLD.item, NEW.item); END;
CREATE TRIGGER stream_2 AFTER UPDATE OF position ON stream WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (17, NEW.id, 2, OLD.position, NEW.position); END;
CREATE TRIGGER stream_3 AFTER UPDATE OF topic ON stream WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (17, NEW.id, 3, OLD.topic, NEW.topic); END;
CREATE TRIGGER stream_4 AFTER UPDATE OF group_name ON stream WHEN OLD.group_name IS NOT NEW.group_name BEGIN INSERT INTO field_change VALUES (17, NEW.id, 4, OLD.group_name, NEW.group_name); END;
CREATE TRIGGER stream_5 AFTER UPDATE OF band ON stream WHEN OLD.band IS NOT NEW.band BEGIN INSERT INTO field_change VALUES (17, NEW.id, 5, OLD.band, NEW.band); END;
CREATE TRIGGER stream_6 AFTER UPDATE OF tendency ON stream WHEN OLD.tendency IS NOT NEW.tendency BEGIN INSERT INTO field_change VALUES (17, NEW.id, 6, OLD.tendency, NEW.tendency); END;
CREATE TRIGGER stream_7 AFTER UPDATE OF intensity ON stream WHEN OLD.intensity IS NOT NEW.intensity BEGIN INSERT INTO field_change VALUES (17, NEW.id, 7, OLD.intensity, NEW.intensity); END;
CREATE TRIGGER stream_8 AFTER UPDATE OF gist ON stream WHEN OLD.gist IS NOT NEW.gist BEGIN INSERT INTO field_change VALUES (17, NEW.id, 8, OLD.gist, NEW.gist); END;
CREATE TRIGGER stream_9 AFTER UPDATE OF band_word ON stream WHEN OLD.band_word IS NOT NEW.band_word BEGIN INSERT INTO field_change VALUES (17, NEW.id, 9, OLD.band_word, NEW.band_word); END;
CREATE TRIGGER stream_10 AFTER UPDATE OF tendency_word ON stream WHEN OLD.tendency_word IS NOT NEW.tendency_word BEGIN INSERT INTO field_change VALUES (17, NEW.id, 10, OLD.tendency_word, NEW.tendency_word); END;
CREATE TRIGGER stream_11 AFTER UPDATE OF deleted ON stream WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (17, NEW.id, 11, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER stream_keep BEFORE DELETE ON stream BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER stream_id BEFORE UPDATE OF id ON stream BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- attachment
CREATE TRIGGER attachment_new AFTER INSERT ON attachment BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 18, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER attachment_fixed AFTER INSERT ON attachment WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 18, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.report AS v UNION ALL SELECT 2 AS c, NEW.name AS v UNION ALL SELECT 3 AS c, NEW.media_type AS v UNION ALL SELECT 4 AS c, NEW.size AS v UNION ALL SELECT 5 AS c, NEW.sha256 AS v UNION ALL SELECT 6 AS c, NEW.content AS v UNION ALL SELECT 7 AS c, NEW.original AS v UNION ALL SELECT 8 AS c, NEW.deleted AS v); END;
CREATE TRIGGER attachment_1 AFTER UPDATE OF report ON attachment WHEN OLD.report IS NOT NEW.report BEGIN INSERT INTO field_change VALUES (18, NEW.id, 1, OLD.report, NEW.report); END;
CREATE TRIGGER attachment_2 AFTER UPDATE OF name ON attachment WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (18, NEW.id, 2, OLD.name, NEW.name); END;
CREATE TRIGGER attachment_3 AFTER UPDATE OF media_type ON attachment WHEN OLD.media_type IS NOT NEW.media_type BEGIN INSERT INTO field_change VALUES (18, NEW.id, 3, OLD.media_type, NEW.media_type); END;
CREATE TRIGGER attachment_4 AFTER UPDATE OF size ON attachment WHEN OLD.size IS NOT NEW.size BEGIN INSERT INTO field_change VALUES (18, NEW.id, 4, OLD.size, NEW.size); END;
CREATE TRIGGER attachment_5 AFTER UPDATE OF sha256 ON attachment WHEN OLD.sha256 IS NOT NEW.sha256 BEGIN INSERT INTO field_change VALUES (18, NEW.id, 5, OLD.sha256, NEW.sha256); END;
CREATE TRIGGER attachment_6 AFTER UPDATE OF content ON attachment WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (18, NEW.id, 6, OLD.content, NEW.content); END;
CREATE TRIGGER attachment_7 AFTER UPDATE OF original ON attachment WHEN OLD.original IS NOT NEW.original BEGIN INSERT INTO field_change VALUES (18, NEW.id, 7, OLD.original, NEW.original); END;
CREATE TRIGGER attachment_8 AFTER UPDATE OF deleted ON attachment WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (18, NEW.id, 8, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER attachment_keep BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER attachment_id BEFORE UPDATE OF id ON attachment BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- duty
CREATE TRIGGER duty_new AFTER INSERT ON duty BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 19, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER duty_fixed AFTER INSERT ON duty WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 19, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.name AS v UNION ALL SELECT 2 AS c, NEW.direction AS v UNION ALL SELECT 3 AS c, NEW.who AS v UNION ALL SELECT 4 AS c, NEW.counterpart AS v UNION ALL SELECT 5 AS c, NEW.period_kind AS v UNION ALL SELECT 6 AS c, NEW.boundary_day AS v UNION ALL SELECT 7 AS c, NEW.due_day AS v UNION ALL SELECT 8 AS c, NEW.weekend_rule AS v UNION ALL SELECT 9 AS c, NEW.valid_from AS v UNION ALL SELECT 10 AS c, NEW.valid_to AS v UNION ALL SELECT 11 AS c, NEW.basis AS v UNION ALL SELECT 12 AS c, NEW.deleted AS v); END;
CREATE TRIGGER duty_1 AFTER UPDATE OF name ON duty WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (19, NEW.id, 1, OLD.name, NEW.name); END;
CREATE TRIGGER duty_2 AFTER UPDATE OF direction ON duty WHEN OLD.direction IS NOT NEW.direction BEGIN INSERT INTO field_change VALUES (19, NEW.id, 2, OLD.direction, NEW.direction); END;
CREATE TRIGGER duty_3 AFTER UPDATE OF who ON duty WHEN OLD.who IS NOT NEW.who BEGIN INSERT INTO field_change VALUES (19, NEW.id, 3, OLD.who, NEW.who); END;
CREATE TRIGGER duty_4 AFTER UPDATE OF counterpart ON duty WHEN OLD.counterpart IS NOT NEW.counterpart BEGIN INSERT INTO field_change VALUES (19, NEW.id, 4, OLD.counterpart, NEW.counterpart); END;
CREATE TRIGGER duty_5 AFTER UPDATE OF period_kind ON duty WHEN OLD.period_kind IS NOT NEW.period_kind BEGIN INSERT INTO field_change VALUES (19, NEW.id, 5, OLD.period_kind, NEW.period_kind); END;
CREATE TRIGGER duty_6 AFTER UPDATE OF boundary_day ON duty WHEN OLD.boundary_day IS NOT NEW.boundary_day BEGIN INSERT INTO field_change VALUES (19, NEW.id, 6, OLD.boundary_day, NEW.boundary_day); END;
CREATE TRIGGER duty_7 AFTER UPDATE OF due_day ON duty WHEN OLD.due_day IS NOT NEW.due_day BEGIN INSERT INTO field_change VALUES (19, NEW.id, 7, OLD.due_day, NEW.due_day); END;
CREATE TRIGGER duty_8 AFTER UPDATE OF weekend_rule ON duty WHEN OLD.weekend_rule IS NOT NEW.weekend_rule BEGIN INSERT INTO field_change VALUES (19, NEW.id, 8, OLD.weekend_rule, NEW.weekend_rule); END;
CREATE TRIGGER duty_9 AFTER UPDATE OF valid_from ON duty WHEN OLD.valid_from IS NOT NEW.valid_from BEGIN INSERT INTO field_change VALUES (19, NEW.id, 9, OLD.valid_from, NEW.valid_from); END;
CREATE TRIGGER duty_10 AFTER UPDATE OF valid_to ON duty WHEN OLD.valid_to IS NOT NEW.valid_to BEGIN INSERT INTO field_change VALUES (19, NEW.id, 10, OLD.valid_to, NEW.valid_to); END;
CREATE TRIGGER duty_11 AFTER UPDATE OF basis ON duty WHEN OLD.basis IS NOT NEW.basis BEGIN INSERT INTO field_change VALUES (19, NEW.id, 11, OLD.basis, NEW.basis); END;
CREATE TRIGGER duty_12 AFTER UPDATE OF deleted ON duty WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (19, NEW.id, 12, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER duty_keep BEFORE DELETE ON duty BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER duty_id BEFORE UPDATE OF id ON duty BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- duty_member
CREATE TRIGGER duty_member_new AFTER INSERT ON duty_member BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 20, NEW.id, 0, 4, NULL, NULL, log_grp(), NULL, NEW.deleted); END;
CREATE TRIGGER duty_member_1 AFTER UPDATE OF duty ON duty_member WHEN OLD.duty IS NOT NEW.duty BEGIN INSERT INTO field_change VALUES (20, NEW.id, 1, OLD.duty, NEW.duty); END;
CREATE TRIGGER duty_member_2 AFTER UPDATE OF collaborator ON duty_member WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (20, NEW.id, 2, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER duty_member_3 AFTER UPDATE OF unit ON duty_member WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (20, NEW.id, 3, OLD.unit, NEW.unit); END;
CREATE TRIGGER duty_member_4 AFTER UPDATE OF deleted ON duty_member WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (20, NEW.id, 4, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER duty_member_keep BEFORE DELETE ON duty_member BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER duty_member_id BEFORE UPDATE OF id ON duty_member BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- duty_excuse
CREATE TRIGGER duty_excuse_new AFTER INSERT ON duty_excuse BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 21, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER duty_excuse_fixed AFTER INSERT ON duty_excuse WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 21, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.duty AS v UNION ALL SELECT 2 AS c, NEW.collaborator AS v UNION ALL SELECT 3 AS c, NEW.unit AS v UNION ALL SELECT 4 AS c, NEW.period_from AS v UNION ALL SELECT 5 AS c, NEW.period_to AS v UNION ALL SELECT 6 AS c, NEW.reason AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER duty_excuse_1 AFTER UPDATE OF duty ON duty_excuse WHEN OLD.duty IS NOT NEW.duty BEGIN INSERT INTO field_change VALUES (21, NEW.id, 1, OLD.duty, NEW.duty); END;
CREATE TRIGGER duty_excuse_2 AFTER UPDATE OF collaborator ON duty_excuse WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (21, NEW.id, 2, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER duty_excuse_3 AFTER UPDATE OF unit ON duty_excuse WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (21, NEW.id, 3, OLD.unit, NEW.unit); END;
CREATE TRIGGER duty_excuse_4 AFTER UPDATE OF period_from ON duty_excuse WHEN OLD.period_from IS NOT NEW.period_from BEGIN INSERT INTO field_change VALUES (21, NEW.id, 4, OLD.period_from, NEW.period_from); END;
CREATE TRIGGER duty_excuse_5 AFTER UPDATE OF period_to ON duty_excuse WHEN OLD.period_to IS NOT NEW.period_to BEGIN INSERT INTO field_change VALUES (21, NEW.id, 5, OLD.period_to, NEW.period_to); END;
CREATE TRIGGER duty_excuse_6 AFTER UPDATE OF reason ON duty_excuse WHEN OLD.reason IS NOT NEW.reason BEGIN INSERT INTO field_change VALUES (21, NEW.id, 6, OLD.reason, NEW.reason); END;
CREATE TRIGGER duty_excuse_7 AFTER UPDATE OF deleted ON duty_excuse WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (21, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER duty_excuse_keep BEFORE DELETE ON duty_excuse BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER duty_excuse_id BEFORE UPDATE OF id ON duty_excuse BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- saved_view
CREATE TRIGGER saved_view_new AFTER INSERT ON saved_view BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 22, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER saved_view_fixed AFTER INSERT ON saved_view WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 22, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.place AS v UNION ALL SELECT 2 AS c, NEW.code AS v UNION ALL SELECT 3 AS c, NEW.name AS v UNION ALL SELECT 4 AS c, NEW.filter AS v UNION ALL SELECT 5 AS c, NEW.position AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v); END;
CREATE TRIGGER saved_view_1 AFTER UPDATE OF place ON saved_view WHEN OLD.place IS NOT NEW.place BEGIN INSERT INTO field_change VALUES (22, NEW.id, 1, OLD.place, NEW.place); END;
CREATE TRIGGER saved_view_2 AFTER UPDATE OF code ON saved_view WHEN OLD.code IS NOT NEW.code BEGIN INSERT INTO field_change VALUES (22, NEW.id, 2, OLD.code, NEW.code); END;
CREATE TRIGGER saved_view_3 AFTER UPDATE OF name ON saved_view WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (22, NEW.id, 3, OLD.name, NEW.name); END;
CREATE TRIGGER saved_view_4 AFTER UPDATE OF filter ON saved_view WHEN OLD.filter IS NOT NEW.filter BEGIN INSERT INTO field_change VALUES (22, NEW.id, 4, OLD.filter, NEW.filter); END;
CREATE TRIGGER saved_view_5 AFTER UPDATE OF position ON saved_view WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (22, NEW.id, 5, OLD.position, NEW.position); END;
CREATE TRIGGER saved_view_6 AFTER UPDATE OF deleted ON saved_view WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (22, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER saved_view_keep BEFORE DELETE ON saved_view BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER saved_view_id BEFORE UPDATE OF id ON saved_view BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- phrase
CREATE TRIGGER phrase_new AFTER INSERT ON phrase BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 23, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER phrase_fixed AFTER INSERT ON phrase WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 23, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.kind AS v UNION ALL SELECT 2 AS c, NEW.band AS v UNION ALL SELECT 3 AS c, NEW.tendency AS v UNION ALL SELECT 4 AS c, NEW.body AS v UNION ALL SELECT 5 AS c, NEW.position AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v UNION ALL SELECT 7 AS c, NEW.group_name AS v); END;
CREATE TRIGGER phrase_1 AFTER UPDATE OF kind ON phrase WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (23, NEW.id, 1, OLD.kind, NEW.kind); END;
CREATE TRIGGER phrase_2 AFTER UPDATE OF band ON phrase WHEN OLD.band IS NOT NEW.band BEGIN INSERT INTO field_change VALUES (23, NEW.id, 2, OLD.band, NEW.band); END;
CREATE TRIGGER phrase_3 AFTER UPDATE OF tendency ON phrase WHEN OLD.tendency IS NOT NEW.tendency BEGIN INSERT INTO field_change VALUES (23, NEW.id, 3, OLD.tendency, NEW.tendency); END;
CREATE TRIGGER phrase_4 AFTER UPDATE OF body ON phrase WHEN OLD.body IS NOT NEW.body BEGIN INSERT INTO field_change VALUES (23, NEW.id, 4, OLD.body, NEW.body); END;
CREATE TRIGGER phrase_5 AFTER UPDATE OF position ON phrase WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (23, NEW.id, 5, OLD.position, NEW.position); END;
CREATE TRIGGER phrase_6 AFTER UPDATE OF deleted ON phrase WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (23, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER phrase_7 AFTER UPDATE OF group_name ON phrase WHEN OLD.group_name IS NOT NEW.group_name BEGIN INSERT INTO field_change VALUES (23, NEW.id, 7, OLD.group_name, NEW.group_name); END;
CREATE TRIGGER phrase_keep BEFORE DELETE ON phrase BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER phrase_id BEFORE UPDATE OF id ON phrase BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- orientation
CREATE TRIGGER orientation_new AFTER INSERT ON orientation BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 24, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER orientation_fixed AFTER INSERT ON orientation WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 24, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.title AS v UNION ALL SELECT 2 AS c, NEW.content AS v UNION ALL SELECT 3 AS c, NEW.official_info AS v UNION ALL SELECT 4 AS c, NEW.source_document AS v UNION ALL SELECT 5 AS c, NEW.recipients AS v UNION ALL SELECT 6 AS c, NEW.sent_through AS v UNION ALL SELECT 7 AS c, NEW.sent_at AS v UNION ALL SELECT 8 AS c, NEW.issue AS v UNION ALL SELECT 9 AS c, NEW.deleted AS v); END;
CREATE TRIGGER orientation_1 AFTER UPDATE OF title ON orientation WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (24, NEW.id, 1, OLD.title, NEW.title); END;
CREATE TRIGGER orientation_2 AFTER UPDATE OF content ON orientation WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (24, NEW.id, 2, OLD.content, NEW.content); END;
CREATE TRIGGER orientation_3 AFTER UPDATE OF official_info ON orientation WHEN OLD.official_info IS NOT NEW.official_info BEGIN INSERT INTO field_change VALUES (24, NEW.id, 3, OLD.official_info, NEW.official_info); END;
CREATE TRIGGER orientation_4 AFTER UPDATE OF source_document ON orientation WHEN OLD.source_document IS NOT NEW.source_document BEGIN INSERT INTO field_change VALUES (24, NEW.id, 4, OLD.source_document, NEW.source_document); END;
CREATE TRIGGER orientation_5 AFTER UPDATE OF recipients ON orientation WHEN OLD.recipients IS NOT NEW.recipients BEGIN INSERT INTO field_change VALUES (24, NEW.id, 5, OLD.recipients, NEW.recipients); END;
CREATE TRIGGER orientation_6 AFTER UPDATE OF sent_through ON orientation WHEN OLD.sent_through IS NOT NEW.sent_through BEGIN INSERT INTO field_change VALUES (24, NEW.id, 6, OLD.sent_through, NEW.sent_through); END;
CREATE TRIGGER orientation_7 AFTER UPDATE OF sent_at ON orientation WHEN OLD.sent_at IS NOT NEW.sent_at BEGIN INSERT INTO field_change VALUES (24, NEW.id, 7, OLD.sent_at, NEW.sent_at); END;
CREATE TRIGGER orientation_8 AFTER UPDATE OF issue ON orientation WHEN OLD.issue IS NOT NEW.issue BEGIN INSERT INTO field_change VALUES (24, NEW.id, 8, OLD.issue, NEW.issue); END;
CREATE TRIGGER orientation_9 AFTER UPDATE OF deleted ON orientation WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (24, NEW.id, 9, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER orientation_keep BEFORE DELETE ON orientation BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER orientation_id BEFORE UPDATE OF id ON orientation BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- orientation_item
CREATE TRIGGER orientation_item_new AFTER INSERT ON orientation_item BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 25, NEW.id, 0, 3, NULL, NULL, log_grp(), NULL, NEW.deleted); END;
CREATE TRIGGER orientation_item_1 AFTER UPDATE OF orientation ON orientation_item WHEN OLD.orientation IS NOT NEW.orientation BEGIN INSERT INTO field_change VALUES (25, NEW.id, 1, OLD.orientation, NEW.orientation); END;
CREATE TRIGGER orientation_item_2 AFTER UPDATE OF item ON orientation_item WHEN OLD.item IS NOT NEW.item BEGIN INSERT INTO field_change VALUES (25, NEW.id, 2, OLD.item, NEW.item); END;
CREATE TRIGGER orientation_item_3 AFTER UPDATE OF deleted ON orientation_item WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (25, NEW.id, 3, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER orientation_item_keep BEFORE DELETE ON orientation_item BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER orientation_item_id BEFORE UPDATE OF id ON orientation_item BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- orientation_recipient
CREATE TRIGGER orientation_recipient_new AFTER INSERT ON orientation_recipient BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 26, NEW.id, 0, 4, NULL, NULL, log_grp(), NULL, NEW.deleted); END;
CREATE TRIGGER orientation_recipient_1 AFTER UPDATE OF orientation ON orientation_recipient WHEN OLD.orientation IS NOT NEW.orientation BEGIN INSERT INTO field_change VALUES (26, NEW.id, 1, OLD.orientation, NEW.orientation); END;
CREATE TRIGGER orientation_recipient_2 AFTER UPDATE OF collaborator ON orientation_recipient WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (26, NEW.id, 2, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER orientation_recipient_3 AFTER UPDATE OF unit ON orientation_recipient WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (26, NEW.id, 3, OLD.unit, NEW.unit); END;
CREATE TRIGGER orientation_recipient_4 AFTER UPDATE OF deleted ON orientation_recipient WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (26, NEW.id, 4, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER orientation_recipient_keep BEFORE DELETE ON orientation_recipient BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER orientation_recipient_id BEFORE UPDATE OF id ON orientation_recipient BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- survey
CREATE TRIGGER survey_new AFTER INSERT ON survey BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 27, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER survey_fixed AFTER INSERT ON survey WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 27, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.title AS v UNION ALL SELECT 2 AS c, NEW.target_group AS v UNION ALL SELECT 3 AS c, NEW.sampling AS v UNION ALL SELECT 4 AS c, NEW.date_from AS v UNION ALL SELECT 5 AS c, NEW.date_to AS v UNION ALL SELECT 6 AS c, NEW.basis AS v UNION ALL SELECT 7 AS c, NEW.note AS v UNION ALL SELECT 8 AS c, NEW.deleted AS v); END;
CREATE TRIGGER survey_1 AFTER UPDATE OF title ON survey WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (27, NEW.id, 1, OLD.title, NEW.title); END;
CREATE TRIGGER survey_2 AFTER UPDATE OF target_group ON survey WHEN OLD.target_group IS NOT NEW.target_group BEGIN INSERT INTO field_change VALUES (27, NEW.id, 2, OLD.target_group, NEW.target_group); END;
CREATE TRIGGER survey_3 AFTER UPDATE OF sampling ON survey WHEN OLD.sampling IS NOT NEW.sampling BEGIN INSERT INTO field_change VALUES (27, NEW.id, 3, OLD.sampling, NEW.sampling); END;
CREATE TRIGGER survey_4 AFTER UPDATE OF date_from ON survey WHEN OLD.date_from IS NOT NEW.date_from BEGIN INSERT INTO field_change VALUES (27, NEW.id, 4, OLD.date_from, NEW.date_from); END;
CREATE TRIGGER survey_5 AFTER UPDATE OF date_to ON survey WHEN OLD.date_to IS NOT NEW.date_to BEGIN INSERT INTO field_change VALUES (27, NEW.id, 5, OLD.date_to, NEW.date_to); END;
CREATE TRIGGER survey_6 AFTER UPDATE OF basis ON survey WHEN OLD.basis IS NOT NEW.basis BEGIN INSERT INTO field_change VALUES (27, NEW.id, 6, OLD.basis, NEW.basis); END;
CREATE TRIGGER survey_7 AFTER UPDATE OF note ON survey WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (27, NEW.id, 7, OLD.note, NEW.note); END;
CREATE TRIGGER survey_8 AFTER UPDATE OF deleted ON survey WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (27, NEW.id, 8, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER survey_keep BEFORE DELETE ON survey BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER survey_id BEFORE UPDATE OF id ON survey BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- survey_unit
CREATE TRIGGER survey_unit_new AFTER INSERT ON survey_unit BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 28, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER survey_unit_fixed AFTER INSERT ON survey_unit WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 28, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.survey AS v UNION ALL SELECT 2 AS c, NEW.unit AS v UNION ALL SELECT 3 AS c, NEW.issued AS v UNION ALL SELECT 4 AS c, NEW.returned AS v UNION ALL SELECT 5 AS c, NEW.valid AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v); END;
CREATE TRIGGER survey_unit_1 AFTER UPDATE OF survey ON survey_unit WHEN OLD.survey IS NOT NEW.survey BEGIN INSERT INTO field_change VALUES (28, NEW.id, 1, OLD.survey, NEW.survey); END;
CREATE TRIGGER survey_unit_2 AFTER UPDATE OF unit ON survey_unit WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (28, NEW.id, 2, OLD.unit, NEW.unit); END;
CREATE TRIGGER survey_unit_3 AFTER UPDATE OF issued ON survey_unit WHEN OLD.issued IS NOT NEW.issued BEGIN INSERT INTO field_change VALUES (28, NEW.id, 3, OLD.issued, NEW.issued); END;
CREATE TRIGGER survey_unit_4 AFTER UPDATE OF returned ON survey_unit WHEN OLD.returned IS NOT NEW.returned BEGIN INSERT INTO field_change VALUES (28, NEW.id, 4, OLD.returned, NEW.returned); END;
CREATE TRIGGER survey_unit_5 AFTER UPDATE OF valid ON survey_unit WHEN OLD.valid IS NOT NEW.valid BEGIN INSERT INTO field_change VALUES (28, NEW.id, 5, OLD.valid, NEW.valid); END;
CREATE TRIGGER survey_unit_6 AFTER UPDATE OF deleted ON survey_unit WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (28, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER survey_unit_keep BEFORE DELETE ON survey_unit BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER survey_unit_id BEFORE UPDATE OF id ON survey_unit BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- survey_question
CREATE TRIGGER survey_question_new AFTER INSERT ON survey_question BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 29, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER survey_question_fixed AFTER INSERT ON survey_question WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 29, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.survey AS v UNION ALL SELECT 2 AS c, NEW.position AS v UNION ALL SELECT 3 AS c, NEW.body AS v UNION ALL SELECT 4 AS c, NEW.multiple AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v); END;
CREATE TRIGGER survey_question_1 AFTER UPDATE OF survey ON survey_question WHEN OLD.survey IS NOT NEW.survey BEGIN INSERT INTO field_change VALUES (29, NEW.id, 1, OLD.survey, NEW.survey); END;
CREATE TRIGGER survey_question_2 AFTER UPDATE OF position ON survey_question WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (29, NEW.id, 2, OLD.position, NEW.position); END;
CREATE TRIGGER survey_question_3 AFTER UPDATE OF body ON survey_question WHEN OLD.body IS NOT NEW.body BEGIN INSERT INTO field_change VALUES (29, NEW.id, 3, OLD.body, NEW.body); END;
CREATE TRIGGER survey_question_4 AFTER UPDATE OF multiple ON survey_question WHEN OLD.multiple IS NOT NEW.multiple BEGIN INSERT INTO field_change VALUES (29, NEW.id, 4, OLD.multiple, NEW.multiple); END;
CREATE TRIGGER survey_question_5 AFTER UPDATE OF deleted ON survey_question WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (29, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER survey_question_keep BEFORE DELETE ON survey_question BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER survey_question_id BEFORE UPDATE OF id ON survey_question BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- survey_answer
CREATE TRIGGER survey_answer_new AFTER INSERT ON survey_answer BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 30, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER survey_answer_fixed AFTER INSERT ON survey_answer WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 30, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.question AS v UNION ALL SELECT 2 AS c, NEW.position AS v UNION ALL SELECT 3 AS c, NEW.label AS v UNION ALL SELECT 4 AS c, NEW.answers AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v); END;
CREATE TRIGGER survey_answer_1 AFTER UPDATE OF question ON survey_answer WHEN OLD.question IS NOT NEW.question BEGIN INSERT INTO field_change VALUES (30, NEW.id, 1, OLD.question, NEW.question); END;
CREATE TRIGGER survey_answer_2 AFTER UPDATE OF position ON survey_answer WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (30, NEW.id, 2, OLD.position, NEW.position); END;
CREATE TRIGGER survey_answer_3 AFTER UPDATE OF label ON survey_answer WHEN OLD.label IS NOT NEW.label BEGIN INSERT INTO field_change VALUES (30, NEW.id, 3, OLD.label, NEW.label); END;
CREATE TRIGGER survey_answer_4 AFTER UPDATE OF answers ON survey_answer WHEN OLD.answers IS NOT NEW.answers BEGIN INSERT INTO field_change VALUES (30, NEW.id, 4, OLD.answers, NEW.answers); END;
CREATE TRIGGER survey_answer_5 AFTER UPDATE OF deleted ON survey_answer WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (30, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER survey_answer_keep BEFORE DELETE ON survey_answer BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER survey_answer_id BEFORE UPDATE OF id ON survey_answer BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- class
CREATE TRIGGER class_new AFTER INSERT ON class BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 31, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER class_fixed AFTER INSERT ON class WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 31, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.kind AS v UNION ALL SELECT 2 AS c, NEW.title AS v UNION ALL SELECT 3 AS c, NEW.purpose AS v UNION ALL SELECT 4 AS c, NEW.date_from AS v UNION ALL SELECT 5 AS c, NEW.date_to AS v UNION ALL SELECT 6 AS c, NEW.date_text AS v UNION ALL SELECT 7 AS c, NEW.place AS v UNION ALL SELECT 8 AS c, NEW.state AS v UNION ALL SELECT 9 AS c, NEW.audience AS v UNION ALL SELECT 10 AS c, NEW.funding_source AS v UNION ALL SELECT 11 AS c, NEW.estimate AS v UNION ALL SELECT 12 AS c, NEW.document_number AS v UNION ALL SELECT 13 AS c, NEW.document_date AS v UNION ALL SELECT 14 AS c, NEW.series AS v UNION ALL SELECT 15 AS c, NEW.repeat_rule AS v UNION ALL SELECT 16 AS c, NEW.result AS v UNION ALL SELECT 17 AS c, NEW.certificate_signer AS v UNION ALL SELECT 18 AS c, NEW.certificate_from AS v UNION ALL SELECT 19 AS c, NEW.note AS v UNION ALL SELECT 20 AS c, NEW.deleted AS v); END;
CREATE TRIGGER class_1 AFTER UPDATE OF kind ON class WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (31, NEW.id, 1, OLD.kind, NEW.kind); END;
CREATE TRIGGER class_2 AFTER UPDATE OF title ON class WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (31, NEW.id, 2, OLD.title, NEW.title); END;
CREATE TRIGGER class_3 AFTER UPDATE OF purpose ON class WHEN OLD.purpose IS NOT NEW.purpose BEGIN INSERT INTO field_change VALUES (31, NEW.id, 3, OLD.purpose, NEW.purpose); END;
CREATE TRIGGER class_4 AFTER UPDATE OF date_from ON class WHEN OLD.date_from IS NOT NEW.date_from BEGIN INSERT INTO field_change VALUES (31, NEW.id, 4, OLD.date_from, NEW.date_from); END;
CREATE TRIGGER class_5 AFTER UPDATE OF date_to ON class WHEN OLD.date_to IS NOT NEW.date_to BEGIN INSERT INTO field_change VALUES (31, NEW.id, 5, OLD.date_to, NEW.date_to); END;
CREATE TRIGGER class_6 AFTER UPDATE OF date_text ON class WHEN OLD.date_text IS NOT NEW.date_text BEGIN INSERT INTO field_change VALUES (31, NEW.id, 6, OLD.date_text, NEW.date_text); END;
CREATE TRIGGER class_7 AFTER UPDATE OF place ON class WHEN OLD.place IS NOT NEW.place BEGIN INSERT INTO field_change VALUES (31, NEW.id, 7, OLD.place, NEW.place); END;
CREATE TRIGGER class_8 AFTER UPDATE OF state ON class WHEN OLD.state IS NOT NEW.state BEGIN INSERT INTO field_change VALUES (31, NEW.id, 8, OLD.state, NEW.state); END;
CREATE TRIGGER class_9 AFTER UPDATE OF audience ON class WHEN OLD.audience IS NOT NEW.audience BEGIN INSERT INTO field_change VALUES (31, NEW.id, 9, OLD.audience, NEW.audience); END;
CREATE TRIGGER class_10 AFTER UPDATE OF funding_source ON class WHEN OLD.funding_source IS NOT NEW.funding_source BEGIN INSERT INTO field_change VALUES (31, NEW.id, 10, OLD.funding_source, NEW.funding_source); END;
CREATE TRIGGER class_11 AFTER UPDATE OF estimate ON class WHEN OLD.estimate IS NOT NEW.estimate BEGIN INSERT INTO field_change VALUES (31, NEW.id, 11, OLD.estimate, NEW.estimate); END;
CREATE TRIGGER class_12 AFTER UPDATE OF document_number ON class WHEN OLD.document_number IS NOT NEW.document_number BEGIN INSERT INTO field_change VALUES (31, NEW.id, 12, OLD.document_number, NEW.document_number); END;
CREATE TRIGGER class_13 AFTER UPDATE OF document_date ON class WHEN OLD.document_date IS NOT NEW.document_date BEGIN INSERT INTO field_change VALUES (31, NEW.id, 13, OLD.document_date, NEW.document_date); END;
CREATE TRIGGER class_14 AFTER UPDATE OF series ON class WHEN OLD.series IS NOT NEW.series BEGIN INSERT INTO field_change VALUES (31, NEW.id, 14, OLD.series, NEW.series); END;
CREATE TRIGGER class_15 AFTER UPDATE OF repeat_rule ON class WHEN OLD.repeat_rule IS NOT NEW.repeat_rule BEGIN INSERT INTO field_change VALUES (31, NEW.id, 15, OLD.repeat_rule, NEW.repeat_rule); END;
CREATE TRIGGER class_16 AFTER UPDATE OF result ON class WHEN OLD.result IS NOT NEW.result BEGIN INSERT INTO field_change VALUES (31, NEW.id, 16, OLD.result, NEW.result); END;
CREATE TRIGGER class_17 AFTER UPDATE OF certificate_signer ON class WHEN OLD.certificate_signer IS NOT NEW.certificate_signer BEGIN INSERT INTO field_change VALUES (31, NEW.id, 17, OLD.certificate_signer, NEW.certificate_signer); END;
CREATE TRIGGER class_18 AFTER UPDATE OF certificate_from ON class WHEN OLD.certificate_from IS NOT NEW.certificate_from BEGIN INSERT INTO field_change VALUES (31, NEW.id, 18, OLD.certificate_from, NEW.certificate_from); END;
CREATE TRIGGER class_19 AFTER UPDATE OF note ON class WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (31, NEW.id, 19, OLD.note, NEW.note); END;
CREATE TRIGGER class_20 AFTER UPDATE OF deleted ON class WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (31, NEW.id, 20, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER class_keep BEFORE DELETE ON class BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER class_id BEFORE UPDATE OF id ON class BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- class_host
CREATE TRIGGER class_host_new AFTER INSERT ON class_host BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 32, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER class_host_fixed AFTER INSERT ON class_host WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 32, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.unit AS v UNION ALL SELECT 3 AS c, NEW.name AS v UNION ALL SELECT 4 AS c, NEW.signer AS v UNION ALL SELECT 5 AS c, NEW.post AS v UNION ALL SELECT 6 AS c, NEW.position AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER class_host_1 AFTER UPDATE OF class ON class_host WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (32, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER class_host_2 AFTER UPDATE OF unit ON class_host WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (32, NEW.id, 2, OLD.unit, NEW.unit); END;
CREATE TRIGGER class_host_3 AFTER UPDATE OF name ON class_host WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (32, NEW.id, 3, OLD.name, NEW.name); END;
CREATE TRIGGER class_host_4 AFTER UPDATE OF signer ON class_host WHEN OLD.signer IS NOT NEW.signer BEGIN INSERT INTO field_change VALUES (32, NEW.id, 4, OLD.signer, NEW.signer); END;
CREATE TRIGGER class_host_5 AFTER UPDATE OF post ON class_host WHEN OLD.post IS NOT NEW.post BEGIN INSERT INTO field_change VALUES (32, NEW.id, 5, OLD.post, NEW.post); END;
CREATE TRIGGER class_host_6 AFTER UPDATE OF position ON class_host WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (32, NEW.id, 6, OLD.position, NEW.position); END;
CREATE TRIGGER class_host_7 AFTER UPDATE OF deleted ON class_host WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (32, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER class_host_keep BEFORE DELETE ON class_host BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER class_host_id BEFORE UPDATE OF id ON class_host BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- class_session
CREATE TRIGGER class_session_new AFTER INSERT ON class_session BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 33, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER class_session_fixed AFTER INSERT ON class_session WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 33, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.on_date AS v UNION ALL SELECT 3 AS c, NEW.part AS v UNION ALL SELECT 4 AS c, NEW.time_from AS v UNION ALL SELECT 5 AS c, NEW.time_to AS v UNION ALL SELECT 6 AS c, NEW.content AS v UNION ALL SELECT 7 AS c, NEW.speaker AS v UNION ALL SELECT 8 AS c, NEW.hall AS v UNION ALL SELECT 9 AS c, NEW.position AS v UNION ALL SELECT 10 AS c, NEW.deleted AS v); END;
CREATE TRIGGER class_session_1 AFTER UPDATE OF class ON class_session WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (33, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER class_session_2 AFTER UPDATE OF on_date ON class_session WHEN OLD.on_date IS NOT NEW.on_date BEGIN INSERT INTO field_change VALUES (33, NEW.id, 2, OLD.on_date, NEW.on_date); END;
CREATE TRIGGER class_session_3 AFTER UPDATE OF part ON class_session WHEN OLD.part IS NOT NEW.part BEGIN INSERT INTO field_change VALUES (33, NEW.id, 3, OLD.part, NEW.part); END;
CREATE TRIGGER class_session_4 AFTER UPDATE OF time_from ON class_session WHEN OLD.time_from IS NOT NEW.time_from BEGIN INSERT INTO field_change VALUES (33, NEW.id, 4, OLD.time_from, NEW.time_from); END;
CREATE TRIGGER class_session_5 AFTER UPDATE OF time_to ON class_session WHEN OLD.time_to IS NOT NEW.time_to BEGIN INSERT INTO field_change VALUES (33, NEW.id, 5, OLD.time_to, NEW.time_to); END;
CREATE TRIGGER class_session_6 AFTER UPDATE OF content ON class_session WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (33, NEW.id, 6, OLD.content, NEW.content); END;
CREATE TRIGGER class_session_7 AFTER UPDATE OF speaker ON class_session WHEN OLD.speaker IS NOT NEW.speaker BEGIN INSERT INTO field_change VALUES (33, NEW.id, 7, OLD.speaker, NEW.speaker); END;
CREATE TRIGGER class_session_8 AFTER UPDATE OF hall ON class_session WHEN OLD.hall IS NOT NEW.hall BEGIN INSERT INTO field_change VALUES (33, NEW.id, 8, OLD.hall, NEW.hall); END;
CREATE TRIGGER class_session_9 AFTER UPDATE OF position ON class_session WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (33, NEW.id, 9, OLD.position, NEW.position); END;
CREATE TRIGGER class_session_10 AFTER UPDATE OF deleted ON class_session WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (33, NEW.id, 10, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER class_session_keep BEFORE DELETE ON class_session BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER class_session_id BEFORE UPDATE OF id ON class_session BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- class_preparation
CREATE TRIGGER class_preparation_new AFTER INSERT ON class_preparation BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 34, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER class_preparation_fixed AFTER INSERT ON class_preparation WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 34, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.task AS v UNION ALL SELECT 3 AS c, NEW.owner AS v UNION ALL SELECT 4 AS c, NEW.due_on AS v UNION ALL SELECT 5 AS c, NEW.done AS v UNION ALL SELECT 6 AS c, NEW.position AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER class_preparation_1 AFTER UPDATE OF class ON class_preparation WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (34, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER class_preparation_2 AFTER UPDATE OF task ON class_preparation WHEN OLD.task IS NOT NEW.task BEGIN INSERT INTO field_change VALUES (34, NEW.id, 2, OLD.task, NEW.task); END;
CREATE TRIGGER class_preparation_3 AFTER UPDATE OF owner ON class_preparation WHEN OLD.owner IS NOT NEW.owner BEGIN INSERT INTO field_change VALUES (34, NEW.id, 3, OLD.owner, NEW.owner); END;
CREATE TRIGGER class_preparation_4 AFTER UPDATE OF due_on ON class_preparation WHEN OLD.due_on IS NOT NEW.due_on BEGIN INSERT INTO field_change VALUES (34, NEW.id, 4, OLD.due_on, NEW.due_on); END;
CREATE TRIGGER class_preparation_5 AFTER UPDATE OF done ON class_preparation WHEN OLD.done IS NOT NEW.done BEGIN INSERT INTO field_change VALUES (34, NEW.id, 5, OLD.done, NEW.done); END;
CREATE TRIGGER class_preparation_6 AFTER UPDATE OF position ON class_preparation WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (34, NEW.id, 6, OLD.position, NEW.position); END;
CREATE TRIGGER class_preparation_7 AFTER UPDATE OF deleted ON class_preparation WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (34, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER class_preparation_keep BEFORE DELETE ON class_preparation BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER class_preparation_id BEFORE UPDATE OF id ON class_preparation BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- class_cost
CREATE TRIGGER class_cost_new AFTER INSERT ON class_cost BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 35, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER class_cost_fixed AFTER INSERT ON class_cost WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 35, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.content AS v UNION ALL SELECT 3 AS c, NEW.quantity AS v UNION ALL SELECT 4 AS c, NEW.unit_cost AS v UNION ALL SELECT 5 AS c, NEW.position AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v); END;
CREATE TRIGGER class_cost_1 AFTER UPDATE OF class ON class_cost WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (35, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER class_cost_2 AFTER UPDATE OF content ON class_cost WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (35, NEW.id, 2, OLD.content, NEW.content); END;
CREATE TRIGGER class_cost_3 AFTER UPDATE OF quantity ON class_cost WHEN OLD.quantity IS NOT NEW.quantity BEGIN INSERT INTO field_change VALUES (35, NEW.id, 3, OLD.quantity, NEW.quantity); END;
CREATE TRIGGER class_cost_4 AFTER UPDATE OF unit_cost ON class_cost WHEN OLD.unit_cost IS NOT NEW.unit_cost BEGIN INSERT INTO field_change VALUES (35, NEW.id, 4, OLD.unit_cost, NEW.unit_cost); END;
CREATE TRIGGER class_cost_5 AFTER UPDATE OF position ON class_cost WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (35, NEW.id, 5, OLD.position, NEW.position); END;
CREATE TRIGGER class_cost_6 AFTER UPDATE OF deleted ON class_cost WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (35, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER class_cost_keep BEFORE DELETE ON class_cost BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER class_cost_id BEFORE UPDATE OF id ON class_cost BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- class_summons
CREATE TRIGGER class_summons_new AFTER INSERT ON class_summons BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 36, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER class_summons_fixed AFTER INSERT ON class_summons WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 36, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.unit AS v UNION ALL SELECT 3 AS c, NEW.category AS v UNION ALL SELECT 4 AS c, NEW.number AS v UNION ALL SELECT 5 AS c, NEW.names_due AS v UNION ALL SELECT 6 AS c, NEW.deleted AS v); END;
CREATE TRIGGER class_summons_1 AFTER UPDATE OF class ON class_summons WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (36, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER class_summons_2 AFTER UPDATE OF unit ON class_summons WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (36, NEW.id, 2, OLD.unit, NEW.unit); END;
CREATE TRIGGER class_summons_3 AFTER UPDATE OF category ON class_summons WHEN OLD.category IS NOT NEW.category BEGIN INSERT INTO field_change VALUES (36, NEW.id, 3, OLD.category, NEW.category); END;
CREATE TRIGGER class_summons_4 AFTER UPDATE OF number ON class_summons WHEN OLD.number IS NOT NEW.number BEGIN INSERT INTO field_change VALUES (36, NEW.id, 4, OLD.number, NEW.number); END;
CREATE TRIGGER class_summons_5 AFTER UPDATE OF names_due ON class_summons WHEN OLD.names_due IS NOT NEW.names_due BEGIN INSERT INTO field_change VALUES (36, NEW.id, 5, OLD.names_due, NEW.names_due); END;
CREATE TRIGGER class_summons_6 AFTER UPDATE OF deleted ON class_summons WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (36, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER class_summons_keep BEFORE DELETE ON class_summons BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER class_summons_id BEFORE UPDATE OF id ON class_summons BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- participant
CREATE TRIGGER participant_new AFTER INSERT ON participant BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 37, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER participant_fixed AFTER INSERT ON participant WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 37, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.collaborator AS v UNION ALL SELECT 3 AS c, NEW.full_name AS v UNION ALL SELECT 4 AS c, NEW.birth_year AS v UNION ALL SELECT 5 AS c, NEW.unit AS v UNION ALL SELECT 6 AS c, NEW.unit_name AS v UNION ALL SELECT 7 AS c, NEW.post AS v UNION ALL SELECT 8 AS c, NEW.phone AS v UNION ALL SELECT 9 AS c, NEW.stand_in_for AS v UNION ALL SELECT 10 AS c, NEW.walk_in AS v UNION ALL SELECT 11 AS c, NEW.certificate_number AS v UNION ALL SELECT 12 AS c, NEW.result AS v UNION ALL SELECT 13 AS c, NEW.deleted AS v); END;
CREATE TRIGGER participant_1 AFTER UPDATE OF class ON participant WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (37, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER participant_2 AFTER UPDATE OF collaborator ON participant WHEN OLD.collaborator IS NOT NEW.collaborator BEGIN INSERT INTO field_change VALUES (37, NEW.id, 2, OLD.collaborator, NEW.collaborator); END;
CREATE TRIGGER participant_3 AFTER UPDATE OF full_name ON participant WHEN OLD.full_name IS NOT NEW.full_name BEGIN INSERT INTO field_change VALUES (37, NEW.id, 3, OLD.full_name, NEW.full_name); END;
CREATE TRIGGER participant_4 AFTER UPDATE OF birth_year ON participant WHEN OLD.birth_year IS NOT NEW.birth_year BEGIN INSERT INTO field_change VALUES (37, NEW.id, 4, OLD.birth_year, NEW.birth_year); END;
CREATE TRIGGER participant_5 AFTER UPDATE OF unit ON participant WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (37, NEW.id, 5, OLD.unit, NEW.unit); END;
CREATE TRIGGER participant_6 AFTER UPDATE OF unit_name ON participant WHEN OLD.unit_name IS NOT NEW.unit_name BEGIN INSERT INTO field_change VALUES (37, NEW.id, 6, OLD.unit_name, NEW.unit_name); END;
CREATE TRIGGER participant_7 AFTER UPDATE OF post ON participant WHEN OLD.post IS NOT NEW.post BEGIN INSERT INTO field_change VALUES (37, NEW.id, 7, OLD.post, NEW.post); END;
CREATE TRIGGER participant_8 AFTER UPDATE OF phone ON participant WHEN OLD.phone IS NOT NEW.phone BEGIN INSERT INTO field_change VALUES (37, NEW.id, 8, OLD.phone, NEW.phone); END;
CREATE TRIGGER participant_9 AFTER UPDATE OF stand_in_for ON participant WHEN OLD.stand_in_for IS NOT NEW.stand_in_for BEGIN INSERT INTO field_change VALUES (37, NEW.id, 9, OLD.stand_in_for, NEW.stand_in_for); END;
CREATE TRIGGER participant_10 AFTER UPDATE OF walk_in ON participant WHEN OLD.walk_in IS NOT NEW.walk_in BEGIN INSERT INTO field_change VALUES (37, NEW.id, 10, OLD.walk_in, NEW.walk_in); END;
CREATE TRIGGER participant_11 AFTER UPDATE OF certificate_number ON participant WHEN OLD.certificate_number IS NOT NEW.certificate_number BEGIN INSERT INTO field_change VALUES (37, NEW.id, 11, OLD.certificate_number, NEW.certificate_number); END;
CREATE TRIGGER participant_12 AFTER UPDATE OF result ON participant WHEN OLD.result IS NOT NEW.result BEGIN INSERT INTO field_change VALUES (37, NEW.id, 12, OLD.result, NEW.result); END;
CREATE TRIGGER participant_13 AFTER UPDATE OF deleted ON participant WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (37, NEW.id, 13, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER participant_keep BEFORE DELETE ON participant BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER participant_id BEFORE UPDATE OF id ON participant BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- absence
CREATE TRIGGER absence_new AFTER INSERT ON absence BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 38, NEW.id, 0, 4, NULL, NULL, log_grp(), NULL, NEW.deleted); INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 38, NEW.id, 1, 3, NULL, NULL, log_grp(), NULL, NEW.excused); END;
CREATE TRIGGER absence_1 AFTER UPDATE OF participant ON absence WHEN OLD.participant IS NOT NEW.participant BEGIN INSERT INTO field_change VALUES (38, NEW.id, 1, OLD.participant, NEW.participant); END;
CREATE TRIGGER absence_2 AFTER UPDATE OF session ON absence WHEN OLD.session IS NOT NEW.session BEGIN INSERT INTO field_change VALUES (38, NEW.id, 2, OLD.session, NEW.session); END;
CREATE TRIGGER absence_3 AFTER UPDATE OF excused ON absence WHEN OLD.excused IS NOT NEW.excused BEGIN INSERT INTO field_change VALUES (38, NEW.id, 3, OLD.excused, NEW.excused); END;
CREATE TRIGGER absence_4 AFTER UPDATE OF deleted ON absence WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (38, NEW.id, 4, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER absence_keep BEFORE DELETE ON absence BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER absence_id BEFORE UPDATE OF id ON absence BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- agenda_point
CREATE TRIGGER agenda_point_new AFTER INSERT ON agenda_point BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 39, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER agenda_point_fixed AFTER INSERT ON agenda_point WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 39, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.class AS v UNION ALL SELECT 2 AS c, NEW.kind AS v UNION ALL SELECT 3 AS c, NEW.content AS v UNION ALL SELECT 4 AS c, NEW.item AS v UNION ALL SELECT 5 AS c, NEW.issue AS v UNION ALL SELECT 6 AS c, NEW.position AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER agenda_point_1 AFTER UPDATE OF class ON agenda_point WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (39, NEW.id, 1, OLD.class, NEW.class); END;
CREATE TRIGGER agenda_point_2 AFTER UPDATE OF kind ON agenda_point WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (39, NEW.id, 2, OLD.kind, NEW.kind); END;
CREATE TRIGGER agenda_point_3 AFTER UPDATE OF content ON agenda_point WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (39, NEW.id, 3, OLD.content, NEW.content); END;
CREATE TRIGGER agenda_point_4 AFTER UPDATE OF item ON agenda_point WHEN OLD.item IS NOT NEW.item BEGIN INSERT INTO field_change VALUES (39, NEW.id, 4, OLD.item, NEW.item); END;
CREATE TRIGGER agenda_point_5 AFTER UPDATE OF issue ON agenda_point WHEN OLD.issue IS NOT NEW.issue BEGIN INSERT INTO field_change VALUES (39, NEW.id, 5, OLD.issue, NEW.issue); END;
CREATE TRIGGER agenda_point_6 AFTER UPDATE OF position ON agenda_point WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (39, NEW.id, 6, OLD.position, NEW.position); END;
CREATE TRIGGER agenda_point_7 AFTER UPDATE OF deleted ON agenda_point WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (39, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER agenda_point_keep BEFORE DELETE ON agenda_point BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER agenda_point_id BEFORE UPDATE OF id ON agenda_point BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- plan_item
CREATE TRIGGER plan_item_new AFTER INSERT ON plan_item BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 40, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER plan_item_fixed AFTER INSERT ON plan_item WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 40, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.year AS v UNION ALL SELECT 2 AS c, NEW.content AS v UNION ALL SELECT 3 AS c, NEW.event AS v UNION ALL SELECT 4 AS c, NEW.date_from AS v UNION ALL SELECT 5 AS c, NEW.date_to AS v UNION ALL SELECT 6 AS c, NEW.owner AS v UNION ALL SELECT 7 AS c, NEW.basis AS v UNION ALL SELECT 8 AS c, NEW.topic AS v UNION ALL SELECT 9 AS c, NEW.position AS v UNION ALL SELECT 10 AS c, NEW.deleted AS v); END;
CREATE TRIGGER plan_item_1 AFTER UPDATE OF year ON plan_item WHEN OLD.year IS NOT NEW.year BEGIN INSERT INTO field_change VALUES (40, NEW.id, 1, OLD.year, NEW.year); END;
CREATE TRIGGER plan_item_2 AFTER UPDATE OF content ON plan_item WHEN OLD.content IS NOT NEW.content BEGIN INSERT INTO field_change VALUES (40, NEW.id, 2, OLD.content, NEW.content); END;
CREATE TRIGGER plan_item_3 AFTER UPDATE OF event ON plan_item WHEN OLD.event IS NOT NEW.event BEGIN INSERT INTO field_change VALUES (40, NEW.id, 3, OLD.event, NEW.event); END;
CREATE TRIGGER plan_item_4 AFTER UPDATE OF date_from ON plan_item WHEN OLD.date_from IS NOT NEW.date_from BEGIN INSERT INTO field_change VALUES (40, NEW.id, 4, OLD.date_from, NEW.date_from); END;
CREATE TRIGGER plan_item_5 AFTER UPDATE OF date_to ON plan_item WHEN OLD.date_to IS NOT NEW.date_to BEGIN INSERT INTO field_change VALUES (40, NEW.id, 5, OLD.date_to, NEW.date_to); END;
CREATE TRIGGER plan_item_6 AFTER UPDATE OF owner ON plan_item WHEN OLD.owner IS NOT NEW.owner BEGIN INSERT INTO field_change VALUES (40, NEW.id, 6, OLD.owner, NEW.owner); END;
CREATE TRIGGER plan_item_7 AFTER UPDATE OF basis ON plan_item WHEN OLD.basis IS NOT NEW.basis BEGIN INSERT INTO field_change VALUES (40, NEW.id, 7, OLD.basis, NEW.basis); END;
CREATE TRIGGER plan_item_8 AFTER UPDATE OF topic ON plan_item WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (40, NEW.id, 8, OLD.topic, NEW.topic); END;
CREATE TRIGGER plan_item_9 AFTER UPDATE OF position ON plan_item WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (40, NEW.id, 9, OLD.position, NEW.position); END;
CREATE TRIGGER plan_item_10 AFTER UPDATE OF deleted ON plan_item WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (40, NEW.id, 10, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER plan_item_keep BEFORE DELETE ON plan_item BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER plan_item_id BEFORE UPDATE OF id ON plan_item BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- outline
CREATE TRIGGER outline_new AFTER INSERT ON outline BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 41, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER outline_fixed AFTER INSERT ON outline WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 41, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.code AS v UNION ALL SELECT 2 AS c, NEW.name AS v UNION ALL SELECT 3 AS c, NEW.title AS v UNION ALL SELECT 4 AS c, NEW.position AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v UNION ALL SELECT 6 AS c, NEW.period_kind AS v); END;
CREATE TRIGGER outline_1 AFTER UPDATE OF code ON outline WHEN OLD.code IS NOT NEW.code BEGIN INSERT INTO field_change VALUES (41, NEW.id, 1, OLD.code, NEW.code); END;
CREATE TRIGGER outline_2 AFTER UPDATE OF name ON outline WHEN OLD.name IS NOT NEW.name BEGIN INSERT INTO field_change VALUES (41, NEW.id, 2, OLD.name, NEW.name); END;
CREATE TRIGGER outline_3 AFTER UPDATE OF title ON outline WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (41, NEW.id, 3, OLD.title, NEW.title); END;
CREATE TRIGGER outline_4 AFTER UPDATE OF position ON outline WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (41, NEW.id, 4, OLD.position, NEW.position); END;
CREATE TRIGGER outline_5 AFTER UPDATE OF deleted ON outline WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (41, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER outline_6 AFTER UPDATE OF period_kind ON outline WHEN OLD.period_kind IS NOT NEW.period_kind BEGIN INSERT INTO field_change VALUES (41, NEW.id, 6, OLD.period_kind, NEW.period_kind); END;
CREATE TRIGGER outline_keep BEFORE DELETE ON outline BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER outline_id BEFORE UPDATE OF id ON outline BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- outline_section
CREATE TRIGGER outline_section_new AFTER INSERT ON outline_section BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 42, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER outline_section_fixed AFTER INSERT ON outline_section WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 42, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.outline AS v UNION ALL SELECT 2 AS c, NEW.parent AS v UNION ALL SELECT 3 AS c, NEW.heading AS v UNION ALL SELECT 4 AS c, NEW.source AS v UNION ALL SELECT 5 AS c, NEW.optional AS v UNION ALL SELECT 6 AS c, NEW.position AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER outline_section_1 AFTER UPDATE OF outline ON outline_section WHEN OLD.outline IS NOT NEW.outline BEGIN INSERT INTO field_change VALUES (42, NEW.id, 1, OLD.outline, NEW.outline); END;
CREATE TRIGGER outline_section_2 AFTER UPDATE OF parent ON outline_section WHEN OLD.parent IS NOT NEW.parent BEGIN INSERT INTO field_change VALUES (42, NEW.id, 2, OLD.parent, NEW.parent); END;
CREATE TRIGGER outline_section_3 AFTER UPDATE OF heading ON outline_section WHEN OLD.heading IS NOT NEW.heading BEGIN INSERT INTO field_change VALUES (42, NEW.id, 3, OLD.heading, NEW.heading); END;
CREATE TRIGGER outline_section_4 AFTER UPDATE OF source ON outline_section WHEN OLD.source IS NOT NEW.source BEGIN INSERT INTO field_change VALUES (42, NEW.id, 4, OLD.source, NEW.source); END;
CREATE TRIGGER outline_section_5 AFTER UPDATE OF optional ON outline_section WHEN OLD.optional IS NOT NEW.optional BEGIN INSERT INTO field_change VALUES (42, NEW.id, 5, OLD.optional, NEW.optional); END;
CREATE TRIGGER outline_section_6 AFTER UPDATE OF position ON outline_section WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (42, NEW.id, 6, OLD.position, NEW.position); END;
CREATE TRIGGER outline_section_7 AFTER UPDATE OF deleted ON outline_section WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (42, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER outline_section_keep BEFORE DELETE ON outline_section BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER outline_section_id BEFORE UPDATE OF id ON outline_section BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- synthesis
CREATE TRIGGER synthesis_new AFTER INSERT ON synthesis BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 43, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER synthesis_fixed AFTER INSERT ON synthesis WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 43, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.title AS v UNION ALL SELECT 2 AS c, NEW.period_kind AS v UNION ALL SELECT 3 AS c, NEW.period_from AS v UNION ALL SELECT 4 AS c, NEW.period_to AS v UNION ALL SELECT 5 AS c, NEW.unit AS v UNION ALL SELECT 6 AS c, NEW.outline AS v UNION ALL SELECT 7 AS c, NEW.state AS v UNION ALL SELECT 8 AS c, NEW.document_number AS v UNION ALL SELECT 9 AS c, NEW.document_date AS v UNION ALL SELECT 10 AS c, NEW.signer AS v UNION ALL SELECT 11 AS c, NEW.signer_post AS v UNION ALL SELECT 12 AS c, NEW.signs_for AS v UNION ALL SELECT 13 AS c, NEW.recipients AS v UNION ALL SELECT 14 AS c, NEW.issued_text AS v UNION ALL SELECT 15 AS c, NEW.note AS v UNION ALL SELECT 16 AS c, NEW.deleted AS v UNION ALL SELECT 17 AS c, NEW.topic AS v UNION ALL SELECT 18 AS c, NEW.grouping AS v); END;
CREATE TRIGGER synthesis_1 AFTER UPDATE OF title ON synthesis WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (43, NEW.id, 1, OLD.title, NEW.title); END;
CREATE TRIGGER synthesis_2 AFTER UPDATE OF period_kind ON synthesis WHEN OLD.period_kind IS NOT NEW.period_kind BEGIN INSERT INTO field_change VALUES (43, NEW.id, 2, OLD.period_kind, NEW.period_kind); END;
CREATE TRIGGER synthesis_3 AFTER UPDATE OF period_from ON synthesis WHEN OLD.period_from IS NOT NEW.period_from BEGIN INSERT INTO field_change VALUES (43, NEW.id, 3, OLD.period_from, NEW.period_from); END;
CREATE TRIGGER synthesis_4 AFTER UPDATE OF period_to ON synthesis WHEN OLD.period_to IS NOT NEW.period_to BEGIN INSERT INTO field_change VALUES (43, NEW.id, 4, OLD.period_to, NEW.period_to); END;
CREATE TRIGGER synthesis_5 AFTER UPDATE OF unit ON synthesis WHEN OLD.unit IS NOT NEW.unit BEGIN INSERT INTO field_change VALUES (43, NEW.id, 5, OLD.unit, NEW.unit); END;
CREATE TRIGGER synthesis_6 AFTER UPDATE OF outline ON synthesis WHEN OLD.outline IS NOT NEW.outline BEGIN INSERT INTO field_change VALUES (43, NEW.id, 6, OLD.outline, NEW.outline); END;
CREATE TRIGGER synthesis_7 AFTER UPDATE OF state ON synthesis WHEN OLD.state IS NOT NEW.state BEGIN INSERT INTO field_change VALUES (43, NEW.id, 7, OLD.state, NEW.state); END;
CREATE TRIGGER synthesis_8 AFTER UPDATE OF document_number ON synthesis WHEN OLD.document_number IS NOT NEW.document_number BEGIN INSERT INTO field_change VALUES (43, NEW.id, 8, OLD.document_number, NEW.document_number); END;
CREATE TRIGGER synthesis_9 AFTER UPDATE OF document_date ON synthesis WHEN OLD.document_date IS NOT NEW.document_date BEGIN INSERT INTO field_change VALUES (43, NEW.id, 9, OLD.document_date, NEW.document_date); END;
CREATE TRIGGER synthesis_10 AFTER UPDATE OF signer ON synthesis WHEN OLD.signer IS NOT NEW.signer BEGIN INSERT INTO field_change VALUES (43, NEW.id, 10, OLD.signer, NEW.signer); END;
CREATE TRIGGER synthesis_11 AFTER UPDATE OF signer_post ON synthesis WHEN OLD.signer_post IS NOT NEW.signer_post BEGIN INSERT INTO field_change VALUES (43, NEW.id, 11, OLD.signer_post, NEW.signer_post); END;
CREATE TRIGGER synthesis_12 AFTER UPDATE OF signs_for ON synthesis WHEN OLD.signs_for IS NOT NEW.signs_for BEGIN INSERT INTO field_change VALUES (43, NEW.id, 12, OLD.signs_for, NEW.signs_for); END;
CREATE TRIGGER synthesis_13 AFTER UPDATE OF recipients ON synthesis WHEN OLD.recipients IS NOT NEW.recipients BEGIN INSERT INTO field_change VALUES (43, NEW.id, 13, OLD.recipients, NEW.recipients); END;
CREATE TRIGGER synthesis_14 AFTER UPDATE OF issued_text ON synthesis WHEN OLD.issued_text IS NOT NEW.issued_text BEGIN INSERT INTO field_change VALUES (43, NEW.id, 14, OLD.issued_text, NEW.issued_text); END;
CREATE TRIGGER synthesis_15 AFTER UPDATE OF note ON synthesis WHEN OLD.note IS NOT NEW.note BEGIN INSERT INTO field_change VALUES (43, NEW.id, 15, OLD.note, NEW.note); END;
CREATE TRIGGER synthesis_16 AFTER UPDATE OF deleted ON synthesis WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (43, NEW.id, 16, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER synthesis_17 AFTER UPDATE OF topic ON synthesis WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (43, NEW.id, 17, OLD.topic, NEW.topic); END;
CREATE TRIGGER synthesis_18 AFTER UPDATE OF grouping ON synthesis WHEN OLD.grouping IS NOT NEW.grouping BEGIN INSERT INTO field_change VALUES (43, NEW.id, 18, OLD.grouping, NEW.grouping); END;
CREATE TRIGGER synthesis_keep BEFORE DELETE ON synthesis BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER synthesis_id BEFORE UPDATE OF id ON synthesis BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- synthesis_section
CREATE TRIGGER synthesis_section_new AFTER INSERT ON synthesis_section BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 44, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER synthesis_section_fixed AFTER INSERT ON synthesis_section WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 44, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.synthesis AS v UNION ALL SELECT 2 AS c, NEW.parent AS v UNION ALL SELECT 3 AS c, NEW.heading AS v UNION ALL SELECT 4 AS c, NEW.source AS v UNION ALL SELECT 5 AS c, NEW.topic AS v UNION ALL SELECT 6 AS c, NEW.body AS v UNION ALL SELECT 7 AS c, NEW.position AS v UNION ALL SELECT 8 AS c, NEW.deleted AS v UNION ALL SELECT 9 AS c, NEW.drafted AS v); END;
CREATE TRIGGER synthesis_section_1 AFTER UPDATE OF synthesis ON synthesis_section WHEN OLD.synthesis IS NOT NEW.synthesis BEGIN INSERT INTO field_change VALUES (44, NEW.id, 1, OLD.synthesis, NEW.synthesis); END;
CREATE TRIGGER synthesis_section_2 AFTER UPDATE OF parent ON synthesis_section WHEN OLD.parent IS NOT NEW.parent BEGIN INSERT INTO field_change VALUES (44, NEW.id, 2, OLD.parent, NEW.parent); END;
CREATE TRIGGER synthesis_section_3 AFTER UPDATE OF heading ON synthesis_section WHEN OLD.heading IS NOT NEW.heading BEGIN INSERT INTO field_change VALUES (44, NEW.id, 3, OLD.heading, NEW.heading); END;
CREATE TRIGGER synthesis_section_4 AFTER UPDATE OF source ON synthesis_section WHEN OLD.source IS NOT NEW.source BEGIN INSERT INTO field_change VALUES (44, NEW.id, 4, OLD.source, NEW.source); END;
CREATE TRIGGER synthesis_section_5 AFTER UPDATE OF topic ON synthesis_section WHEN OLD.topic IS NOT NEW.topic BEGIN INSERT INTO field_change VALUES (44, NEW.id, 5, OLD.topic, NEW.topic); END;
CREATE TRIGGER synthesis_section_6 AFTER UPDATE OF body ON synthesis_section WHEN OLD.body IS NOT NEW.body BEGIN INSERT INTO field_change VALUES (44, NEW.id, 6, OLD.body, NEW.body); END;
CREATE TRIGGER synthesis_section_7 AFTER UPDATE OF position ON synthesis_section WHEN OLD.position IS NOT NEW.position BEGIN INSERT INTO field_change VALUES (44, NEW.id, 7, OLD.position, NEW.position); END;
CREATE TRIGGER synthesis_section_8 AFTER UPDATE OF deleted ON synthesis_section WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (44, NEW.id, 8, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER synthesis_section_9 AFTER UPDATE OF drafted ON synthesis_section WHEN OLD.drafted IS NOT NEW.drafted BEGIN INSERT INTO field_change VALUES (44, NEW.id, 9, OLD.drafted, NEW.drafted); END;
CREATE TRIGGER synthesis_section_keep BEFORE DELETE ON synthesis_section BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER synthesis_section_id BEFORE UPDATE OF id ON synthesis_section BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- synthesis_source
CREATE TRIGGER synthesis_source_new AFTER INSERT ON synthesis_source BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 45, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER synthesis_source_fixed AFTER INSERT ON synthesis_source WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 45, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.synthesis AS v UNION ALL SELECT 2 AS c, NEW.item AS v UNION ALL SELECT 3 AS c, NEW.stream AS v UNION ALL SELECT 4 AS c, NEW.carried AS v UNION ALL SELECT 5 AS c, NEW.reason AS v UNION ALL SELECT 6 AS c, NEW.gist AS v UNION ALL SELECT 7 AS c, NEW.deleted AS v); END;
CREATE TRIGGER synthesis_source_1 AFTER UPDATE OF synthesis ON synthesis_source WHEN OLD.synthesis IS NOT NEW.synthesis BEGIN INSERT INTO field_change VALUES (45, NEW.id, 1, OLD.synthesis, NEW.synthesis); END;
CREATE TRIGGER synthesis_source_2 AFTER UPDATE OF item ON synthesis_source WHEN OLD.item IS NOT NEW.item BEGIN INSERT INTO field_change VALUES (45, NEW.id, 2, OLD.item, NEW.item); END;
CREATE TRIGGER synthesis_source_3 AFTER UPDATE OF stream ON synthesis_source WHEN OLD.stream IS NOT NEW.stream BEGIN INSERT INTO field_change VALUES (45, NEW.id, 3, OLD.stream, NEW.stream); END;
CREATE TRIGGER synthesis_source_4 AFTER UPDATE OF carried ON synthesis_source WHEN OLD.carried IS NOT NEW.carried BEGIN INSERT INTO field_change VALUES (45, NEW.id, 4, OLD.carried, NEW.carried); END;
CREATE TRIGGER synthesis_source_5 AFTER UPDATE OF reason ON synthesis_source WHEN OLD.reason IS NOT NEW.reason BEGIN INSERT INTO field_change VALUES (45, NEW.id, 5, OLD.reason, NEW.reason); END;
CREATE TRIGGER synthesis_source_6 AFTER UPDATE OF gist ON synthesis_source WHEN OLD.gist IS NOT NEW.gist BEGIN INSERT INTO field_change VALUES (45, NEW.id, 6, OLD.gist, NEW.gist); END;
CREATE TRIGGER synthesis_source_7 AFTER UPDATE OF deleted ON synthesis_source WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (45, NEW.id, 7, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER synthesis_source_keep BEFORE DELETE ON synthesis_source BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER synthesis_source_id BEFORE UPDATE OF id ON synthesis_source BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- check_answer
CREATE TRIGGER check_answer_new AFTER INSERT ON check_answer BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 46, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER check_answer_fixed AFTER INSERT ON check_answer WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 46, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.synthesis AS v UNION ALL SELECT 2 AS c, NEW.kind AS v UNION ALL SELECT 3 AS c, NEW.subject AS v UNION ALL SELECT 4 AS c, NEW.reason AS v UNION ALL SELECT 5 AS c, NEW.deleted AS v); END;
CREATE TRIGGER check_answer_1 AFTER UPDATE OF synthesis ON check_answer WHEN OLD.synthesis IS NOT NEW.synthesis BEGIN INSERT INTO field_change VALUES (46, NEW.id, 1, OLD.synthesis, NEW.synthesis); END;
CREATE TRIGGER check_answer_2 AFTER UPDATE OF kind ON check_answer WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (46, NEW.id, 2, OLD.kind, NEW.kind); END;
CREATE TRIGGER check_answer_3 AFTER UPDATE OF subject ON check_answer WHEN OLD.subject IS NOT NEW.subject BEGIN INSERT INTO field_change VALUES (46, NEW.id, 3, OLD.subject, NEW.subject); END;
CREATE TRIGGER check_answer_4 AFTER UPDATE OF reason ON check_answer WHEN OLD.reason IS NOT NEW.reason BEGIN INSERT INTO field_change VALUES (46, NEW.id, 4, OLD.reason, NEW.reason); END;
CREATE TRIGGER check_answer_5 AFTER UPDATE OF deleted ON check_answer WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (46, NEW.id, 5, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER check_answer_keep BEFORE DELETE ON check_answer BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER check_answer_id BEFORE UPDATE OF id ON check_answer BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- document_number
CREATE TRIGGER document_number_new AFTER INSERT ON document_number BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 47, NEW.id, 0, NULL, NULL, NULL, log_grp(), NULL, NULL); END;
CREATE TRIGGER document_number_fixed AFTER INSERT ON document_number WHEN substr(NEW.id, 7, 1) NOT BETWEEN x'70' AND x'7F' BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) SELECT log_rep(), log_seq(), log_hlc(), 47, NEW.id, 1, c, NULL, NULL, log_grp(), NULL, v FROM (SELECT 1 AS c, NEW.body_code AS v UNION ALL SELECT 2 AS c, NEW.type AS v UNION ALL SELECT 3 AS c, NEW.number AS v UNION ALL SELECT 4 AS c, NEW.on_date AS v UNION ALL SELECT 5 AS c, NEW.title AS v UNION ALL SELECT 6 AS c, NEW.synthesis AS v UNION ALL SELECT 7 AS c, NEW.class AS v UNION ALL SELECT 8 AS c, NEW.deleted AS v); END;
CREATE TRIGGER document_number_1 AFTER UPDATE OF body_code ON document_number WHEN OLD.body_code IS NOT NEW.body_code BEGIN INSERT INTO field_change VALUES (47, NEW.id, 1, OLD.body_code, NEW.body_code); END;
CREATE TRIGGER document_number_2 AFTER UPDATE OF type ON document_number WHEN OLD.type IS NOT NEW.type BEGIN INSERT INTO field_change VALUES (47, NEW.id, 2, OLD.type, NEW.type); END;
CREATE TRIGGER document_number_3 AFTER UPDATE OF number ON document_number WHEN OLD.number IS NOT NEW.number BEGIN INSERT INTO field_change VALUES (47, NEW.id, 3, OLD.number, NEW.number); END;
CREATE TRIGGER document_number_4 AFTER UPDATE OF on_date ON document_number WHEN OLD.on_date IS NOT NEW.on_date BEGIN INSERT INTO field_change VALUES (47, NEW.id, 4, OLD.on_date, NEW.on_date); END;
CREATE TRIGGER document_number_5 AFTER UPDATE OF title ON document_number WHEN OLD.title IS NOT NEW.title BEGIN INSERT INTO field_change VALUES (47, NEW.id, 5, OLD.title, NEW.title); END;
CREATE TRIGGER document_number_6 AFTER UPDATE OF synthesis ON document_number WHEN OLD.synthesis IS NOT NEW.synthesis BEGIN INSERT INTO field_change VALUES (47, NEW.id, 6, OLD.synthesis, NEW.synthesis); END;
CREATE TRIGGER document_number_7 AFTER UPDATE OF class ON document_number WHEN OLD.class IS NOT NEW.class BEGIN INSERT INTO field_change VALUES (47, NEW.id, 7, OLD.class, NEW.class); END;
CREATE TRIGGER document_number_8 AFTER UPDATE OF deleted ON document_number WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (47, NEW.id, 8, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER document_number_keep BEFORE DELETE ON document_number BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER document_number_id BEFORE UPDATE OF id ON document_number BEGIN SELECT RAISE(ABORT, 'ids never change'); END;

-- pair_verdict
CREATE TRIGGER pair_verdict_new AFTER INSERT ON pair_verdict BEGIN INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 48, NEW.id, 0, 6, NULL, NULL, log_grp(), NULL, NEW.deleted); INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 48, NEW.id, 1, 3, NULL, NULL, log_grp(), NULL, NEW.kind); INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 48, NEW.id, 1, 4, NULL, NULL, log_grp(), NULL, NEW.verdict); INSERT INTO log(rep, seq, hlc, tbl, row, op, col, prep, pseq, grp, old, new) VALUES (log_rep(), log_seq(), log_hlc(), 48, NEW.id, 1, 5, NULL, NULL, log_grp(), NULL, NEW.kept); END;
CREATE TRIGGER pair_verdict_1 AFTER UPDATE OF one ON pair_verdict WHEN OLD.one IS NOT NEW.one BEGIN INSERT INTO field_change VALUES (48, NEW.id, 1, OLD.one, NEW.one); END;
CREATE TRIGGER pair_verdict_2 AFTER UPDATE OF other ON pair_verdict WHEN OLD.other IS NOT NEW.other BEGIN INSERT INTO field_change VALUES (48, NEW.id, 2, OLD.other, NEW.other); END;
CREATE TRIGGER pair_verdict_3 AFTER UPDATE OF kind ON pair_verdict WHEN OLD.kind IS NOT NEW.kind BEGIN INSERT INTO field_change VALUES (48, NEW.id, 3, OLD.kind, NEW.kind); END;
CREATE TRIGGER pair_verdict_4 AFTER UPDATE OF verdict ON pair_verdict WHEN OLD.verdict IS NOT NEW.verdict BEGIN INSERT INTO field_change VALUES (48, NEW.id, 4, OLD.verdict, NEW.verdict); END;
CREATE TRIGGER pair_verdict_5 AFTER UPDATE OF kept ON pair_verdict WHEN OLD.kept IS NOT NEW.kept BEGIN INSERT INTO field_change VALUES (48, NEW.id, 5, OLD.kept, NEW.kept); END;
CREATE TRIGGER pair_verdict_6 AFTER UPDATE OF deleted ON pair_verdict WHEN OLD.deleted IS NOT NEW.deleted BEGIN INSERT INTO field_change VALUES (48, NEW.id, 6, OLD.deleted, NEW.deleted); END;
CREATE TRIGGER pair_verdict_keep BEFORE DELETE ON pair_verdict BEGIN SELECT RAISE(ABORT, 'rows are never removed'); END;
CREATE TRIGGER pair_verdict_id BEFORE UPDATE OF id ON pair_verdict BEGIN SELECT RAISE(ABORT, 'ids never change'); END;
