CREATE SCHEMA evaluation;
GRANT USAGE ON SCHEMA evaluation TO ${app};

CREATE FUNCTION evaluation.day(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (moment AT TIME ZONE 'Asia/Shanghai')::date;
COMMENT ON FUNCTION evaluation.day(timestamptz) IS '北京时间的日期';
GRANT EXECUTE ON FUNCTION evaluation.day(timestamptz) TO ${app};

CREATE TABLE evaluation.case_facts (
  platform text NOT NULL,
  case_id uuid NOT NULL,
  turn int NOT NULL,
  round int,
  number text NOT NULL,
  source text NOT NULL,
  class text NOT NULL,
  cell text NOT NULL,
  duty_grid text,
  area_class text,
  unit text,
  post text,
  first boolean,
  first_dispatch boolean,
  part boolean,
  split boolean,
  public boolean,
  collected boolean,
  valid boolean,
  accepted_right boolean,
  late boolean,
  appealed boolean,
  reply_owed boolean,
  replied boolean,
  ending text,
  reported_at timestamptz,
  verified_at timestamptz,
  accepted_at timestamptz,
  filed_at timestamptz,
  dispatched_at timestamptz,
  handle_due timestamptz,
  handled_at timestamptz,
  closed_at timestamptz,
  ended_at timestamptz,
  finished_at timestamptz,
  left_at timestamptz,
  held_at timestamptz,
  held_long_at timestamptz,
  released_at timestamptz,
  holds int,
  extended_at timestamptz,
  extensions int,
  extension_hours numeric,
  rework_at timestamptz,
  rework_next timestamptz,
  overtime numeric,
  settle_at timestamptz,
  settle_refused_at timestamptz,
  provisional boolean,
  PRIMARY KEY (platform, case_id, turn)
);
SELECT tenancy.guard('evaluation.case_facts');
COMMENT ON TABLE evaluation.case_facts IS '案件因子：每案每派次一行，由办理记录推得，可随时重建';
COMMENT ON COLUMN evaluation.case_facts.platform IS '平台';
COMMENT ON COLUMN evaluation.case_facts.case_id IS '案件';
COMMENT ON COLUMN evaluation.case_facts.turn IS '派次：案件每到一个单位为一次';
COMMENT ON COLUMN evaluation.case_facts.round IS '处置轮次';
COMMENT ON COLUMN evaluation.case_facts.number IS '案件编号';
COMMENT ON COLUMN evaluation.case_facts.source IS '问题来源';
COMMENT ON COLUMN evaluation.case_facts.class IS '小类';
COMMENT ON COLUMN evaluation.case_facts.cell IS '单元网格代码';
COMMENT ON COLUMN evaluation.case_facts.duty_grid IS '责任网格代码';
COMMENT ON COLUMN evaluation.case_facts.area_class IS '区域等级';
COMMENT ON COLUMN evaluation.case_facts.unit IS '责任单位';
COMMENT ON COLUMN evaluation.case_facts.post IS '岗位（案件：上报岗位；环节：办理或应办岗位；任务：采集员）';
COMMENT ON COLUMN evaluation.case_facts.first IS '案件第一派次';
COMMENT ON COLUMN evaluation.case_facts.first_dispatch IS '案件第一次派遣';
COMMENT ON COLUMN evaluation.case_facts.part IS '子案件';
COMMENT ON COLUMN evaluation.case_facts.split IS '已分解，由子案件计数';
COMMENT ON COLUMN evaluation.case_facts.public IS '公众举报';
COMMENT ON COLUMN evaluation.case_facts.collected IS '采集员上报';
COMMENT ON COLUMN evaluation.case_facts.valid IS '有效：已立案且未作废';
COMMENT ON COLUMN evaluation.case_facts.accepted_right IS '准确受理';
COMMENT ON COLUMN evaluation.case_facts.late IS '超时';
COMMENT ON COLUMN evaluation.case_facts.appealed IS '超时申诉成立';
COMMENT ON COLUMN evaluation.case_facts.reply_owed IS '应回复举报人';
COMMENT ON COLUMN evaluation.case_facts.replied IS '已回复举报人';
COMMENT ON COLUMN evaluation.case_facts.ending IS '终结方式';
COMMENT ON COLUMN evaluation.case_facts.reported_at IS '上报时刻';
COMMENT ON COLUMN evaluation.case_facts.verified_at IS '核实属实时刻';
COMMENT ON COLUMN evaluation.case_facts.accepted_at IS '受理时刻';
COMMENT ON COLUMN evaluation.case_facts.filed_at IS '立案时刻';
COMMENT ON COLUMN evaluation.case_facts.dispatched_at IS '派遣时刻';
COMMENT ON COLUMN evaluation.case_facts.handle_due IS '处置到期时刻（含延期）';
COMMENT ON COLUMN evaluation.case_facts.handled_at IS '处置完成时刻';
COMMENT ON COLUMN evaluation.case_facts.closed_at IS '结案时刻';
COMMENT ON COLUMN evaluation.case_facts.ended_at IS '终结时刻';
COMMENT ON COLUMN evaluation.case_facts.finished_at IS '案件终结时刻，各派次相同';
COMMENT ON COLUMN evaluation.case_facts.left_at IS '不再计入的时刻（回退、返工、作废、并案、重开、重发）';
COMMENT ON COLUMN evaluation.case_facts.held_at IS '挂账批准时刻';
COMMENT ON COLUMN evaluation.case_facts.held_long_at IS '挂账满六十日的时刻';
COMMENT ON COLUMN evaluation.case_facts.released_at IS '销账时刻';
COMMENT ON COLUMN evaluation.case_facts.holds IS '挂账次数';
COMMENT ON COLUMN evaluation.case_facts.extended_at IS '延期批准时刻';
COMMENT ON COLUMN evaluation.case_facts.extensions IS '延期次数';
COMMENT ON COLUMN evaluation.case_facts.extension_hours IS '延期工作小时数';
COMMENT ON COLUMN evaluation.case_facts.rework_at IS '返工派遣时刻';
COMMENT ON COLUMN evaluation.case_facts.rework_next IS '同案下一次返工的时刻';
COMMENT ON COLUMN evaluation.case_facts.overtime IS '超时倍数';
COMMENT ON COLUMN evaluation.case_facts.settle_at IS '自行处置上报时刻';
COMMENT ON COLUMN evaluation.case_facts.settle_refused_at IS '自行处置未通过时刻';
COMMENT ON COLUMN evaluation.case_facts.provisional IS '到期时刻为暂定';

CREATE TABLE evaluation.stage_facts (
  platform text NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  turn int,
  step text,
  number text NOT NULL,
  source text NOT NULL,
  class text NOT NULL,
  cell text NOT NULL,
  duty_grid text,
  unit text,
  post text,
  at timestamptz,
  due timestamptz,
  late boolean,
  granted boolean,
  groundless boolean,
  left_at timestamptz,
  wrong_at timestamptz,
  reworked_at timestamptz,
  answered_at timestamptz,
  PRIMARY KEY (platform, case_id, seq)
);
SELECT tenancy.guard('evaluation.stage_facts');
COMMENT ON TABLE evaluation.stage_facts IS '环节因子：岗位每办一个环节一行，待办的也有';
COMMENT ON COLUMN evaluation.stage_facts.platform IS '平台';
COMMENT ON COLUMN evaluation.stage_facts.case_id IS '案件';
COMMENT ON COLUMN evaluation.stage_facts.seq IS '办理记录序号；待办环节为下一序号';
COMMENT ON COLUMN evaluation.stage_facts.turn IS '派次：案件每到一个单位为一次';
COMMENT ON COLUMN evaluation.stage_facts.step IS '环节';
COMMENT ON COLUMN evaluation.stage_facts.number IS '案件编号';
COMMENT ON COLUMN evaluation.stage_facts.source IS '问题来源';
COMMENT ON COLUMN evaluation.stage_facts.class IS '小类';
COMMENT ON COLUMN evaluation.stage_facts.cell IS '单元网格代码';
COMMENT ON COLUMN evaluation.stage_facts.duty_grid IS '责任网格代码';
COMMENT ON COLUMN evaluation.stage_facts.unit IS '责任单位';
COMMENT ON COLUMN evaluation.stage_facts.post IS '岗位（案件：上报岗位；环节：办理或应办岗位；任务：采集员）';
COMMENT ON COLUMN evaluation.stage_facts.at IS '完成时刻';
COMMENT ON COLUMN evaluation.stage_facts.due IS '到期时刻';
COMMENT ON COLUMN evaluation.stage_facts.late IS '超时';
COMMENT ON COLUMN evaluation.stage_facts.granted IS '同意';
COMMENT ON COLUMN evaluation.stage_facts.groundless IS '无理由（推诿）';
COMMENT ON COLUMN evaluation.stage_facts.left_at IS '不再计入的时刻（回退、返工、作废、并案、重开、重发）';
COMMENT ON COLUMN evaluation.stage_facts.wrong_at IS '判明有误的时刻';
COMMENT ON COLUMN evaluation.stage_facts.reworked_at IS '其后返工的时刻';
COMMENT ON COLUMN evaluation.stage_facts.answered_at IS '答复时刻';

CREATE TABLE evaluation.task_facts (
  platform text NOT NULL,
  case_id uuid NOT NULL,
  seq int NOT NULL,
  turn int,
  kind text,
  number text NOT NULL,
  source text NOT NULL,
  class text NOT NULL,
  cell text NOT NULL,
  duty_grid text,
  unit text,
  post text,
  asked_at timestamptz,
  at timestamptz,
  due timestamptz,
  late boolean,
  passed boolean,
  left_at timestamptz,
  PRIMARY KEY (platform, case_id, seq)
);
SELECT tenancy.guard('evaluation.task_facts');
COMMENT ON TABLE evaluation.task_facts IS '任务因子：采集员每个核实核查任务一行';
COMMENT ON COLUMN evaluation.task_facts.platform IS '平台';
COMMENT ON COLUMN evaluation.task_facts.case_id IS '案件';
COMMENT ON COLUMN evaluation.task_facts.seq IS '办理记录序号；待办环节为下一序号';
COMMENT ON COLUMN evaluation.task_facts.turn IS '派次：案件每到一个单位为一次';
COMMENT ON COLUMN evaluation.task_facts.kind IS '任务种类';
COMMENT ON COLUMN evaluation.task_facts.number IS '案件编号';
COMMENT ON COLUMN evaluation.task_facts.source IS '问题来源';
COMMENT ON COLUMN evaluation.task_facts.class IS '小类';
COMMENT ON COLUMN evaluation.task_facts.cell IS '单元网格代码';
COMMENT ON COLUMN evaluation.task_facts.duty_grid IS '责任网格代码';
COMMENT ON COLUMN evaluation.task_facts.unit IS '责任单位';
COMMENT ON COLUMN evaluation.task_facts.post IS '岗位（案件：上报岗位；环节：办理或应办岗位；任务：采集员）';
COMMENT ON COLUMN evaluation.task_facts.asked_at IS '派发时刻';
COMMENT ON COLUMN evaluation.task_facts.at IS '完成时刻';
COMMENT ON COLUMN evaluation.task_facts.due IS '到期时刻';
COMMENT ON COLUMN evaluation.task_facts.late IS '超时';
COMMENT ON COLUMN evaluation.task_facts.passed IS '属实或通过';
COMMENT ON COLUMN evaluation.task_facts.left_at IS '不再计入的时刻（回退、返工、作废、并案、重开、重发）';

-- What a drill-down and a free statistic ask for: rows by the moment that decides the period.
CREATE INDEX case_facts_reported ON evaluation.case_facts (platform, reported_at);
CREATE INDEX case_facts_filed    ON evaluation.case_facts (platform, filed_at) WHERE filed_at IS NOT NULL;
CREATE INDEX case_facts_due      ON evaluation.case_facts (platform, handle_due) WHERE handle_due IS NOT NULL;
CREATE INDEX case_facts_handled  ON evaluation.case_facts (platform, handled_at) WHERE handled_at IS NOT NULL;
CREATE INDEX case_facts_closed   ON evaluation.case_facts (platform, closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX case_facts_ended    ON evaluation.case_facts (platform, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX case_facts_rework   ON evaluation.case_facts (platform, rework_at) WHERE rework_at IS NOT NULL;
CREATE INDEX case_facts_held     ON evaluation.case_facts (platform, held_at) WHERE held_at IS NOT NULL;
CREATE INDEX case_facts_extended ON evaluation.case_facts (platform, extended_at) WHERE extended_at IS NOT NULL;
CREATE INDEX case_facts_provisional ON evaluation.case_facts (platform, case_id) WHERE provisional;
CREATE INDEX stage_facts_at      ON evaluation.stage_facts (platform, step, at) WHERE at IS NOT NULL;
CREATE INDEX stage_facts_due     ON evaluation.stage_facts (platform, step, due) WHERE due IS NOT NULL;
CREATE INDEX task_facts_at       ON evaluation.task_facts (platform, kind, at) WHERE at IS NOT NULL;
CREATE INDEX task_facts_due      ON evaluation.task_facts (platform, kind, due) WHERE due IS NOT NULL;

CREATE TABLE evaluation.tallies (
  platform text    NOT NULL,
  scope    text    NOT NULL,
  fact     text    NOT NULL,
  day      date    NOT NULL,
  until    date    NOT NULL,
  subject  text    NOT NULL,
  n        bigint  NOT NULL,
  total    numeric NOT NULL,
  PRIMARY KEY (platform, scope, fact, day, until, subject)
) WITH (fillfactor = 80);
SELECT tenancy.guard('evaluation.tallies');
COMMENT ON TABLE  evaluation.tallies          IS '因子日计：各因子按日按对象的合计，随因子行增减，使整月评价只需片刻';
COMMENT ON COLUMN evaluation.tallies.platform IS '平台';
COMMENT ON COLUMN evaluation.tallies.scope    IS '对象范围：社区、单元网格（按月）、责任网格、单位、岗位';
COMMENT ON COLUMN evaluation.tallies.fact     IS '因子';
COMMENT ON COLUMN evaluation.tallies.day      IS '计入的日期';
COMMENT ON COLUMN evaluation.tallies.until    IS '不再计入的日期；无则为无穷';
COMMENT ON COLUMN evaluation.tallies.subject  IS '对象代码；无人负责的环节为空';
COMMENT ON COLUMN evaluation.tallies.n        IS '行数';
COMMENT ON COLUMN evaluation.tallies.total    IS '合计值';

CREATE TABLE evaluation.cursors (
  platform   text   NOT NULL PRIMARY KEY,
  next       bigint NOT NULL,
  rebuilt_at timestamptz
);
SELECT tenancy.guard('evaluation.cursors');
COMMENT ON TABLE  evaluation.cursors            IS '跟读位置：下一个要读的事务号';
COMMENT ON COLUMN evaluation.cursors.platform   IS '平台';
COMMENT ON COLUMN evaluation.cursors.next       IS '下一个要读的事务号，之前的都已计入';
COMMENT ON COLUMN evaluation.cursors.rebuilt_at IS '最近一次重建的时刻';

CREATE TABLE evaluation.faults (
  platform  text        NOT NULL,
  id        uuid        NOT NULL,
  kind      text        NOT NULL CHECK (kind IN ('missed', 'wrong', 'false', 'concealed')),
  number    text        NOT NULL,
  post      text        NOT NULL,
  cell      text,
  duty_grid text,
  at        timestamptz NOT NULL,
  reason    text        NOT NULL,
  by_post   text        NOT NULL,
  noted_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, kind, number, post)
);
CREATE INDEX faults_at ON evaluation.faults (platform, kind, at);
SELECT tenancy.guard_append_only('evaluation.faults');
COMMENT ON TABLE  evaluation.faults           IS '采集差错：中心确认的漏报、错报、虚报、瞒报，计入采集员评价';
COMMENT ON COLUMN evaluation.faults.platform  IS '平台';
COMMENT ON COLUMN evaluation.faults.id        IS '标识';
COMMENT ON COLUMN evaluation.faults.kind      IS '种类';
COMMENT ON COLUMN evaluation.faults.number    IS '案件编号';
COMMENT ON COLUMN evaluation.faults.post      IS '采集员岗位';
COMMENT ON COLUMN evaluation.faults.cell      IS '单元网格代码';
COMMENT ON COLUMN evaluation.faults.duty_grid IS '责任网格代码';
COMMENT ON COLUMN evaluation.faults.at        IS '计入的时刻：案件上报时刻';
COMMENT ON COLUMN evaluation.faults.reason    IS '理由';
COMMENT ON COLUMN evaluation.faults.by_post   IS '确认岗位';
COMMENT ON COLUMN evaluation.faults.noted_at  IS '确认时刻';

CREATE TABLE evaluation.appeals (
  platform   text        NOT NULL,
  id         uuid        NOT NULL,
  case_id    uuid        NOT NULL,
  number     text        NOT NULL,
  turn       int         NOT NULL,
  unit       text        NOT NULL,
  reason     text        NOT NULL,
  by_post    text        NOT NULL,
  by_person  uuid        NOT NULL,
  raised_at  timestamptz NOT NULL,
  status     text        NOT NULL CHECK (status IN ('asked', 'supported', 'granted', 'refused')),
  first_post text,
  first_person uuid,
  first_opinion text,
  last_post  text,
  last_opinion text,
  decided_at timestamptz,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, case_id)
);
SELECT tenancy.guard('evaluation.appeals', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  evaluation.appeals               IS '超时申诉：结案后每案一次，两级审查；成立的退出超时数，记录保留';
COMMENT ON COLUMN evaluation.appeals.platform      IS '平台';
COMMENT ON COLUMN evaluation.appeals.id            IS '标识';
COMMENT ON COLUMN evaluation.appeals.case_id       IS '案件';
COMMENT ON COLUMN evaluation.appeals.number        IS '案件编号';
COMMENT ON COLUMN evaluation.appeals.turn          IS '派次';
COMMENT ON COLUMN evaluation.appeals.unit          IS '申诉单位';
COMMENT ON COLUMN evaluation.appeals.reason        IS '理由';
COMMENT ON COLUMN evaluation.appeals.by_post       IS '申诉岗位';
COMMENT ON COLUMN evaluation.appeals.by_person     IS '申诉人';
COMMENT ON COLUMN evaluation.appeals.raised_at     IS '申诉时刻';
COMMENT ON COLUMN evaluation.appeals.status        IS '状态：已提出、初审同意、成立、不成立';
COMMENT ON COLUMN evaluation.appeals.first_post    IS '初审岗位';
COMMENT ON COLUMN evaluation.appeals.first_person  IS '初审人';
COMMENT ON COLUMN evaluation.appeals.first_opinion IS '初审意见';
COMMENT ON COLUMN evaluation.appeals.last_post     IS '终审岗位';
COMMENT ON COLUMN evaluation.appeals.last_opinion  IS '终审意见';
COMMENT ON COLUMN evaluation.appeals.decided_at    IS '决定时刻';

CREATE TABLE evaluation.marks (
  platform    text        NOT NULL,
  id          uuid        NOT NULL,
  kind        text        NOT NULL,
  subject     text        NOT NULL,
  fact        text,
  day         date        NOT NULL,
  at          timestamptz NOT NULL,
  amount      numeric     NOT NULL,
  reason      text        NOT NULL,
  by_post     text        NOT NULL,
  by_person   uuid        NOT NULL,
  entered_at  timestamptz NOT NULL,
  approved    boolean,
  decided_by  text,
  opinion     text,
  decided_at  timestamptz,
  PRIMARY KEY (platform, id)
);
CREATE INDEX marks_at ON evaluation.marks (platform, kind, at);
SELECT tenancy.guard('evaluation.marks', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  evaluation.marks            IS '外部评价：满意度、抽查、领导评分、加分减分和人工更正，经审批才计入，留痕';
COMMENT ON COLUMN evaluation.marks.platform   IS '平台';
COMMENT ON COLUMN evaluation.marks.id         IS '标识';
COMMENT ON COLUMN evaluation.marks.kind       IS '种类';
COMMENT ON COLUMN evaluation.marks.subject    IS '对象代码';
COMMENT ON COLUMN evaluation.marks.fact       IS '更正的因子；其他种类为空';
COMMENT ON COLUMN evaluation.marks.day        IS '计入的日期';
COMMENT ON COLUMN evaluation.marks.at         IS '计入的时刻：该日零时';
COMMENT ON COLUMN evaluation.marks.amount     IS '数值';
COMMENT ON COLUMN evaluation.marks.reason     IS '理由';
COMMENT ON COLUMN evaluation.marks.by_post    IS '录入岗位';
COMMENT ON COLUMN evaluation.marks.by_person  IS '录入人';
COMMENT ON COLUMN evaluation.marks.entered_at IS '录入时刻';
COMMENT ON COLUMN evaluation.marks.approved   IS '是否批准；空为待审批';
COMMENT ON COLUMN evaluation.marks.decided_by IS '审批岗位';
COMMENT ON COLUMN evaluation.marks.opinion    IS '审批意见';
COMMENT ON COLUMN evaluation.marks.decided_at IS '审批时刻';
