-- The office's file, whole: every table of the current schema.
--
-- A line `-- @office`, `-- @local` or `-- @derived` stands before each table and says which kind it is:
--   @office   what the office knows. Every change is logged by generated triggers (src/file/triggers.sql) and merged.
--             The number after it is the table's number in the log: it never changes and is never given twice. A column's
--             number is its place in the table (id = 0), so new columns go to the end.
--             `link(a, b)` names the columns whose hash is the row's id.
--   @log      the change log itself: append-only, merged by union, never updated but by erasing for good.
--   @local    of this copy only: never merged, never in a bundle.
--   @derived  can be rebuilt from the office tables (`duluan check --rebuild-index`): never logged, never merged.
--
-- Conventions
--   id        BLOB of 16 bytes, UUIDv7; for link rows a UUIDv5 of both ends, for shipped rows a fixed UUIDv5.
--   deleted   1 = taken away. Rows are never removed, so references never dangle and a deletion is undone like any edit.
--   days      TEXT `YYYY-MM-DD`; moments TEXT `YYYY-MM-DDTHH:MM:SS`, the office's local time (Viet Nam has one zone).
--   money     INTEGER, đồng.
--   enumerations are English identifiers as in product terms; unknown values are shown as they stand, never refused.
--   No table's implicit rowid is ever used. No constraint stands here that a merge could fail on.
--   No column holds the identity of a citizen whose view is reported.

-- ============================================================ the office itself

-- @office 1
CREATE TABLE office (            -- an office: the one that keeps this file (own_row says which), and those whose files were merged here
  id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name           TEXT NOT NULL DEFAULT '',   -- the body's name as papers print it, e.g. Đảng ủy xã Lộc An
  superior       TEXT NOT NULL DEFAULT '',   -- the body above it, printed over the name
  place          TEXT NOT NULL DEFAULT '',   -- place name before the date of a paper
  prefix         TEXT NOT NULL DEFAULT '',   -- first part of arrival numbers, e.g. LA
  document_code  TEXT NOT NULL DEFAULT '',   -- body code in document numbers, e.g. ĐU in 12-BC/ĐU
  profile        TEXT NOT NULL DEFAULT 'dang', -- document layout: file name in profiles/ without ending
  demonstration  INTEGER NOT NULL DEFAULT 0, -- 1 = invented by `duluan demo`; papers carry DỮ LIỆU MINH HỌA
  deleted        INTEGER NOT NULL DEFAULT 0,
  retention_years INTEGER NOT NULL DEFAULT 5, -- years a collaborator's personal data is kept after the term
  term_from      TEXT                        -- day from which the numbers of the Party's papers run on: the one after the congress closed
) STRICT;

-- @office 2
CREATE TABLE handler (           -- a colleague who works on this file (người xử lý)
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  full_name  TEXT NOT NULL DEFAULT '',
  mark       TEXT NOT NULL DEFAULT '',       -- the person's mark in arrival numbers, e.g. H
  post       TEXT NOT NULL DEFAULT '',
  active     INTEGER NOT NULL DEFAULT 1,
  deleted    INTEGER NOT NULL DEFAULT 0,
  office     BLOB REFERENCES office(id)      -- whose colleague; NULL = of the office that keeps the file. Rules work only for own colleagues
) STRICT;

-- @office 3
CREATE TABLE assignment_rule (   -- gives a new item to a handler by place or topic
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  handler   BLOB NOT NULL REFERENCES handler(id),
  unit      BLOB REFERENCES unit(id),        -- this unit and all below it; NULL = any
  topic     BLOB REFERENCES topic(id),       -- this topic and all below it; NULL = any
  position  INTEGER NOT NULL DEFAULT 0,      -- rules are tried in this order
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- ============================================================ roster

-- @office 4
CREATE TABLE unit (              -- đơn vị, tổ chức: a tree
  id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  parent          BLOB REFERENCES unit(id),
  name            TEXT NOT NULL DEFAULT '',  -- full name valid now, e.g. xã Lộc An
  short_name      TEXT NOT NULL DEFAULT '',
  level           TEXT NOT NULL DEFAULT '',  -- central | province | district | commune | base | '' unknown
  kind            TEXT NOT NULL DEFAULT '',  -- party | state | front | armed | enterprise | school | '' territorial or unknown
  symbol          TEXT NOT NULL DEFAULT '',  -- for document numbers
  mailbox         TEXT NOT NULL DEFAULT '',  -- official e-mail
  phone           TEXT NOT NULL DEFAULT '',
  protocol_order  INTEGER NOT NULL DEFAULT 0,-- papers list units by it, then by name
  valid_from      TEXT,                      -- day; NULL = always
  valid_to        TEXT,                      -- day it was abolished or merged; NULL = stands
  note            TEXT NOT NULL DEFAULT '',
  deleted         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unit_parent ON unit(parent);

-- @office 5
CREATE TABLE unit_name (         -- a name the unit bore in a time span
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  unit        BLOB NOT NULL REFERENCES unit(id),
  name        TEXT NOT NULL DEFAULT '',
  valid_from  TEXT,
  valid_to    TEXT,
  deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unit_name_unit ON unit_name(unit);

-- @office 6
CREATE TABLE unit_succession (   -- what became of a unit on a date
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  old_unit   BLOB NOT NULL REFERENCES unit(id),
  new_unit   BLOB REFERENCES unit(id),       -- NULL = abolished without successor
  kind       TEXT NOT NULL DEFAULT '',       -- rename | merge | split | abolish
  on_date    TEXT,
  basis      TEXT NOT NULL DEFAULT '',       -- the resolution or decision
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX unit_succession_old ON unit_succession(old_unit);

-- @office 7
CREATE TABLE collaborator (      -- cộng tác viên. No ethnicity, religion or party record
  id                   BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  full_name            TEXT NOT NULL DEFAULT '',
  given_name           TEXT NOT NULL DEFAULT '', -- only where the source gave it in a column of its own; '' = last word of full_name
  sex                  TEXT NOT NULL DEFAULT '', -- male | female | '' unknown
  birth_year           INTEGER,
  birth_date           TEXT,
  unit                 BLOB REFERENCES unit(id),
  post                 TEXT NOT NULL DEFAULT '', -- position in the unit
  concurrent_post      TEXT NOT NULL DEFAULT '', -- kiêm nhiệm
  level                TEXT NOT NULL DEFAULT '', -- level the collaborator reports to: province | commune | base | ''
  email                TEXT NOT NULL DEFAULT '',
  address              TEXT NOT NULL DEFAULT '', -- office address
  code                 TEXT NOT NULL DEFAULT '', -- the office's own code
  decision_number      TEXT NOT NULL DEFAULT '', -- appointment decision
  decision_date        TEXT,
  term_from            TEXT,
  term_to              TEXT,
  term_text            TEXT NOT NULL DEFAULT '', -- the term as the source wrote it, e.g. 2026-2030
  contract_months      INTEGER,
  status               TEXT NOT NULL DEFAULT 'active', -- active | paused | ended | moved
  allowance            INTEGER,                  -- đồng a month
  note                 TEXT NOT NULL DEFAULT '',
  deleted              INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX collaborator_unit ON collaborator(unit);

-- @office 8 link(collaborator, number)
CREATE TABLE collaborator_phone ( -- link row: collaborator + number
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  collaborator  BLOB NOT NULL REFERENCES collaborator(id),
  number        TEXT NOT NULL DEFAULT '',    -- local form, digits only: 0912345678
  position      INTEGER NOT NULL DEFAULT 0,  -- 0 = main number
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX collaborator_phone_of ON collaborator_phone(collaborator);
CREATE INDEX collaborator_phone_number ON collaborator_phone(number);

-- @office 9 link(collaborator, topic)
CREATE TABLE collaborator_topic ( -- link row: fields the collaborator follows
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  collaborator  BLOB NOT NULL REFERENCES collaborator(id),
  topic         BLOB NOT NULL REFERENCES topic(id),
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX collaborator_topic_of ON collaborator_topic(collaborator);

-- @office 10
CREATE TABLE appointment (       -- one decision about a collaborator's term
  id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  collaborator     BLOB NOT NULL REFERENCES collaborator(id),
  kind             TEXT NOT NULL DEFAULT 'appoint', -- appoint | renew | move | pause | end
  decision_number  TEXT NOT NULL DEFAULT '',
  decision_date    TEXT,
  term_from        TEXT,
  term_to          TEXT,
  unit             BLOB REFERENCES unit(id),
  reason           TEXT NOT NULL DEFAULT '',
  deleted          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX appointment_of ON appointment(collaborator);

-- @office 11
CREATE TABLE commendation (      -- khen thưởng
  id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  collaborator     BLOB NOT NULL REFERENCES collaborator(id),
  awarded_on       TEXT,
  kind             TEXT NOT NULL DEFAULT '',
  content          TEXT NOT NULL DEFAULT '',
  decision_number  TEXT NOT NULL DEFAULT '',
  deleted          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX commendation_of ON commendation(collaborator);

-- ============================================================ inbox

-- @office 12
CREATE TABLE topic (             -- lĩnh vực, chủ đề: an editable tree; shipped rows have fixed ids
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  parent    BLOB REFERENCES topic(id),
  code      TEXT NOT NULL DEFAULT '',        -- identifier of a shipped topic, e.g. nuoc_sach; '' = the office's own
  name      TEXT NOT NULL DEFAULT '',
  keywords  TEXT NOT NULL DEFAULT '',        -- words that recognise it, one a line
  area      TEXT NOT NULL DEFAULT 'local',   -- international | domestic | local: where the synthesis puts it
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @office 13
CREATE TABLE issue (             -- vấn đề: gathers items on one matter
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  title         TEXT NOT NULL DEFAULT '',
  grade         TEXT NOT NULL DEFAULT 'watch', -- watch | salient | risk | hot_spot
  state         TEXT NOT NULL DEFAULT 'new',   -- new | handling | settled
  arisen_on     TEXT,
  place         TEXT NOT NULL DEFAULT '',
  cause         TEXT NOT NULL DEFAULT '',
  lead_body     TEXT NOT NULL DEFAULT '',
  answer_due    TEXT,
  measures      TEXT NOT NULL DEFAULT '',
  result        TEXT NOT NULL DEFAULT '',
  lesson        TEXT NOT NULL DEFAULT '',
  answer        TEXT NOT NULL DEFAULT '',
  answered_on   TEXT,
  topic         BLOB REFERENCES topic(id),
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @office 14
CREATE TABLE report (            -- báo cáo: one submission
  id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  arrival_number   TEXT NOT NULL DEFAULT '', -- office prefix, person's mark, running number: LA-H-0457
  received_at      TEXT NOT NULL DEFAULT '',
  received_rule    TEXT NOT NULL DEFAULT '', -- where received_at comes from: mail | form | log | document | import | entry
  title            TEXT NOT NULL DEFAULT '',
  summary          TEXT NOT NULL DEFAULT '', -- text before the first item, e.g. the general situation
  collaborator     BLOB REFERENCES collaborator(id),
  submitter_name   TEXT NOT NULL DEFAULT '', -- the collaborator or official who handed it in, as written
  unit             BLOB REFERENCES unit(id),
  unit_name        TEXT NOT NULL DEFAULT '', -- the unit's name as the source wrote it
  document_number  TEXT NOT NULL DEFAULT '',
  document_date    TEXT,
  issuer           TEXT NOT NULL DEFAULT '',
  kind             TEXT NOT NULL DEFAULT 'feedback', -- periodic | quick | thematic | ad_hoc | feedback | mail | nothing (không phát sinh)
  period_kind      TEXT NOT NULL DEFAULT '', -- week | month | quarter | half_year | year | ad_hoc | ''
  period_from      TEXT,
  period_to        TEXT,
  channel          TEXT NOT NULL DEFAULT '', -- direct | meeting | phone | questionnaire | letter | press | social | mail | report | ''
  urgency          TEXT NOT NULL DEFAULT 'normal', -- normal | urgent | very_urgent | flash (thường, khẩn, thượng khẩn, hỏa tốc)
  source_key       TEXT NOT NULL DEFAULT '', -- what the same file, mail or form is known by: sha256:…, mail:…, form:…
  source_name      TEXT NOT NULL DEFAULT '', -- file name it came from
  form_marks       TEXT NOT NULL DEFAULT '', -- marks of form, never of content: on_time streams grounds forecast recommendation
  note             TEXT NOT NULL DEFAULT '',
  deleted          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX report_received ON report(received_at);
CREATE INDEX report_source ON report(source_key) WHERE source_key <> '';
CREATE INDEX report_collaborator ON report(collaborator, received_at) WHERE collaborator IS NOT NULL;
CREATE INDEX report_unit ON report(unit, received_at) WHERE unit IS NOT NULL;
CREATE INDEX report_arrival ON report(arrival_number);
CREATE INDEX report_about ON report(period_to) WHERE period_to IS NOT NULL;

-- @office 15
CREATE TABLE item (              -- nội dung phản ánh: one matter inside a report
  id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  report          BLOB NOT NULL REFERENCES report(id),
  position        INTEGER NOT NULL DEFAULT 0,
  title           TEXT NOT NULL DEFAULT '',
  body            TEXT NOT NULL DEFAULT '',
  place           TEXT NOT NULL DEFAULT '',
  issue           BLOB REFERENCES issue(id),
  kind            TEXT NOT NULL DEFAULT 'opinion', -- opinion | rumour
  rumour_source   TEXT NOT NULL DEFAULT '',  -- word_of_mouth | social | press | leaflet | other | ''
  verification    TEXT NOT NULL DEFAULT '',  -- unverified | checking | confirmed_true | confirmed_false | unverifiable; '' on opinions
  forecast        TEXT NOT NULL DEFAULT '',
  recommendation  TEXT NOT NULL DEFAULT '',
  triage          TEXT NOT NULL DEFAULT 'new', -- new | included | waiting | filed | duplicate
  triage_reason   TEXT NOT NULL DEFAULT '',  -- why filed or waiting
  duplicate_of    BLOB REFERENCES item(id),
  handler         BLOB REFERENCES handler(id),
  note            TEXT NOT NULL DEFAULT '',
  deleted         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX item_report ON item(report, position);
CREATE INDEX item_issue ON item(issue) WHERE issue IS NOT NULL AND deleted = 0;
CREATE INDEX item_duplicate ON item(duplicate_of) WHERE duplicate_of IS NOT NULL;

-- @office 16 link(item, topic)
CREATE TABLE item_topic (        -- link row: item + topic
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  item     BLOB NOT NULL REFERENCES item(id),
  topic    BLOB NOT NULL REFERENCES topic(id),
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX item_topic_item ON item_topic(item);
CREATE INDEX item_topic_topic ON item_topic(topic);

-- @office 17
CREATE TABLE stream (            -- luồng ý kiến
  id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  item           BLOB NOT NULL REFERENCES item(id),
  position       INTEGER NOT NULL DEFAULT 0,
  topic          BLOB REFERENCES topic(id),
  group_name     TEXT NOT NULL DEFAULT '',   -- group of people, never a person: nông dân, tiểu thương, cán bộ đảng viên …
  band           TEXT NOT NULL DEFAULT 'unknown', -- overwhelming | majority | many | some | few | unknown (tuyệt đại đa số … có ý kiến, chưa xác định)
  tendency       TEXT NOT NULL DEFAULT 'unclear', -- agree | disagree | worry | wish | unclear
  intensity      TEXT NOT NULL DEFAULT '',   -- light | medium | harsh | ''
  gist           TEXT NOT NULL DEFAULT '',
  band_word      TEXT NOT NULL DEFAULT '',   -- the reporter's own word for the band
  tendency_word  TEXT NOT NULL DEFAULT '',   -- the reporter's own word for the tendency
  deleted        INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX stream_item ON stream(item, position);

-- @office 18
CREATE TABLE attachment (        -- an original or any file kept with a report, up to 20 MB
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  report      BLOB NOT NULL REFERENCES report(id),
  name        TEXT NOT NULL DEFAULT '',
  media_type  TEXT NOT NULL DEFAULT '',
  size        INTEGER NOT NULL DEFAULT 0,    -- bytes of the original
  sha256      TEXT NOT NULL DEFAULT '',      -- of the original, lower-case hex
  content     BLOB,                          -- deflated (zlib); NULL when erased
  original    INTEGER NOT NULL DEFAULT 0,    -- 1 = the report itself was read from it
  deleted     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX attachment_report ON attachment(report);

-- @office 19
CREATE TABLE duty (              -- chế độ báo cáo
  id             BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name           TEXT NOT NULL DEFAULT '',
  direction      TEXT NOT NULL DEFAULT 'receives', -- receives | owes
  who            TEXT NOT NULL DEFAULT 'unit', -- collaborator | unit | named: whom it binds; named = rows of duty_member
  counterpart    TEXT NOT NULL DEFAULT '',   -- for owes: the body it goes to
  period_kind    TEXT NOT NULL DEFAULT 'month', -- week | month | quarter | half_year | year
  boundary_day   INTEGER NOT NULL DEFAULT 1, -- week: first weekday 1 (Monday) … 7; others: first day of the month 1 … 28
  due_day        INTEGER NOT NULL DEFAULT 0, -- days after the period's last day
  weekend_rule   TEXT NOT NULL DEFAULT 'keep', -- keep | before | after
  valid_from     TEXT,
  valid_to       TEXT,
  basis          TEXT NOT NULL DEFAULT '',
  deleted        INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @office 20 link(duty, collaborator, unit)
CREATE TABLE duty_member (       -- link row: who a named duty binds
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  duty          BLOB NOT NULL REFERENCES duty(id),
  collaborator  BLOB REFERENCES collaborator(id),
  unit          BLOB REFERENCES unit(id),
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX duty_member_duty ON duty_member(duty);

-- @office 21
CREATE TABLE duty_excuse (       -- excused from a duty for one period
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  duty          BLOB NOT NULL REFERENCES duty(id),
  collaborator  BLOB REFERENCES collaborator(id),
  unit          BLOB REFERENCES unit(id),
  period_from   TEXT,
  period_to     TEXT,
  reason        TEXT NOT NULL DEFAULT '',
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX duty_excuse_duty ON duty_excuse(duty);

-- @office 22
CREATE TABLE saved_view (        -- a saved filter; shipped rows have fixed ids
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  place     TEXT NOT NULL DEFAULT 'inbox',   -- which list: inbox | roster | training
  code      TEXT NOT NULL DEFAULT '',        -- identifier of a shipped view; '' = the office's own
  name      TEXT NOT NULL DEFAULT '',
  filter    TEXT NOT NULL DEFAULT '',        -- the filter language
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @office 23
CREATE TABLE phrase (            -- editable short texts: reasons, replies, sentence drafts; shipped rows have fixed ids
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind      TEXT NOT NULL DEFAULT '',        -- file_reason | wait_reply | stream_sentence | …
  band      TEXT NOT NULL DEFAULT '',        -- for stream_sentence: fits this band; '' = any
  tendency  TEXT NOT NULL DEFAULT '',        -- for stream_sentence: fits this tendency; '' = any
  body      TEXT NOT NULL DEFAULT '',        -- with {who}, {gist}, {group}, {topic}, {place}
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0,
  group_name TEXT NOT NULL DEFAULT ''        -- for stream_sentence: fits this group of people; '' = any
) STRICT;

-- @office 24
CREATE TABLE orientation (       -- định hướng, phản hồi
  id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  title            TEXT NOT NULL DEFAULT '',
  content          TEXT NOT NULL DEFAULT '',
  official_info    TEXT NOT NULL DEFAULT '',
  source_document  TEXT NOT NULL DEFAULT '',
  recipients       TEXT NOT NULL DEFAULT '', -- filter
  sent_through     TEXT NOT NULL DEFAULT '',
  sent_at          TEXT,
  issue            BLOB REFERENCES issue(id),
  deleted          INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @office 25 link(orientation, item)
CREATE TABLE orientation_item (  -- link row: an item the orientation answers
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  orientation  BLOB NOT NULL REFERENCES orientation(id),
  item         BLOB NOT NULL REFERENCES item(id),
  deleted      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX orientation_item_item ON orientation_item(item);

-- @office 26 link(orientation, collaborator, unit)
CREATE TABLE orientation_recipient ( -- link row: to whom it went
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  orientation   BLOB NOT NULL REFERENCES orientation(id),
  collaborator  BLOB REFERENCES collaborator(id),
  unit          BLOB REFERENCES unit(id),
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX orientation_recipient_of ON orientation_recipient(orientation);

-- @office 27
CREATE TABLE survey (            -- đợt điều tra DLXH
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  title         TEXT NOT NULL DEFAULT '',
  target_group  TEXT NOT NULL DEFAULT '',
  sampling      TEXT NOT NULL DEFAULT '',    -- random | quota | convenience | everyone | ''
  date_from     TEXT,
  date_to       TEXT,
  basis         TEXT NOT NULL DEFAULT '',
  note          TEXT NOT NULL DEFAULT '',
  deleted       INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @office 28
CREATE TABLE survey_unit (       -- forms issued, returned and valid in one unit
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  survey    BLOB NOT NULL REFERENCES survey(id),
  unit      BLOB REFERENCES unit(id),
  issued    INTEGER NOT NULL DEFAULT 0,
  returned  INTEGER NOT NULL DEFAULT 0,
  valid     INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX survey_unit_survey ON survey_unit(survey);

-- @office 29
CREATE TABLE survey_question (
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  survey    BLOB NOT NULL REFERENCES survey(id),
  position  INTEGER NOT NULL DEFAULT 0,
  body      TEXT NOT NULL DEFAULT '',
  multiple  INTEGER NOT NULL DEFAULT 0,      -- 1 = several answers allowed
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX survey_question_survey ON survey_question(survey);

-- @office 30
CREATE TABLE survey_answer (     -- one answer's count; single sheets of single people are never kept
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  question  BLOB NOT NULL REFERENCES survey_question(id),
  position  INTEGER NOT NULL DEFAULT 0,
  label     TEXT NOT NULL DEFAULT '',
  answers   INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX survey_answer_question ON survey_answer(question);

-- ============================================================ training, meetings, year plan

-- @office 31
CREATE TABLE class (             -- a class or a meeting: lớp bồi dưỡng, hội nghị giao ban
  id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind             TEXT NOT NULL DEFAULT 'class', -- class | briefing (giao ban) | conference
  title            TEXT NOT NULL DEFAULT '',
  purpose          TEXT NOT NULL DEFAULT '',
  date_from        TEXT,
  date_to          TEXT,
  date_text        TEXT NOT NULL DEFAULT '', -- vague date: trung tuần tháng 4
  place            TEXT NOT NULL DEFAULT '',
  state            TEXT NOT NULL DEFAULT 'draft', -- draft | planned | summoned | running | held | postponed | cancelled
  audience         TEXT NOT NULL DEFAULT '',
  funding_source   TEXT NOT NULL DEFAULT '',
  estimate         INTEGER,                  -- đồng
  document_number  TEXT NOT NULL DEFAULT '', -- of the plan
  document_date    TEXT,
  series           BLOB,                     -- same value = occurrences of one standing meeting
  repeat_rule      TEXT NOT NULL DEFAULT '', -- month | quarter | ''
  result           TEXT NOT NULL DEFAULT '', -- conclusion after it was held
  certificate_signer TEXT NOT NULL DEFAULT '',
  certificate_from INTEGER,                  -- first certificate number
  note             TEXT NOT NULL DEFAULT '',
  deleted          INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX class_date ON class(date_from);

-- @office 32
CREATE TABLE class_host (        -- an issuing body of the plan; two for a joint plan
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class     BLOB NOT NULL REFERENCES class(id),
  unit      BLOB REFERENCES unit(id),
  name      TEXT NOT NULL DEFAULT '',        -- as printed
  signer    TEXT NOT NULL DEFAULT '',
  post      TEXT NOT NULL DEFAULT '',
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX class_host_class ON class_host(class);

-- @office 33
CREATE TABLE class_session (     -- buổi
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class      BLOB NOT NULL REFERENCES class(id),
  on_date    TEXT,
  part       TEXT NOT NULL DEFAULT '',       -- morning | afternoon | evening | ''
  time_from  TEXT NOT NULL DEFAULT '',       -- HH:MM
  time_to    TEXT NOT NULL DEFAULT '',
  content    TEXT NOT NULL DEFAULT '',
  speaker    TEXT NOT NULL DEFAULT '',
  hall       TEXT NOT NULL DEFAULT '',
  position   INTEGER NOT NULL DEFAULT 0,
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX class_session_class ON class_session(class);

-- @office 34
CREATE TABLE class_preparation ( -- one thing to prepare
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class     BLOB NOT NULL REFERENCES class(id),
  task      TEXT NOT NULL DEFAULT '',
  owner     TEXT NOT NULL DEFAULT '',
  due_on    TEXT,
  done      INTEGER NOT NULL DEFAULT 0,
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX class_preparation_class ON class_preparation(class);

-- @office 35
CREATE TABLE class_cost (        -- one line of the estimate
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class     BLOB NOT NULL REFERENCES class(id),
  content   TEXT NOT NULL DEFAULT '',
  quantity  INTEGER NOT NULL DEFAULT 1,
  unit_cost INTEGER NOT NULL DEFAULT 0,      -- đồng
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX class_cost_class ON class_cost(class);

-- @office 36
CREATE TABLE class_summons (     -- a unit summoned by category and number
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class      BLOB NOT NULL REFERENCES class(id),
  unit       BLOB REFERENCES unit(id),
  category   TEXT NOT NULL DEFAULT '',       -- whom: trưởng ban, cộng tác viên …
  number     INTEGER NOT NULL DEFAULT 0,
  names_due  TEXT,                           -- names sent back by this day
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX class_summons_class ON class_summons(class);

-- @office 37
CREATE TABLE participant (       -- a person who attends, collaborator or not
  id                  BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class               BLOB NOT NULL REFERENCES class(id),
  collaborator        BLOB REFERENCES collaborator(id),
  full_name           TEXT NOT NULL DEFAULT '',
  birth_year          INTEGER,
  unit                BLOB REFERENCES unit(id),
  unit_name           TEXT NOT NULL DEFAULT '',
  post                TEXT NOT NULL DEFAULT '',
  phone               TEXT NOT NULL DEFAULT '',
  stand_in_for        TEXT NOT NULL DEFAULT '',
  walk_in             INTEGER NOT NULL DEFAULT 0,
  certificate_number  TEXT NOT NULL DEFAULT '',
  result              TEXT NOT NULL DEFAULT '',
  deleted             INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX participant_class ON participant(class);
CREATE INDEX participant_collaborator ON participant(collaborator) WHERE collaborator IS NOT NULL;

-- @office 38 link(participant, session)
CREATE TABLE absence (           -- link row: participant absent from a session; everyone else is present
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  participant  BLOB NOT NULL REFERENCES participant(id),
  session      BLOB NOT NULL REFERENCES class_session(id),
  excused      INTEGER NOT NULL DEFAULT 0,
  deleted      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX absence_session ON absence(session);

-- @office 39
CREATE TABLE agenda_point (      -- one point of a giao ban's agenda
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  class     BLOB NOT NULL REFERENCES class(id),
  kind      TEXT NOT NULL DEFAULT '',        -- synthesis | addition | answer | orientation | ''
  content   TEXT NOT NULL DEFAULT '',
  item      BLOB REFERENCES item(id),
  issue     BLOB REFERENCES issue(id),
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX agenda_point_class ON agenda_point(class);

-- @office 40
CREATE TABLE plan_item (         -- mục kế hoạch năm
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  year       INTEGER NOT NULL DEFAULT 0,
  content    TEXT NOT NULL DEFAULT '',       -- what to follow
  event      TEXT NOT NULL DEFAULT '',
  date_from  TEXT,
  date_to    TEXT,
  owner      TEXT NOT NULL DEFAULT '',
  basis      TEXT NOT NULL DEFAULT '',
  topic      BLOB REFERENCES topic(id),
  position   INTEGER NOT NULL DEFAULT 0,
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX plan_item_year ON plan_item(year);

-- ============================================================ summary

-- @office 41
CREATE TABLE outline (           -- template of a synthesis; shipped rows have fixed ids
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  code      TEXT NOT NULL DEFAULT '',
  name      TEXT NOT NULL DEFAULT '',
  title     TEXT NOT NULL DEFAULT '',        -- with {period}; of a thematic one with {topic}
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0,
  period_kind TEXT NOT NULL DEFAULT ''       -- offered first for periods of this kind: week | month | quarter | half_year | year | ad_hoc; '' = any
) STRICT;

-- @office 42
CREATE TABLE outline_section (
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  outline   BLOB NOT NULL REFERENCES outline(id),
  parent    BLOB REFERENCES outline_section(id),
  heading   TEXT NOT NULL DEFAULT '',
  source    TEXT NOT NULL DEFAULT '',        -- what fills it: general | comparison | international | domestic | local | matters | issues | forecast | recommendation | answers | orientation | network | reporting | cases | training | next | '' free
  optional  INTEGER NOT NULL DEFAULT 0,      -- 1 = dropped when empty
  position  INTEGER NOT NULL DEFAULT 0,
  deleted   INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outline_section_outline ON outline_section(outline);

-- @office 43
CREATE TABLE synthesis (         -- báo cáo tổng hợp
  id               BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  title            TEXT NOT NULL DEFAULT '',
  period_kind      TEXT NOT NULL DEFAULT 'month',
  period_from      TEXT,
  period_to        TEXT,
  unit             BLOB REFERENCES unit(id), -- place it covers; NULL = the whole file
  outline          BLOB REFERENCES outline(id),
  state            TEXT NOT NULL DEFAULT 'drafting', -- drafting | submitted | issued
  document_number  TEXT NOT NULL DEFAULT '', -- '' = left blank for the văn thư
  document_date    TEXT,
  signer           TEXT NOT NULL DEFAULT '',
  signer_post      TEXT NOT NULL DEFAULT '',
  signs_for        TEXT NOT NULL DEFAULT '', -- first line of the signature block, e.g. T/M BAN THƯỜNG VỤ
  recipients       TEXT NOT NULL DEFAULT '', -- Nơi nhận, one a line
  issued_text      TEXT NOT NULL DEFAULT '', -- frozen text
  note             TEXT NOT NULL DEFAULT '',
  deleted          INTEGER NOT NULL DEFAULT 0,
  topic            BLOB REFERENCES topic(id), -- of a thematic one: what it is about, topics below it too; NULL = everything
  grouping         TEXT NOT NULL DEFAULT ''  -- what its matters are gathered by: topic | issue | unit; '' = topic
) STRICT;
CREATE INDEX synthesis_period ON synthesis(period_from);

-- @office 44
CREATE TABLE synthesis_section ( -- one section of a synthesis, so that colleagues can share the work
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  synthesis  BLOB NOT NULL REFERENCES synthesis(id),
  parent     BLOB REFERENCES synthesis_section(id),
  heading    TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',       -- as outline_section.source
  topic      BLOB REFERENCES topic(id),
  body       TEXT NOT NULL DEFAULT '',       -- text; citations are tokens ⟦ids of streams or items, separated by blanks⟧, live counts a number with ⟦#what⟧ behind it
  position   INTEGER NOT NULL DEFAULT 0,
  deleted    INTEGER NOT NULL DEFAULT 0,
  drafted    TEXT NOT NULL DEFAULT ''        -- digest of the text as it was gathered: another text was written by a person
) STRICT;
CREATE INDEX synthesis_section_of ON synthesis_section(synthesis, position);

-- @office 45
CREATE TABLE synthesis_source (  -- bảng đối chiếu: every stream or item of the period, carried or left out and why
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  synthesis  BLOB NOT NULL REFERENCES synthesis(id),
  item       BLOB NOT NULL REFERENCES item(id),
  stream     BLOB REFERENCES stream(id),
  carried    INTEGER NOT NULL DEFAULT 0,
  reason     TEXT NOT NULL DEFAULT '',
  gist       TEXT NOT NULL DEFAULT '',       -- digest of what it said when it was cited, and again when the paper was issued
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX synthesis_source_of ON synthesis_source(synthesis);
CREATE INDEX synthesis_source_item ON synthesis_source(item);

-- @office 46
CREATE TABLE check_answer (      -- a check of the composer answered with a reason
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  synthesis  BLOB NOT NULL REFERENCES synthesis(id),
  kind       TEXT NOT NULL DEFAULT '',
  subject    BLOB,                           -- item, stream or issue it is about, or a hash of the passage; zeros = the whole
  reason     TEXT NOT NULL DEFAULT '',
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX check_answer_of ON check_answer(synthesis);

-- @office 47
CREATE TABLE document_number (   -- register of numbers by type and issuing body
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  body_code  TEXT NOT NULL DEFAULT '',       -- issuing body, e.g. ĐU
  type       TEXT NOT NULL DEFAULT '',       -- BC | KH | KHLT | TB | CV | HD | QĐ | TTr | BB | GM
  number     INTEGER,
  on_date    TEXT,
  title      TEXT NOT NULL DEFAULT '',
  synthesis  BLOB REFERENCES synthesis(id),
  class      BLOB REFERENCES class(id),
  deleted    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX document_number_type ON document_number(body_code, type, on_date);

-- ============================================================ two rows for one

-- @office 48 link(one, other)
CREATE TABLE pair_verdict (      -- link row: what a person said of two rows that look like one and the same
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  one      BLOB NOT NULL,                    -- the smaller id of the two; no foreign key: it goes to one of three tables
  other    BLOB NOT NULL,
  kind     TEXT NOT NULL DEFAULT '',         -- table of both: collaborator, unit or item
  verdict  TEXT NOT NULL DEFAULT '',         -- apart | joined
  kept     BLOB,                             -- of joined: the row that stands for both now
  deleted  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- ============================================================ change log

-- @log
CREATE TABLE replica (           -- one run of the program that wrote; minted in memory at the first write
  n        INTEGER PRIMARY KEY,              -- short number in this file only; 0 = the program itself (shipped rows)
  uuid     BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16), -- zeros for the program itself
  office   TEXT NOT NULL DEFAULT '',
  person   TEXT NOT NULL DEFAULT '',
  machine  TEXT NOT NULL DEFAULT '',
  opened   TEXT NOT NULL DEFAULT '',         -- moment of the first write
  upto     INTEGER NOT NULL DEFAULT 0,       -- greatest seq held here
  held     INTEGER NOT NULL DEFAULT 0,       -- number of records held here; held = upto means none is missing in between
  hlc      INTEGER NOT NULL DEFAULT 0        -- greatest clock of its records held here
) STRICT;

-- @log
CREATE TABLE grp (               -- one user action
  rep     INTEGER NOT NULL REFERENCES replica(n),
  grp     INTEGER NOT NULL,                  -- 1, 2, … in the replica
  action  TEXT NOT NULL DEFAULT '',          -- identifier of what the person did
  at      TEXT NOT NULL DEFAULT '',          -- moment
  undoes  INTEGER,                           -- grp of the same replica that this one takes back
  seq_from INTEGER NOT NULL DEFAULT 0,       -- first and last record of the group, so that it is found without a search
  seq_to   INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (rep, grp)
) STRICT, WITHOUT ROWID;

-- @log
CREATE TABLE log (               -- one record a created row or changed field; records never change but for erasing
  rep   INTEGER NOT NULL,                    -- replica.n; no foreign key, it would be looked up for every record (check does it)
  seq   INTEGER NOT NULL,                    -- 1, 2, … in the replica; for shipped rows a hash, so that every file has the same
  hlc   INTEGER NOT NULL,                    -- hybrid clock: milliseconds << 16 | counter
  tbl   INTEGER NOT NULL,                    -- number of the table, see @office above
  row   BLOB NOT NULL,
  op    INTEGER NOT NULL,                    -- 0 row created, 1 field changed, 2 field erased for good, 3 a record whose values were erased
  col   INTEGER,                             -- number of the column; NULL for op 0, except in link tables: there a creation is also
                                             --   the record `deleted` = 0, because the same link may be made in two copies
  prep  INTEGER,                             -- replica and seq of the record this one overwrote; NULL = the row's creation
  pseq  INTEGER,
  grp   INTEGER NOT NULL,
  old   ANY,
  new   ANY,
  knew  BLOB,                                -- where one parent is too little (deletions, decided clashes): every record of the row the
                                             --   writer's file held, as pairs of replica uuid and greatest seq (24 bytes each)
  PRIMARY KEY (rep, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_field ON log(row, tbl, col, hlc);

-- @log
CREATE TABLE erasure (           -- who erased what for good, and why; the op 2 records it stands for win every merge
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  tbl     INTEGER NOT NULL,
  row     BLOB NOT NULL,
  col     INTEGER,                           -- NULL = everything the row said
  at      TEXT NOT NULL DEFAULT '',
  person  TEXT NOT NULL DEFAULT '',
  office  TEXT NOT NULL DEFAULT '',
  reason  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX erasure_row ON erasure(row);

-- ============================================================ local

-- @local
CREATE TABLE merge_run (         -- a merge that was done here, so that it can be taken back
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  at       TEXT NOT NULL DEFAULT '',
  source   TEXT NOT NULL DEFAULT '',         -- file name of the other file
  records  INTEGER NOT NULL DEFAULT 0,
  backup   TEXT NOT NULL DEFAULT '',         -- the backup made before it
  taken_back INTEGER NOT NULL DEFAULT 0
) STRICT;

-- @local
CREATE TABLE merge_run_part (    -- the log records a merge brought: replica, first and last seq
  run       BLOB NOT NULL REFERENCES merge_run(id),
  rep       INTEGER NOT NULL,
  seq_from  INTEGER NOT NULL,
  seq_to    INTEGER NOT NULL,
  PRIMARY KEY (run, rep, seq_from)
) STRICT, WITHOUT ROWID;

-- @local
CREATE TABLE draft (             -- text of a form or editor that was not saved yet
  place  TEXT NOT NULL,                      -- which form
  row    BLOB NOT NULL,                      -- record edited; zeros = a new one
  at     TEXT NOT NULL DEFAULT '',
  body   TEXT NOT NULL DEFAULT '',           -- JSON of the fields
  PRIMARY KEY (place, row)
) STRICT, WITHOUT ROWID;

-- @local
CREATE TABLE column_mapping (    -- how columns of a list were mapped last time
  fingerprint  TEXT NOT NULL PRIMARY KEY,    -- folded header cells
  target       TEXT NOT NULL DEFAULT '',     -- roster | reports | attendees
  mapping      TEXT NOT NULL DEFAULT '',     -- JSON: column number → field
  at           TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

-- @local
CREATE TABLE place_kept (        -- where the cursor and the filter stood in a tab
  tab    TEXT NOT NULL PRIMARY KEY,
  state  TEXT NOT NULL DEFAULT ''            -- JSON
) STRICT, WITHOUT ROWID;

-- @local
CREATE TABLE own_row (           -- which row is this file's own; a copy made in a file manager keeps it, a merge does not bring it
  what  TEXT NOT NULL PRIMARY KEY,           -- office
  row   BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- @local
CREATE TABLE held_there (        -- what another office's file held when it was last merged here, so that a bundle for it holds what is new
  office  BLOB NOT NULL,                     -- office.id
  replica BLOB NOT NULL,                     -- replica.uuid
  upto    INTEGER NOT NULL,                  -- every record up to this one was there
  PRIMARY KEY (office, replica)
) STRICT, WITHOUT ROWID;

-- @local
CREATE TABLE pending (           -- work on the file itself that a power cut must not lose: vacuum (after erasing)
  what  TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- ============================================================ derived

-- @derived
CREATE TABLE collaborator_key (  -- order and look-up keys of a collaborator
  collaborator  BLOB NOT NULL PRIMARY KEY,
  given_first   BLOB NOT NULL,               -- sort key: given, middle, family name
  family_first  BLOB NOT NULL,
  words         TEXT NOT NULL,               -- strict keys of name, unit and post words, for look-up in memory
  folded        TEXT NOT NULL DEFAULT ''     -- the name without marks, i for y: what two spellings of one name share
) STRICT, WITHOUT ROWID;
CREATE INDEX collaborator_key_given ON collaborator_key(given_first);
CREATE INDEX collaborator_key_folded ON collaborator_key(folded);

-- @derived
CREATE TABLE item_doc (          -- list and search key of an item, and the fields that lists are filtered by
  doc        INTEGER PRIMARY KEY,            -- received second << 2, or the next that is free; also the row number in item_fts
  item       BLOB NOT NULL UNIQUE,
  report     BLOB NOT NULL,
  triage     TEXT NOT NULL,
  urgency    TEXT NOT NULL,
  kind       TEXT NOT NULL,
  verification TEXT NOT NULL,
  grade      TEXT NOT NULL,                  -- of its issue; ''
  handler    BLOB,
  unit       BLOB,
  text_hash  INTEGER NOT NULL,               -- of the text that was indexed, so that a decision does not index it again
  received   INTEGER NOT NULL                -- the second that doc was given for
) STRICT;
CREATE INDEX item_doc_report ON item_doc(report);
CREATE INDEX item_doc_new ON item_doc(doc) WHERE triage = 'new';
CREATE INDEX item_doc_waiting ON item_doc(doc) WHERE triage = 'waiting';
CREATE INDEX item_doc_urgent ON item_doc(doc) WHERE urgency <> 'normal' AND triage = 'new';
CREATE INDEX item_doc_rumour ON item_doc(doc) WHERE kind = 'rumour' AND verification IN ('unverified', 'checking');
CREATE INDEX item_doc_risk ON item_doc(doc) WHERE grade IN ('risk', 'hot_spot');
CREATE INDEX item_doc_handler ON item_doc(handler, doc) WHERE handler IS NOT NULL;
CREATE INDEX item_doc_in_hand ON item_doc(handler, doc) WHERE handler IS NOT NULL AND triage = 'new';

-- @derived
CREATE VIRTUAL TABLE item_fts USING fts5( -- accented keys of an item's words
  body, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0'
);

-- @derived
CREATE TABLE vocabulary (        -- syllables that occur, so that the last typed one can be expanded
  key    TEXT NOT NULL PRIMARY KEY,          -- accented key, e.g. đât5
  folded TEXT NOT NULL,
  uses   INTEGER NOT NULL DEFAULT 0          -- items it occurs in, about
) STRICT, WITHOUT ROWID;

-- @derived
CREATE TABLE item_band (         -- sketch of an item's words: items that share a key may say nearly the same
  key  INTEGER NOT NULL,
  doc  INTEGER NOT NULL,                     -- item_doc.doc; one that stands there no more means nothing
  PRIMARY KEY (key, doc)
) STRICT, WITHOUT ROWID;

-- @derived
CREATE TABLE decision (          -- what waits for a person (Cần quyết định)
  id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind   TEXT NOT NULL,                      -- clash | deleted_edited | circle | orphan | double_code | double_person | double_unit | double_item
  tbl    INTEGER NOT NULL,
  row    BLOB NOT NULL,
  col    INTEGER,
  heads  TEXT NOT NULL DEFAULT ''            -- JSON: the records [replica uuid, seq] that stand against each other, else the rows
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_row ON decision(row);
CREATE INDEX decision_kind ON decision(kind);
CREATE INDEX decision_first ON decision(substr(heads, 3, 36)); -- of a suspected double: the earlier row

-- @derived
CREATE TABLE twin (              -- fields that copies set to the same value without knowing of each other: no clash, but the
                                 --   next edit has to say that it overwrites them all
  tbl  INTEGER NOT NULL,
  row  BLOB NOT NULL,
  col  INTEGER NOT NULL,
  PRIMARY KEY (row, tbl, col)
) STRICT, WITHOUT ROWID;
