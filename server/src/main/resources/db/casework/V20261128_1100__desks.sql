-- 工作台: open cases in one look, who has a case in hand, kept views.
CREATE INDEX cases_open ON casework.cases (platform, clock_due, begun_at, id) WHERE ended_at IS NULL;

CREATE TABLE casework.takings (
  platform text NOT NULL,
  number   text NOT NULL,
  kind     text NOT NULL,
  post     text NOT NULL,
  person   uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  until    timestamptz NOT NULL,
  PRIMARY KEY (platform, number, kind),
  FOREIGN KEY (platform, number) REFERENCES casework.cases (platform, number),
  CHECK (until >= taken_at)
);
SELECT tenancy.guard('casework.takings', 'SELECT, INSERT, UPDATE, DELETE');
COMMENT ON TABLE  casework.takings          IS '办理占用：某人正在办理某案件，同类岗位的其他人暂不能办；到时自动失效';
COMMENT ON COLUMN casework.takings.platform IS '平台';
COMMENT ON COLUMN casework.takings.number   IS '案件编号';
COMMENT ON COLUMN casework.takings.kind     IS '岗位类型，占用只在同类岗位之间有效';
COMMENT ON COLUMN casework.takings.post     IS '占用岗位';
COMMENT ON COLUMN casework.takings.person   IS '占用人（自然人）';
COMMENT ON COLUMN casework.takings.taken_at IS '占用时刻（墙上时钟）';
COMMENT ON COLUMN casework.takings.until    IS '失效时刻（墙上时钟），页面打开期间不断延后';

CREATE TABLE casework.saved_views (
  platform text NOT NULL,
  id       uuid NOT NULL,
  person   uuid NOT NULL,
  name     text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
  query    text NOT NULL CHECK (char_length(query) <= 2000),
  shared   boolean NOT NULL,
  kept_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, person, name)
);
SELECT tenancy.guard('casework.saved_views', 'SELECT, INSERT, UPDATE, DELETE');
COMMENT ON TABLE  casework.saved_views          IS '常用查询：个人保存的案件查询条件，可共享给本平台';
COMMENT ON COLUMN casework.saved_views.platform IS '平台';
COMMENT ON COLUMN casework.saved_views.id       IS '标识，由客户端生成';
COMMENT ON COLUMN casework.saved_views.person   IS '保存人（自然人）';
COMMENT ON COLUMN casework.saved_views.name     IS '名称';
COMMENT ON COLUMN casework.saved_views.query    IS '查询条件，与案件查询接口的参数一致';
COMMENT ON COLUMN casework.saved_views.shared   IS '是否共享';
COMMENT ON COLUMN casework.saved_views.kept_at  IS '保存时刻（墙上时钟）';
