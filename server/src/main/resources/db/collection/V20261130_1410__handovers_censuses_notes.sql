-- 转交、普查、现场记录: what collectors agree among themselves, and what they fill in for the data keepers.
CREATE TABLE collection.handovers (
  platform    text NOT NULL REFERENCES tenancy.platforms (id),
  id          uuid NOT NULL,
  number      text NOT NULL,
  from_post   text NOT NULL,
  from_person uuid NOT NULL,
  to_post     text NOT NULL,
  to_person   uuid,
  words       text NOT NULL,
  offered_at  timestamptz NOT NULL,
  answered_at timestamptz,
  agreed      boolean,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, from_post) REFERENCES organization.posts (platform, id),
  FOREIGN KEY (platform, to_post) REFERENCES organization.posts (platform, id),
  CONSTRAINT not_to_oneself CHECK (from_post <> to_post),
  CHECK ((answered_at IS NULL) = (agreed IS NULL))
);
COMMENT ON TABLE  collection.handovers IS '任务转交：采集员请同事接办，对方同意后任务才转移';
COMMENT ON COLUMN collection.handovers.platform IS '平台';
COMMENT ON COLUMN collection.handovers.id IS '标识，由手机生成，重发不重复';
COMMENT ON COLUMN collection.handovers.number IS '案件编号';
COMMENT ON COLUMN collection.handovers.from_post IS '转交人的岗位';
COMMENT ON COLUMN collection.handovers.from_person IS '转交人';
COMMENT ON COLUMN collection.handovers.to_post IS '被请的岗位';
COMMENT ON COLUMN collection.handovers.to_person IS '答复人';
COMMENT ON COLUMN collection.handovers.words IS '转交原因';
COMMENT ON COLUMN collection.handovers.offered_at IS '请求时刻';
COMMENT ON COLUMN collection.handovers.answered_at IS '答复时刻；未答复为空';
COMMENT ON COLUMN collection.handovers.agreed IS '同意接办；未答复为空';
SELECT tenancy.guard('collection.handovers', 'SELECT, INSERT, UPDATE');

CREATE UNIQUE INDEX handovers_open ON collection.handovers (platform, number, from_post) WHERE agreed IS NULL;
CREATE INDEX handovers_to ON collection.handovers (platform, to_post) WHERE agreed IS NULL;

CREATE TABLE collection.censuses (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  id         uuid NOT NULL,
  title      text NOT NULL,
  words      text NOT NULL,
  duty_grids text[] NOT NULL,
  class_code text,
  questions  jsonb NOT NULL,
  from_at    timestamptz NOT NULL,
  until_at   timestamptz NOT NULL,
  made_by    text NOT NULL,
  PRIMARY KEY (platform, id),
  CHECK (until_at > from_at)
);
COMMENT ON TABLE  collection.censuses IS '专项普查：中心规定范围和填报项目';
COMMENT ON COLUMN collection.censuses.platform IS '平台';
COMMENT ON COLUMN collection.censuses.id IS '普查标识';
COMMENT ON COLUMN collection.censuses.title IS '名称';
COMMENT ON COLUMN collection.censuses.words IS '要求';
COMMENT ON COLUMN collection.censuses.duty_grids IS '范围：责任网格代码；空为全部';
COMMENT ON COLUMN collection.censuses.class_code IS '普查的小类；空为不限';
COMMENT ON COLUMN collection.censuses.questions IS '填报项目';
COMMENT ON COLUMN collection.censuses.from_at IS '发布时刻';
COMMENT ON COLUMN collection.censuses.until_at IS '截止时刻';
COMMENT ON COLUMN collection.censuses.made_by IS '发布的岗位';
SELECT tenancy.guard('collection.censuses', 'SELECT, INSERT');

CREATE TABLE collection.field_notes (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  id         uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('CHANGED', 'MISSING', 'NEW', 'CENSUS')),
  census     uuid,
  post       text NOT NULL,
  person     uuid NOT NULL,
  component  text,
  class_code text,
  words      text NOT NULL,
  answers    jsonb NOT NULL,
  longitude  double precision NOT NULL,
  latitude   double precision NOT NULL,
  unit_grid  text,
  duty_grid  text,
  photos     text[] NOT NULL,
  digest     text NOT NULL,
  said_at    timestamptz NOT NULL,
  arrived_at timestamptz NOT NULL,
  state      text NOT NULL CHECK (state IN ('OPEN', 'TAKEN', 'REFUSED')),
  decision   text,
  decided_by uuid,
  decided_at timestamptz,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id),
  FOREIGN KEY (platform, census) REFERENCES collection.censuses (platform, id),
  CHECK ((kind = 'CENSUS') = (census IS NOT NULL)),
  CHECK ((state = 'OPEN') = (decided_at IS NULL))
);
COMMENT ON TABLE  collection.field_notes IS '现场记录：普查记录，或部件的变化、缺失、新增；由数据维护人员处理，不直接改部件库';
COMMENT ON COLUMN collection.field_notes.platform IS '平台';
COMMENT ON COLUMN collection.field_notes.id IS '标识，由手机生成，重发不重复';
COMMENT ON COLUMN collection.field_notes.kind IS '种类：有变化、缺失、新增、普查';
COMMENT ON COLUMN collection.field_notes.census IS '所属普查';
COMMENT ON COLUMN collection.field_notes.post IS '采集员岗位';
COMMENT ON COLUMN collection.field_notes.person IS '采集员（自然人）';
COMMENT ON COLUMN collection.field_notes.component IS '部件标识码';
COMMENT ON COLUMN collection.field_notes.class_code IS '小类';
COMMENT ON COLUMN collection.field_notes.words IS '说明';
COMMENT ON COLUMN collection.field_notes.answers IS '普查各项的填报';
COMMENT ON COLUMN collection.field_notes.longitude IS '经度（CGCS2000，度）';
COMMENT ON COLUMN collection.field_notes.latitude IS '纬度（CGCS2000，度）';
COMMENT ON COLUMN collection.field_notes.unit_grid IS '所在单元网格';
COMMENT ON COLUMN collection.field_notes.duty_grid IS '所在责任网格';
COMMENT ON COLUMN collection.field_notes.photos IS '照片编号（SHA-256），随后到达';
COMMENT ON COLUMN collection.field_notes.digest IS '内容摘要，同一标识只许同一内容';
COMMENT ON COLUMN collection.field_notes.said_at IS '填报时刻，已按时差改正';
COMMENT ON COLUMN collection.field_notes.arrived_at IS '到达时刻';
COMMENT ON COLUMN collection.field_notes.state IS '未处理、已采用、未采用';
COMMENT ON COLUMN collection.field_notes.decision IS '处理意见';
COMMENT ON COLUMN collection.field_notes.decided_by IS '处理人';
COMMENT ON COLUMN collection.field_notes.decided_at IS '处理时刻';
SELECT tenancy.guard('collection.field_notes', 'SELECT, INSERT, UPDATE');

CREATE INDEX field_notes_census ON collection.field_notes (platform, census, arrived_at);
CREATE INDEX field_notes_post ON collection.field_notes (platform, post, arrived_at);
