CREATE TABLE evaluation.sheets (
  platform     text        NOT NULL,
  name         text        NOT NULL CHECK (name ~ '^[a-z][a-z0-9-]{0,39}$'),
  version      int         NOT NULL CHECK (version > 0),
  body         text        NOT NULL,
  valid_from   date        NOT NULL,
  valid_to     date,
  by_post      text        NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (platform, name, version),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
SELECT tenancy.guard_append_only('evaluation.sheets');
COMMENT ON TABLE  evaluation.sheets              IS '指标表：发布后不再改动，一版一行；在有效期内的最新一版用于评价';
COMMENT ON COLUMN evaluation.sheets.platform     IS '平台';
COMMENT ON COLUMN evaluation.sheets.name         IS '名称';
COMMENT ON COLUMN evaluation.sheets.version      IS '版本';
COMMENT ON COLUMN evaluation.sheets.body         IS '指标表全文';
COMMENT ON COLUMN evaluation.sheets.valid_from   IS '起用日';
COMMENT ON COLUMN evaluation.sheets.valid_to     IS '停用日（含）；空为长期';
COMMENT ON COLUMN evaluation.sheets.by_post      IS '发布岗位';
COMMENT ON COLUMN evaluation.sheets.published_at IS '发布时刻';

CREATE TABLE evaluation.unit_parents (
  platform text NOT NULL,
  unit     text NOT NULL,
  since    date NOT NULL,
  parent   text NOT NULL,
  PRIMARY KEY (platform, unit, since)
);
SELECT tenancy.guard('evaluation.unit_parents', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  evaluation.unit_parents          IS '单位隶属的沿革：评价按周期末的隶属汇总';
COMMENT ON COLUMN evaluation.unit_parents.platform IS '平台';
COMMENT ON COLUMN evaluation.unit_parents.unit     IS '单位';
COMMENT ON COLUMN evaluation.unit_parents.since    IS '自哪一天起';
COMMENT ON COLUMN evaluation.unit_parents.parent   IS '上级；顶级为空串';

CREATE TABLE evaluation.groups (
  platform   text NOT NULL,
  id         text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  name       text NOT NULL CHECK (name <> ''),
  subject    text NOT NULL,
  codes      text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  PRIMARY KEY (platform, id, valid_from)
);
SELECT tenancy.guard('evaluation.groups', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  evaluation.groups            IS '评价分组：同类对象在组内排名';
COMMENT ON COLUMN evaluation.groups.platform   IS '平台';
COMMENT ON COLUMN evaluation.groups.id         IS '标识';
COMMENT ON COLUMN evaluation.groups.name       IS '名称';
COMMENT ON COLUMN evaluation.groups.subject    IS '对象种类';
COMMENT ON COLUMN evaluation.groups.codes      IS '成员代码，逗号分隔';
COMMENT ON COLUMN evaluation.groups.valid_from IS '起用日';
COMMENT ON COLUMN evaluation.groups.valid_to   IS '停用日（含）';

CREATE TABLE evaluation.seals (
  platform         text        NOT NULL,
  id               uuid        NOT NULL,
  period_kind      text        NOT NULL,
  first_day        date        NOT NULL,
  end_day          date        NOT NULL,
  edition          int         NOT NULL CHECK (edition > 0),
  sheet            text        NOT NULL,
  sheet_version    int         NOT NULL,
  sheet_body       text        NOT NULL,
  calendar_version int         NOT NULL,
  facts_hash       text        NOT NULL,
  reason           text        NOT NULL,
  by_post          text        NOT NULL,
  sealed_at        timestamptz NOT NULL,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, period_kind, first_day, end_day, sheet, edition)
);
SELECT tenancy.guard_append_only('evaluation.seals');
COMMENT ON TABLE  evaluation.seals                  IS '封存：一个周期公布的结果，连同指标表、日历和因子校验值，不再改动；重算为新的一次';
COMMENT ON COLUMN evaluation.seals.platform         IS '平台';
COMMENT ON COLUMN evaluation.seals.id               IS '标识';
COMMENT ON COLUMN evaluation.seals.period_kind      IS '周期种类';
COMMENT ON COLUMN evaluation.seals.first_day        IS '起始日（含）';
COMMENT ON COLUMN evaluation.seals.end_day          IS '截止日（不含）';
COMMENT ON COLUMN evaluation.seals.edition          IS '第几次，重算加一';
COMMENT ON COLUMN evaluation.seals.sheet            IS '指标表';
COMMENT ON COLUMN evaluation.seals.sheet_version    IS '指标表版本，0 为标准表';
COMMENT ON COLUMN evaluation.seals.sheet_body       IS '当时的指标表全文';
COMMENT ON COLUMN evaluation.seals.calendar_version IS '当时的工作日历版本';
COMMENT ON COLUMN evaluation.seals.facts_hash       IS '因子的 SHA-256 校验值';
COMMENT ON COLUMN evaluation.seals.reason           IS '封存或重算的理由';
COMMENT ON COLUMN evaluation.seals.by_post          IS '封存岗位';
COMMENT ON COLUMN evaluation.seals.sealed_at        IS '封存时刻';

CREATE TABLE evaluation.seal_lines (
  platform text NOT NULL,
  seal     uuid NOT NULL,
  subject  text NOT NULL,
  code     text NOT NULL,
  name     text NOT NULL,
  figures  jsonb NOT NULL,
  counts   jsonb NOT NULL,
  grade    text,
  place    int,
  PRIMARY KEY (platform, seal, subject, code),
  FOREIGN KEY (platform, seal) REFERENCES evaluation.seals (platform, id)
);
SELECT tenancy.guard_append_only('evaluation.seal_lines');
COMMENT ON TABLE  evaluation.seal_lines          IS '封存的结果：每个对象一行';
COMMENT ON COLUMN evaluation.seal_lines.platform IS '平台';
COMMENT ON COLUMN evaluation.seal_lines.seal     IS '封存';
COMMENT ON COLUMN evaluation.seal_lines.subject  IS '对象种类';
COMMENT ON COLUMN evaluation.seal_lines.code     IS '对象代码';
COMMENT ON COLUMN evaluation.seal_lines.name     IS '对象名称';
COMMENT ON COLUMN evaluation.seal_lines.figures  IS '各指标值';
COMMENT ON COLUMN evaluation.seal_lines.counts   IS '各因子数';
COMMENT ON COLUMN evaluation.seal_lines.grade    IS '等级';
COMMENT ON COLUMN evaluation.seal_lines.place    IS '名次';

CREATE TABLE evaluation.objections (
  platform   text        NOT NULL,
  id         uuid        NOT NULL,
  seal       uuid        NOT NULL,
  subject    text        NOT NULL,
  code       text        NOT NULL,
  indicator  text        NOT NULL,
  number     text,
  reason     text        NOT NULL,
  by_post    text        NOT NULL,
  by_person  uuid        NOT NULL,
  raised_at  timestamptz NOT NULL,
  upheld     boolean,
  decided_by text,
  opinion    text,
  decided_at timestamptz,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, seal) REFERENCES evaluation.seals (platform, id)
);
CREATE INDEX objections_seal ON evaluation.objections (platform, seal);
SELECT tenancy.guard('evaluation.objections', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  evaluation.objections            IS '异议：被评价者对封存结果提出的异议及答复';
COMMENT ON COLUMN evaluation.objections.platform   IS '平台';
COMMENT ON COLUMN evaluation.objections.id         IS '标识';
COMMENT ON COLUMN evaluation.objections.seal       IS '封存';
COMMENT ON COLUMN evaluation.objections.subject    IS '对象种类';
COMMENT ON COLUMN evaluation.objections.code       IS '对象代码';
COMMENT ON COLUMN evaluation.objections.indicator  IS '指标';
COMMENT ON COLUMN evaluation.objections.number     IS '涉及的案件';
COMMENT ON COLUMN evaluation.objections.reason     IS '理由';
COMMENT ON COLUMN evaluation.objections.by_post    IS '提出岗位';
COMMENT ON COLUMN evaluation.objections.by_person  IS '提出人';
COMMENT ON COLUMN evaluation.objections.raised_at  IS '提出时刻';
COMMENT ON COLUMN evaluation.objections.upheld     IS '是否成立；空为待定';
COMMENT ON COLUMN evaluation.objections.decided_by IS '决定岗位';
COMMENT ON COLUMN evaluation.objections.opinion    IS '决定理由';
COMMENT ON COLUMN evaluation.objections.decided_at IS '决定时刻';

CREATE TABLE evaluation.schemes (
  platform text NOT NULL,
  id       uuid NOT NULL,
  name     text NOT NULL CHECK (name <> ''),
  by_post  text NOT NULL,
  shared   boolean NOT NULL,
  question jsonb NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('evaluation.schemes');
COMMENT ON TABLE  evaluation.schemes          IS '统计方案：保存的自由统计';
COMMENT ON COLUMN evaluation.schemes.platform IS '平台';
COMMENT ON COLUMN evaluation.schemes.id       IS '标识';
COMMENT ON COLUMN evaluation.schemes.name     IS '名称';
COMMENT ON COLUMN evaluation.schemes.by_post  IS '保存岗位';
COMMENT ON COLUMN evaluation.schemes.shared   IS '是否共享';
COMMENT ON COLUMN evaluation.schemes.question IS '维度、指标和条件';

CREATE TABLE evaluation.layouts (
  platform text NOT NULL,
  id       text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  name     text NOT NULL CHECK (name <> ''),
  body     text NOT NULL,
  every    text NOT NULL,
  last_to  date,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('evaluation.layouts');
COMMENT ON TABLE  evaluation.layouts          IS '报告版式：日报、周报、月报的文字、表和图，可由评价办公室修改';
COMMENT ON COLUMN evaluation.layouts.platform IS '平台';
COMMENT ON COLUMN evaluation.layouts.id       IS '标识';
COMMENT ON COLUMN evaluation.layouts.name     IS '名称';
COMMENT ON COLUMN evaluation.layouts.body     IS '版式全文';
COMMENT ON COLUMN evaluation.layouts.every    IS '自动生成的周期；none 为不自动';
COMMENT ON COLUMN evaluation.layouts.last_to  IS '最近自动生成到哪一天';

CREATE TABLE evaluation.reports (
  platform text        NOT NULL,
  id       uuid        NOT NULL,
  layout   text        NOT NULL,
  title    text        NOT NULL,
  form     text        NOT NULL,
  made_at  timestamptz NOT NULL,
  by_post  text        NOT NULL,
  content  bytea       NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('evaluation.reports', 'SELECT, INSERT, DELETE');
COMMENT ON TABLE  evaluation.reports          IS '报告：生成的 PDF、Word 或 Excel';
COMMENT ON COLUMN evaluation.reports.platform IS '平台';
COMMENT ON COLUMN evaluation.reports.id       IS '标识';
COMMENT ON COLUMN evaluation.reports.layout   IS '版式';
COMMENT ON COLUMN evaluation.reports.title    IS '标题';
COMMENT ON COLUMN evaluation.reports.form     IS '格式';
COMMENT ON COLUMN evaluation.reports.made_at  IS '生成时刻';
COMMENT ON COLUMN evaluation.reports.by_post  IS '生成岗位';
COMMENT ON COLUMN evaluation.reports.content  IS '文件内容';
