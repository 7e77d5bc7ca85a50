CREATE SCHEMA situation;
GRANT USAGE ON SCHEMA situation TO ${app};

CREATE TABLE situation.cursors (
  platform   text   NOT NULL,
  next       bigint NOT NULL,
  seq        bigint NOT NULL,
  rebuilt_at timestamptz,
  PRIMARY KEY (platform)
);
SELECT tenancy.guard('situation.cursors');
COMMENT ON TABLE  situation.cursors            IS '大屏跟读位置：读到哪个事务，推送到第几号';
COMMENT ON COLUMN situation.cursors.platform   IS '平台';
COMMENT ON COLUMN situation.cursors.next       IS '下次从哪个事务号读起';
COMMENT ON COLUMN situation.cursors.seq        IS '最近一次更新的推送序号，只增不减';
COMMENT ON COLUMN situation.cursors.rebuilt_at IS '上次重建的时刻（墙上时钟）';

-- One row a case, the last that is known of it, with the number of the push that brought it: whoever was away asks for
-- everything above the number he knows and has missed nothing, however long he was away.
CREATE TABLE situation.cases (
  platform    text NOT NULL,
  case_id     uuid NOT NULL,
  number      text NOT NULL,
  seq         bigint NOT NULL,
  version     int NOT NULL,
  state       text NOT NULL,
  stage       text NOT NULL,
  round       int NOT NULL,
  trial       boolean NOT NULL,
  source      text NOT NULL,
  class       text NOT NULL,
  unit        text,
  collector   text,
  cell        text NOT NULL,
  community   text NOT NULL,
  street      text NOT NULL,
  district    text NOT NULL,
  duty_grid   text,
  longitude   double precision NOT NULL,
  latitude    double precision NOT NULL,
  held        boolean NOT NULL,
  open_orders int NOT NULL,
  begun_at    timestamptz NOT NULL,
  since       timestamptz NOT NULL,
  yellow_at   timestamptz,
  due_at      timestamptz,
  ended_at    timestamptz,
  last_act    text NOT NULL,
  last_post   text NOT NULL,
  last_at     timestamptz NOT NULL,
  PRIMARY KEY (platform, case_id)
);
CREATE INDEX cases_pushed    ON situation.cases (platform, seq, case_id);
CREATE INDEX cases_open      ON situation.cases (platform, case_id) WHERE ended_at IS NULL;
CREATE INDEX cases_last      ON situation.cases (platform, last_at DESC);
CREATE INDEX cases_cell      ON situation.cases (platform, cell) WHERE ended_at IS NULL;
CREATE INDEX cases_collector ON situation.cases (platform, collector) WHERE ended_at IS NULL AND collector IS NOT NULL;
SELECT tenancy.guard('situation.cases');
COMMENT ON TABLE  situation.cases             IS '大屏案件：每案一行，由办理记录推得，可随时重建';
COMMENT ON COLUMN situation.cases.platform    IS '平台';
COMMENT ON COLUMN situation.cases.case_id     IS '案件';
COMMENT ON COLUMN situation.cases.number      IS '案件编号';
COMMENT ON COLUMN situation.cases.seq         IS '带来这一行的推送序号';
COMMENT ON COLUMN situation.cases.version     IS '已读到的办理记录序号';
COMMENT ON COLUMN situation.cases.state       IS '状态';
COMMENT ON COLUMN situation.cases.stage       IS '环节';
COMMENT ON COLUMN situation.cases.round       IS '处置轮次';
COMMENT ON COLUMN situation.cases.trial       IS '模拟运行期间的案件';
COMMENT ON COLUMN situation.cases.source      IS '问题来源';
COMMENT ON COLUMN situation.cases.class       IS '小类';
COMMENT ON COLUMN situation.cases.unit        IS '主办单位';
COMMENT ON COLUMN situation.cases.collector   IS '接到核实或核查任务的采集员岗位';
COMMENT ON COLUMN situation.cases.cell        IS '单元网格代码';
COMMENT ON COLUMN situation.cases.community   IS '社区代码';
COMMENT ON COLUMN situation.cases.street      IS '街道代码';
COMMENT ON COLUMN situation.cases.district    IS '区县代码';
COMMENT ON COLUMN situation.cases.duty_grid   IS '责任网格代码';
COMMENT ON COLUMN situation.cases.longitude   IS '经度（CGCS2000，度）';
COMMENT ON COLUMN situation.cases.latitude    IS '纬度（CGCS2000，度）';
COMMENT ON COLUMN situation.cases.held        IS '挂账中';
COMMENT ON COLUMN situation.cases.open_orders IS '待答复的督办、催办、批示数';
COMMENT ON COLUMN situation.cases.begun_at    IS '立卷时刻';
COMMENT ON COLUMN situation.cases.since       IS '进入现状态的时刻';
COMMENT ON COLUMN situation.cases.yellow_at   IS '转黄灯的时刻';
COMMENT ON COLUMN situation.cases.due_at      IS '到期即转红灯的时刻';
COMMENT ON COLUMN situation.cases.ended_at    IS '终结时刻';
COMMENT ON COLUMN situation.cases.last_act    IS '最近一次办理动作';
COMMENT ON COLUMN situation.cases.last_post   IS '最近办理的岗位';
COMMENT ON COLUMN situation.cases.last_at     IS '最近办理的时刻';

CREATE TABLE situation.tallies (
  platform text NOT NULL,
  scope    text NOT NULL,
  day      date NOT NULL,
  key      text NOT NULL,
  what     text NOT NULL,
  n        bigint NOT NULL,
  PRIMARY KEY (platform, scope, day, key, what)
);
SELECT tenancy.guard('situation.tallies');
COMMENT ON TABLE  situation.tallies          IS '大屏日计数：按范围、日期、对象和事项，随办理记录增减，可随时重建';
COMMENT ON COLUMN situation.tallies.platform IS '平台';
COMMENT ON COLUMN situation.tallies.scope    IS '范围：全部、区县、街道、社区、单元网格、小类、来源、单位、岗位';
COMMENT ON COLUMN situation.tallies.day      IS '日期（北京时间）';
COMMENT ON COLUMN situation.tallies.key      IS '对象代码';
COMMENT ON COLUMN situation.tallies.what     IS '事项';
COMMENT ON COLUMN situation.tallies.n        IS '次数';

CREATE TABLE situation.cameras (
  platform  text NOT NULL,
  id        text NOT NULL,
  name      text NOT NULL,
  longitude double precision NOT NULL,
  latitude  double precision NOT NULL,
  link      text NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('situation.cameras');
COMMENT ON TABLE  situation.cameras           IS '摄像机：只登记位置和视频平台的链接';
COMMENT ON COLUMN situation.cameras.platform  IS '平台';
COMMENT ON COLUMN situation.cameras.id        IS '摄像机编号（视频平台所用）';
COMMENT ON COLUMN situation.cameras.name      IS '名称';
COMMENT ON COLUMN situation.cameras.longitude IS '经度（CGCS2000，度）';
COMMENT ON COLUMN situation.cameras.latitude  IS '纬度（CGCS2000，度）';
COMMENT ON COLUMN situation.cameras.link      IS '打开视频的链接';

CREATE TABLE situation.schemes (
  platform   text NOT NULL,
  id         text NOT NULL,
  name       text NOT NULL,
  screens    jsonb NOT NULL,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('situation.schemes');
COMMENT ON TABLE  situation.schemes            IS '展示方案：几块屏，每块屏轮播哪些主题、各停多久';
COMMENT ON COLUMN situation.schemes.platform   IS '平台';
COMMENT ON COLUMN situation.schemes.id         IS '方案代号';
COMMENT ON COLUMN situation.schemes.name       IS '方案名称';
COMMENT ON COLUMN situation.schemes.screens    IS '各屏的主题和停留秒数';
COMMENT ON COLUMN situation.schemes.changed_by IS '修改岗位';
COMMENT ON COLUMN situation.schemes.changed_at IS '修改时刻（墙上时钟）';

CREATE TABLE situation.messages (
  platform    text NOT NULL,
  id          uuid NOT NULL,
  from_post   text NOT NULL,
  to_kind     text NOT NULL CHECK (to_kind IN ('post', 'unit')),
  to_id       text NOT NULL,
  text        text NOT NULL,
  case_number text,
  sent_at     timestamptz NOT NULL,
  PRIMARY KEY (platform, id)
);
CREATE INDEX messages_newest ON situation.messages (platform, sent_at DESC);
SELECT tenancy.guard_append_only('situation.messages');
COMMENT ON TABLE  situation.messages             IS '大屏指令：从大屏发给采集员或单位的消息，只增不改';
COMMENT ON COLUMN situation.messages.platform    IS '平台';
COMMENT ON COLUMN situation.messages.id          IS '标识';
COMMENT ON COLUMN situation.messages.from_post   IS '发出岗位';
COMMENT ON COLUMN situation.messages.to_kind     IS '发给岗位或单位';
COMMENT ON COLUMN situation.messages.to_id       IS '岗位或单位代号';
COMMENT ON COLUMN situation.messages.text        IS '内容';
COMMENT ON COLUMN situation.messages.case_number IS '所涉案件编号';
COMMENT ON COLUMN situation.messages.sent_at     IS '发出时刻（业务时间）';

CREATE TABLE situation.vehicles (
  platform  text NOT NULL,
  id        text NOT NULL,
  name      text NOT NULL,
  duty      text NOT NULL,
  unit      text,
  longitude double precision,
  latitude  double precision,
  speed     double precision,
  heading   double precision,
  fixed_at  timestamptz,
  still_at  timestamptz,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('situation.vehicles');
COMMENT ON TABLE  situation.vehicles           IS '作业车辆及其最近位置';
COMMENT ON COLUMN situation.vehicles.platform  IS '平台';
COMMENT ON COLUMN situation.vehicles.id        IS '车辆代号（终端所用）';
COMMENT ON COLUMN situation.vehicles.name      IS '车牌或名称';
COMMENT ON COLUMN situation.vehicles.duty      IS '用途：清扫、清运、渣土、巡查等';
COMMENT ON COLUMN situation.vehicles.unit      IS '所属单位';
COMMENT ON COLUMN situation.vehicles.longitude IS '最近经度（CGCS2000，度）';
COMMENT ON COLUMN situation.vehicles.latitude  IS '最近纬度（CGCS2000，度）';
COMMENT ON COLUMN situation.vehicles.speed     IS '速度（千米每小时）';
COMMENT ON COLUMN situation.vehicles.heading   IS '航向（度，正北为零顺时针）';
COMMENT ON COLUMN situation.vehicles.fixed_at  IS '最近定位的时刻';
COMMENT ON COLUMN situation.vehicles.still_at  IS '从何时起停着；行驶中为空';

CREATE TABLE situation.fixes (
  platform  text NOT NULL,
  vehicle   text NOT NULL,
  at        timestamptz NOT NULL,
  longitude double precision NOT NULL,
  latitude  double precision NOT NULL,
  speed     double precision,
  heading   double precision,
  PRIMARY KEY (platform, vehicle, at),
  FOREIGN KEY (platform, vehicle) REFERENCES situation.vehicles (platform, id)
);
SELECT tenancy.guard_append_only('situation.fixes');
COMMENT ON TABLE  situation.fixes           IS '车辆轨迹：只增，同一时刻的定位只收一次';
COMMENT ON COLUMN situation.fixes.platform  IS '平台';
COMMENT ON COLUMN situation.fixes.vehicle   IS '车辆';
COMMENT ON COLUMN situation.fixes.at        IS '定位时刻';
COMMENT ON COLUMN situation.fixes.longitude IS '经度（CGCS2000，度）';
COMMENT ON COLUMN situation.fixes.latitude  IS '纬度（CGCS2000，度）';
COMMENT ON COLUMN situation.fixes.speed     IS '速度（千米每小时）';
COMMENT ON COLUMN situation.fixes.heading   IS '航向（度）';
