CREATE SCHEMA casework;

CREATE TABLE casework.cases (
  platform        text        NOT NULL,
  id              uuid        NOT NULL,
  number          text        NOT NULL,
  process         text        NOT NULL,
  process_version int         NOT NULL,
  state           text        NOT NULL,
  stage           text        NOT NULL,
  version         int         NOT NULL CHECK (version > 0),
  round           int         NOT NULL CHECK (round > 0),
  trial           boolean     NOT NULL,
  source          text        NOT NULL,
  class           text        NOT NULL,
  condition_no    int,
  component       text,
  description     text        NOT NULL,
  address         text        NOT NULL,
  reporter_phone  text,
  foreign_number  text,
  longitude       double precision NOT NULL,
  latitude        double precision NOT NULL,
  z_order         bigint      NOT NULL,
  unit_grid       text        NOT NULL,
  community       text        NOT NULL,
  street          text        NOT NULL,
  district        text        NOT NULL,
  duty_grid       text,
  area_class      text        NOT NULL,
  lead_unit       text,
  collector       text,
  petition        text,
  open_orders     int         NOT NULL,
  held            boolean     NOT NULL,
  begun_at        timestamptz NOT NULL,
  since           timestamptz NOT NULL,
  filed_at        timestamptz,
  ended_at        timestamptz,
  clock_limit     text,
  clock_yellow    timestamptz,
  clock_due       timestamptz,
  provisional     boolean     NOT NULL,
  wakes_at        timestamptz,
  picture         jsonb       NOT NULL,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, number),
  UNIQUE (platform, id, process, process_version),
  FOREIGN KEY (platform, process, process_version) REFERENCES process.definitions (platform, name, version)
) WITH (fillfactor = 80);
-- What the lists ask for: newest first, by state and clock, by unit, by class, by area, by map window.
CREATE INDEX cases_newest ON casework.cases (platform, begun_at DESC, id DESC);
CREATE INDEX cases_state  ON casework.cases (platform, state, begun_at DESC, id DESC);
CREATE INDEX cases_stage  ON casework.cases (platform, stage, begun_at DESC, id DESC);
CREATE INDEX cases_due    ON casework.cases (platform, clock_due, id) WHERE clock_due IS NOT NULL;
CREATE INDEX cases_unit   ON casework.cases (platform, lead_unit, begun_at DESC, id DESC) WHERE lead_unit IS NOT NULL;
CREATE INDEX cases_class  ON casework.cases (platform, class, begun_at DESC, id DESC);
CREATE INDEX cases_street ON casework.cases (platform, street, begun_at DESC, id DESC);
CREATE INDEX cases_place  ON casework.cases (platform, z_order);
CREATE INDEX cases_phone  ON casework.cases (platform, reporter_phone) WHERE reporter_phone IS NOT NULL;
CREATE INDEX cases_wakes  ON casework.cases (platform, wakes_at) WHERE wakes_at IS NOT NULL;
CREATE INDEX cases_collector ON casework.cases (platform, collector) WHERE collector IS NOT NULL;
CREATE INDEX cases_petition ON casework.cases (platform, petition) WHERE petition IS NOT NULL;
SELECT tenancy.guard('casework.cases', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  casework.cases                 IS '案件：每案一行，为最后一次办理后的样子，供查询；事实以办理记录为准';
COMMENT ON COLUMN casework.cases.platform        IS '平台';
COMMENT ON COLUMN casework.cases.id              IS '案件标识，由客户端或服务器一次生成';
COMMENT ON COLUMN casework.cases.number          IS '案件编号';
COMMENT ON COLUMN casework.cases.process         IS '受理时的流程名称';
COMMENT ON COLUMN casework.cases.process_version IS '受理时的流程版本';
COMMENT ON COLUMN casework.cases.state           IS '状态（流程定义中的词）';
COMMENT ON COLUMN casework.cases.stage           IS '环节';
COMMENT ON COLUMN casework.cases.version         IS '版本，即办理记录条数';
COMMENT ON COLUMN casework.cases.round           IS '处置轮次';
COMMENT ON COLUMN casework.cases.trial           IS '模拟运行期间的案件，不计时限和评价';
COMMENT ON COLUMN casework.cases.source          IS '问题来源';
COMMENT ON COLUMN casework.cases.class           IS '小类（部件或事件加四位代码）';
COMMENT ON COLUMN casework.cases.condition_no    IS '立案条件编号';
COMMENT ON COLUMN casework.cases.component       IS '部件标识码';
COMMENT ON COLUMN casework.cases.description     IS '问题描述';
COMMENT ON COLUMN casework.cases.address         IS '地点描述';
COMMENT ON COLUMN casework.cases.reporter_phone  IS '举报人电话，责任单位不可见';
COMMENT ON COLUMN casework.cases.foreign_number  IS '对方平台编号';
COMMENT ON COLUMN casework.cases.longitude       IS '经度（CGCS2000，度）';
COMMENT ON COLUMN casework.cases.latitude        IS '纬度（CGCS2000，度）';
COMMENT ON COLUMN casework.cases.z_order         IS '位置的 Z 序编码，供地图窗口查询';
COMMENT ON COLUMN casework.cases.unit_grid       IS '单元网格代码';
COMMENT ON COLUMN casework.cases.community       IS '社区代码';
COMMENT ON COLUMN casework.cases.street          IS '街道代码';
COMMENT ON COLUMN casework.cases.district        IS '区县代码';
COMMENT ON COLUMN casework.cases.duty_grid       IS '责任网格代码';
COMMENT ON COLUMN casework.cases.area_class      IS '区域等级';
COMMENT ON COLUMN casework.cases.lead_unit       IS '主办单位';
COMMENT ON COLUMN casework.cases.collector       IS '接到核实或核查任务的采集员岗位';
COMMENT ON COLUMN casework.cases.petition        IS '待审批的申请种类';
COMMENT ON COLUMN casework.cases.open_orders     IS '待答复的督办、催办、批示数';
COMMENT ON COLUMN casework.cases.held            IS '挂账中';
COMMENT ON COLUMN casework.cases.begun_at        IS '立卷时刻';
COMMENT ON COLUMN casework.cases.since           IS '进入现状态的时刻';
COMMENT ON COLUMN casework.cases.filed_at        IS '立案时刻';
COMMENT ON COLUMN casework.cases.ended_at        IS '终结时刻';
COMMENT ON COLUMN casework.cases.clock_limit     IS '现行计时的时限';
COMMENT ON COLUMN casework.cases.clock_yellow    IS '现行计时转黄的时刻';
COMMENT ON COLUMN casework.cases.clock_due       IS '现行计时到期的时刻';
COMMENT ON COLUMN casework.cases.provisional     IS '到期时刻落在未载入日历的年份，为暂定';
COMMENT ON COLUMN casework.cases.wakes_at        IS '下一个需要系统处理的时刻（转灯或挂账到期）';
COMMENT ON COLUMN casework.cases.picture         IS '案件全貌';

CREATE TABLE casework.case_acts (
  platform        text        NOT NULL,
  case_id         uuid        NOT NULL,
  seq             int         NOT NULL CHECK (seq > 0),
  prev_seq        int         GENERATED ALWAYS AS (CASE WHEN seq > 1 THEN seq - 1 END) STORED,
  act             text        NOT NULL,
  from_state      text        NOT NULL,
  to_state        text        NOT NULL,
  process         text        NOT NULL,
  process_version int         NOT NULL,
  post            text        NOT NULL,
  post_axis       text        NOT NULL,
  axis            text        NOT NULL,
  person          uuid        NOT NULL,
  organization    text        NOT NULL,
  entered_by      text,
  at              timestamptz NOT NULL,
  since           timestamptz NOT NULL,
  clock_limit     text,
  due             timestamptz,
  overdue         boolean     NOT NULL,
  round           int         NOT NULL,
  particulars     jsonb       NOT NULL,
  recorded_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- 1 two hands at once: one loses
  PRIMARY KEY (platform, case_id, seq),
  UNIQUE (platform, case_id, seq, to_state),
  -- 2 only arrows of the process
  CONSTRAINT lawful_arrow FOREIGN KEY (platform, process, process_version, from_state, act, to_state, axis)
    REFERENCES process.process_arrows (platform, name, version, from_state, act, to_state, axis),
  -- 3 an unbroken chain from the first act
  CONSTRAINT unbroken_chain FOREIGN KEY (platform, case_id, prev_seq, from_state)
    REFERENCES casework.case_acts (platform, case_id, seq, to_state),
  CONSTRAINT begins_from_none CHECK ((seq = 1) = (from_state = 'none')),
  -- 4 no lying about one's axis
  CONSTRAINT true_axis FOREIGN KEY (platform, post, post_axis) REFERENCES organization.posts (platform, id, axis),
  -- 5 the act is done from its own axis
  CONSTRAINT own_axis CHECK (axis = post_axis),
  -- 6 the version of the process is pinned
  CONSTRAINT pinned_process FOREIGN KEY (platform, case_id, process, process_version)
    REFERENCES casework.cases (platform, id, process, process_version)
);
CREATE INDEX case_acts_in_time ON casework.case_acts (platform, at, case_id, seq);
CREATE INDEX case_acts_by_post ON casework.case_acts (platform, post, at DESC);
SELECT tenancy.guard_append_only('casework.case_acts');
COMMENT ON TABLE  casework.case_acts                 IS '办理记录：只增不改，案件的全部事实';
COMMENT ON COLUMN casework.case_acts.platform        IS '平台';
COMMENT ON COLUMN casework.case_acts.case_id         IS '案件';
COMMENT ON COLUMN casework.case_acts.seq             IS '序号，从 1 起不间断';
COMMENT ON COLUMN casework.case_acts.prev_seq        IS '前一条序号，用于校验记录连续';
COMMENT ON COLUMN casework.case_acts.act             IS '办理动作';
COMMENT ON COLUMN casework.case_acts.from_state      IS '办理前状态';
COMMENT ON COLUMN casework.case_acts.to_state        IS '办理后状态';
COMMENT ON COLUMN casework.case_acts.process         IS '流程名称';
COMMENT ON COLUMN casework.case_acts.process_version IS '流程版本';
COMMENT ON COLUMN casework.case_acts.post            IS '办理岗位';
COMMENT ON COLUMN casework.case_acts.post_axis       IS '岗位所在的轴，与岗位表一致';
COMMENT ON COLUMN casework.case_acts.axis            IS '动作所属的轴';
COMMENT ON COLUMN casework.case_acts.person          IS '办理人（自然人）';
COMMENT ON COLUMN casework.case_acts.organization    IS '办理单位';
COMMENT ON COLUMN casework.case_acts.entered_by      IS '模拟运行时代录的指挥岗位';
COMMENT ON COLUMN casework.case_acts.at              IS '办理时刻（转出）';
COMMENT ON COLUMN casework.case_acts.since           IS '转入时刻';
COMMENT ON COLUMN casework.case_acts.clock_limit     IS '适用时限';
COMMENT ON COLUMN casework.case_acts.due             IS '到期时刻';
COMMENT ON COLUMN casework.case_acts.overdue         IS '是否超时';
COMMENT ON COLUMN casework.case_acts.round           IS '处置轮次';
COMMENT ON COLUMN casework.case_acts.particulars     IS '办理内容';
COMMENT ON COLUMN casework.case_acts.recorded_at     IS '写入时刻（墙上时钟）';

CREATE TABLE casework.case_days (
  platform text NOT NULL,
  day      date NOT NULL,
  last     int  NOT NULL,
  PRIMARY KEY (platform, day)
);
SELECT tenancy.guard('casework.case_days');
COMMENT ON TABLE  casework.case_days          IS '案件编号的日序号：并发立卷各取其号';
COMMENT ON COLUMN casework.case_days.platform IS '平台';
COMMENT ON COLUMN casework.case_days.day      IS '日期';
COMMENT ON COLUMN casework.case_days.last     IS '当日已发出的最大序号';

CREATE TABLE casework.case_grams (
  platform text NOT NULL,
  gram     text NOT NULL,
  case_id  uuid NOT NULL,
  PRIMARY KEY (platform, gram, case_id),
  FOREIGN KEY (platform, case_id) REFERENCES casework.cases (platform, id)
);
SELECT tenancy.guard('casework.case_grams', 'SELECT, INSERT');
COMMENT ON TABLE  casework.case_grams          IS '案件文字的二字词索引，供中文检索';
COMMENT ON COLUMN casework.case_grams.platform IS '平台';
COMMENT ON COLUMN casework.case_grams.gram     IS '相邻两字';
COMMENT ON COLUMN casework.case_grams.case_id  IS '案件';
