-- 受理接入: calls, call-backs, suppression zones, hand-over notes.
CREATE SCHEMA intake;

CREATE TABLE intake.calls (
  platform    text NOT NULL REFERENCES tenancy.platforms (id),
  id          text NOT NULL CHECK (char_length(id) BETWEEN 1 AND 80),
  phone       text NOT NULL,
  line        text,
  state       text NOT NULL CHECK (state IN ('RINGING', 'ANSWERED', 'ENDED', 'ABANDONED')),
  post        text,
  recording   text,
  number      text,
  rang_at     timestamptz NOT NULL,
  answered_at timestamptz,
  ended_at    timestamptz,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, number) REFERENCES casework.cases (platform, number),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id)
);
CREATE INDEX calls_phone ON intake.calls (platform, phone, rang_at DESC);
CREATE INDEX calls_newest ON intake.calls (platform, rang_at DESC, id DESC);
SELECT tenancy.guard('intake.calls', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  intake.calls             IS '来电：呼叫中心报来的每一通电话，录音只存地址';
COMMENT ON COLUMN intake.calls.platform    IS '平台';
COMMENT ON COLUMN intake.calls.id          IS '呼叫中心给的通话标识';
COMMENT ON COLUMN intake.calls.phone       IS '主叫号码，只留数字和加号';
COMMENT ON COLUMN intake.calls.line        IS '被叫号码';
COMMENT ON COLUMN intake.calls.state       IS '振铃、接通、结束、放弃';
COMMENT ON COLUMN intake.calls.post        IS '接听岗位';
COMMENT ON COLUMN intake.calls.recording   IS '录音地址';
COMMENT ON COLUMN intake.calls.number      IS '由此来电登记的案件';
COMMENT ON COLUMN intake.calls.rang_at     IS '来电时刻';
COMMENT ON COLUMN intake.calls.answered_at IS '接通时刻';
COMMENT ON COLUMN intake.calls.ended_at    IS '结束时刻';

CREATE TABLE intake.call_backs (
  platform  text NOT NULL,
  id        uuid NOT NULL,
  case_id   uuid NOT NULL,
  seq       int  NOT NULL,
  number    text NOT NULL,
  name      text,
  phone     text NOT NULL,
  why       text NOT NULL,
  due_since timestamptz NOT NULL,
  status    text NOT NULL CHECK (status IN ('DUE', 'DONE', 'UNREACHED')),
  tries     int  NOT NULL CHECK (tries >= 0),
  grade     int  CHECK (grade BETWEEN 1 AND 5),
  words     text,
  post      text,
  person    uuid,
  done_at   timestamptz,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, case_id, seq),
  FOREIGN KEY (platform, case_id) REFERENCES casework.cases (platform, id),
  CHECK ((status = 'DUE') = (done_at IS NULL)),
  CHECK (grade IS NULL OR status = 'DONE')
);
CREATE INDEX call_backs_due ON intake.call_backs (platform, status, due_since, id);
SELECT tenancy.guard('intake.call_backs', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  intake.call_backs           IS '回访：案件终结后应答复的举报人，及其满意度';
COMMENT ON COLUMN intake.call_backs.platform  IS '平台';
COMMENT ON COLUMN intake.call_backs.id        IS '标识';
COMMENT ON COLUMN intake.call_backs.case_id   IS '案件';
COMMENT ON COLUMN intake.call_backs.seq       IS '引起回访的办理记录序号，同一次终结只回访一次';
COMMENT ON COLUMN intake.call_backs.number    IS '案件编号';
COMMENT ON COLUMN intake.call_backs.name      IS '举报人姓名';
COMMENT ON COLUMN intake.call_backs.phone     IS '举报人电话';
COMMENT ON COLUMN intake.call_backs.why       IS '终结案件的动作';
COMMENT ON COLUMN intake.call_backs.due_since IS '应回访起始时刻';
COMMENT ON COLUMN intake.call_backs.status    IS '应回访、已回访、联系不上';
COMMENT ON COLUMN intake.call_backs.tries     IS '拨打次数';
COMMENT ON COLUMN intake.call_backs.grade     IS '满意度，1 很不满意到 5 很满意';
COMMENT ON COLUMN intake.call_backs.words     IS '答复与意见';
COMMENT ON COLUMN intake.call_backs.post      IS '回访岗位';
COMMENT ON COLUMN intake.call_backs.person    IS '回访人（自然人）';
COMMENT ON COLUMN intake.call_backs.done_at   IS '完成时刻';

CREATE TABLE intake.suppressions (
  platform  text NOT NULL REFERENCES tenancy.platforms (id),
  id        uuid NOT NULL,
  reason    text NOT NULL CHECK (char_length(reason) BETWEEN 1 AND 200),
  classes   text[] NOT NULL CHECK (cardinality(classes) BETWEEN 1 AND 200),
  longitude double precision NOT NULL,
  latitude  double precision NOT NULL,
  meters    int NOT NULL CHECK (meters BETWEEN 10 AND 20000),
  begins_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL CHECK (ends_at > begins_at),
  post      text NOT NULL,
  person    uuid NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('intake.suppressions', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  intake.suppressions           IS '屏蔽：某处某些小类在一段时间内不重复受理，如道路施工期间';
COMMENT ON COLUMN intake.suppressions.platform  IS '平台';
COMMENT ON COLUMN intake.suppressions.id        IS '标识，由客户端生成';
COMMENT ON COLUMN intake.suppressions.reason    IS '理由';
COMMENT ON COLUMN intake.suppressions.classes   IS '小类代码';
COMMENT ON COLUMN intake.suppressions.longitude IS '中心经度（CGCS2000，度）';
COMMENT ON COLUMN intake.suppressions.latitude  IS '中心纬度（CGCS2000，度）';
COMMENT ON COLUMN intake.suppressions.meters    IS '半径（米）';
COMMENT ON COLUMN intake.suppressions.begins_at IS '起始时刻';
COMMENT ON COLUMN intake.suppressions.ends_at   IS '终止时刻';
COMMENT ON COLUMN intake.suppressions.post      IS '设置岗位';
COMMENT ON COLUMN intake.suppressions.person    IS '设置人（自然人）';

CREATE TABLE intake.hand_overs (
  platform    text NOT NULL REFERENCES tenancy.platforms (id),
  id          uuid NOT NULL,
  words       text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 5000),
  post        text NOT NULL,
  person      uuid NOT NULL,
  written_at  timestamptz NOT NULL,
  received_by text,
  received_at timestamptz,
  PRIMARY KEY (platform, id),
  CHECK ((received_by IS NULL) = (received_at IS NULL))
);
CREATE INDEX hand_overs_newest ON intake.hand_overs (platform, written_at DESC, id);
SELECT tenancy.guard('intake.hand_overs', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  intake.hand_overs             IS '交接班记录：上一班写，下一班签收';
COMMENT ON COLUMN intake.hand_overs.platform    IS '平台';
COMMENT ON COLUMN intake.hand_overs.id          IS '标识，由客户端生成';
COMMENT ON COLUMN intake.hand_overs.words       IS '交接内容';
COMMENT ON COLUMN intake.hand_overs.post        IS '交班岗位';
COMMENT ON COLUMN intake.hand_overs.person      IS '交班人（自然人）';
COMMENT ON COLUMN intake.hand_overs.written_at  IS '交班时刻';
COMMENT ON COLUMN intake.hand_overs.received_by IS '接班岗位';
COMMENT ON COLUMN intake.hand_overs.received_at IS '接班时刻';
