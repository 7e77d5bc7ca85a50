CREATE SCHEMA organization;
GRANT USAGE ON SCHEMA organization TO ${app};

-- SEC-01 is held by three constraints: an organization lies on one axis (a column), a post on the axis of its organization
-- (foreign key of three columns), a natural person on one axis (person_axes, one row a person, and the generated live_axis).
-- NONE is the fifth value: the administrator belongs to no axis, so holding an axis post beside it is refused the same way.

CREATE TABLE organization.revisions (
  platform text   NOT NULL PRIMARY KEY REFERENCES tenancy.platforms (id),
  number   bigint NOT NULL
);
COMMENT ON TABLE  organization.revisions          IS '机构岗位数据的修订号：每次改动加一，各服务器据此更新内存中的快照';
COMMENT ON COLUMN organization.revisions.platform IS '平台标识';
COMMENT ON COLUMN organization.revisions.number   IS '修订号，只增不减';
SELECT tenancy.guard('organization.revisions');

CREATE TABLE organization.organizations (
  platform    text    NOT NULL REFERENCES tenancy.platforms (id),
  id          text    NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  name        text    NOT NULL CHECK (name <> ''),
  kind        text    NOT NULL,
  axis        text    NOT NULL CHECK (axis IN ('SUPERVISION', 'COMMAND', 'HANDLING', 'LEADERSHIP', 'NONE')),
  parent      text,
  team_parent text    GENERATED ALWAYS AS (CASE WHEN kind = 'TEAM' THEN parent END) STORED,
  joined      boolean NOT NULL,
  valid_from  date    NOT NULL,
  valid_to    date,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, id, axis),
  FOREIGN KEY (platform, parent) REFERENCES organization.organizations (platform, id),
  FOREIGN KEY (platform, team_parent, axis) REFERENCES organization.organizations (platform, id, axis),
  CHECK (parent <> id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK (kind <> 'TEAM' OR parent IS NOT NULL),
  CONSTRAINT kind_decides_axis CHECK (
       kind = 'SUPERVISION_CENTER' AND axis = 'SUPERVISION'
    OR kind = 'COMMAND_CENTER'     AND axis = 'COMMAND'
    OR kind = 'UNIT'               AND axis = 'HANDLING'
    OR kind = 'OFFICE'             AND axis = 'LEADERSHIP'
    OR kind = 'ADMINISTRATION'     AND axis = 'NONE'
    OR kind = 'TEAM'               AND axis IN ('SUPERVISION', 'COMMAND', 'HANDLING'))
);
CREATE UNIQUE INDEX organizations_live_name ON organization.organizations (platform, name) WHERE valid_to IS NULL;
COMMENT ON TABLE  organization.organizations             IS '机构：监督中心、指挥中心、责任单位、班组、领导办公室、系统管理；每个机构只在一个轴上';
COMMENT ON COLUMN organization.organizations.platform    IS '平台标识';
COMMENT ON COLUMN organization.organizations.id          IS '机构标识，短词，如 supervision-center，一经发出不再改用';
COMMENT ON COLUMN organization.organizations.name        IS '机构名称；在用机构不得重名';
COMMENT ON COLUMN organization.organizations.kind        IS '机构类型';
COMMENT ON COLUMN organization.organizations.axis        IS '轴：监督、指挥、处置、领导；系统管理为 NONE';
COMMENT ON COLUMN organization.organizations.parent      IS '上级机构';
COMMENT ON COLUMN organization.organizations.team_parent IS '班组的上级，必须与班组同轴（生成列，供外键使用）';
COMMENT ON COLUMN organization.organizations.joined      IS '是否已接入系统；未接入的责任单位收打印的任务单，由指挥中心代为答复';
COMMENT ON COLUMN organization.organizations.valid_from  IS '启用日';
COMMENT ON COLUMN organization.organizations.valid_to    IS '撤销日；空为在用';
SELECT tenancy.guard('organization.organizations');

CREATE TABLE organization.posts (
  platform     text NOT NULL,
  id           text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  kind         text NOT NULL,
  axis         text NOT NULL,
  organization text NOT NULL,
  name         text NOT NULL CHECK (name <> ''),
  ended_at     timestamptz,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, id, axis),
  CONSTRAINT post_on_axis_of_organization FOREIGN KEY (platform, organization, axis)
    REFERENCES organization.organizations (platform, id, axis),
  CONSTRAINT post_kind_decides_axis CHECK (
       axis = 'SUPERVISION' AND kind IN ('collector', 'operator', 'shift-leader', 'center-chief', 'supervision-gateway')
    OR axis = 'COMMAND'     AND kind IN ('dispatcher', 'command-chief', 'auto-dispatcher', 'command-gateway')
    OR axis = 'HANDLING'    AND kind IN ('handler', 'partner')
    OR axis = 'LEADERSHIP'  AND kind IN ('leader')
    OR axis = 'NONE'        AND kind IN ('administrator'))
);
CREATE INDEX posts_organization ON organization.posts (platform, organization);
COMMENT ON TABLE  organization.posts              IS '岗位：每个岗位在其机构所在的轴上，由数据库约束保证';
COMMENT ON COLUMN organization.posts.platform     IS '平台标识';
COMMENT ON COLUMN organization.posts.id           IS '岗位标识，短词，一经发出不再改用；案件动作引用它';
COMMENT ON COLUMN organization.posts.kind         IS '岗位类型，如 operator、dispatcher';
COMMENT ON COLUMN organization.posts.axis         IS '轴，与机构相同；系统管理员为 NONE';
COMMENT ON COLUMN organization.posts.organization IS '所属机构';
COMMENT ON COLUMN organization.posts.name         IS '岗位名称';
COMMENT ON COLUMN organization.posts.ended_at     IS '撤销时刻；空为在用';
SELECT tenancy.guard('organization.posts');

CREATE TABLE organization.person_axes (
  platform text NOT NULL,
  person   uuid NOT NULL,
  axis     text NOT NULL CHECK (axis IN ('SUPERVISION', 'COMMAND', 'HANDLING', 'LEADERSHIP', 'NONE')),
  CONSTRAINT one_axis_per_person PRIMARY KEY (platform, person),
  UNIQUE (platform, person, axis),
  FOREIGN KEY (platform, person) REFERENCES identity.persons (platform, id)
);
COMMENT ON TABLE  organization.person_axes          IS '自然人的轴：一人一行，因此一人只在一个轴上，不论有几个账号（两轴分立）';
COMMENT ON COLUMN organization.person_axes.platform IS '平台标识';
COMMENT ON COLUMN organization.person_axes.person   IS '自然人标识';
COMMENT ON COLUMN organization.person_axes.axis     IS '此人所在的轴；没有在任岗位时才可改';
SELECT tenancy.guard('organization.person_axes');

CREATE TABLE organization.holdings (
  platform   text        NOT NULL,
  post       text        NOT NULL,
  person     uuid        NOT NULL,
  axis       text        NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at   timestamptz,
  live_axis  text        GENERATED ALWAYS AS (CASE WHEN ended_at IS NULL THEN axis END) STORED,
  PRIMARY KEY (platform, post, person, started_at),
  FOREIGN KEY (platform, person) REFERENCES identity.persons (platform, id),
  CHECK (ended_at IS NULL OR ended_at >= started_at),
  CONSTRAINT holding_on_axis_of_post FOREIGN KEY (platform, post, axis)
    REFERENCES organization.posts (platform, id, axis),
  CONSTRAINT holding_on_axis_of_person FOREIGN KEY (platform, person, live_axis)
    REFERENCES organization.person_axes (platform, person, axis)
);
CREATE UNIQUE INDEX holdings_live ON organization.holdings (platform, post, person) WHERE ended_at IS NULL;
CREATE INDEX holdings_person ON organization.holdings (platform, person, live_axis);
COMMENT ON TABLE  organization.holdings            IS '任岗：谁在何时担任哪个岗位';
COMMENT ON COLUMN organization.holdings.platform   IS '平台标识';
COMMENT ON COLUMN organization.holdings.post       IS '岗位';
COMMENT ON COLUMN organization.holdings.person     IS '自然人';
COMMENT ON COLUMN organization.holdings.axis       IS '岗位所在的轴';
COMMENT ON COLUMN organization.holdings.started_at IS '到岗时刻';
COMMENT ON COLUMN organization.holdings.ended_at   IS '离岗时刻；空为在任';
COMMENT ON COLUMN organization.holdings.live_axis  IS '在任时等于轴，离岗后为空（生成列，供两轴分立的外键使用）';
SELECT tenancy.guard('organization.holdings');

CREATE TABLE organization.shifts (
  platform text NOT NULL REFERENCES tenancy.platforms (id),
  id       text NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{0,39}$'),
  name     text NOT NULL CHECK (name <> ''),
  starts   time NOT NULL,
  ends     time NOT NULL,
  PRIMARY KEY (platform, id)
);
COMMENT ON TABLE  organization.shifts          IS '班次：一天中的一段工作时间；止点不晚于起点的班次跨过午夜';
COMMENT ON COLUMN organization.shifts.platform IS '平台标识';
COMMENT ON COLUMN organization.shifts.id       IS '班次标识';
COMMENT ON COLUMN organization.shifts.name     IS '班次名称';
COMMENT ON COLUMN organization.shifts.starts   IS '上班时间（北京时间）';
COMMENT ON COLUMN organization.shifts.ends     IS '下班时间（北京时间），不含该分钟';
SELECT tenancy.guard('organization.shifts');

CREATE TABLE organization.collector_duties (
  platform   text NOT NULL,
  id         uuid NOT NULL,
  post       text NOT NULL,
  axis       text NOT NULL DEFAULT 'SUPERVISION' CHECK (axis = 'SUPERVISION'),
  duty_grid  text NOT NULL CHECK (duty_grid <> ''),
  shift      text NOT NULL,
  weekdays   text NOT NULL CHECK (weekdays ~ '^1?2?3?4?5?6?7?$' AND weekdays <> ''),
  valid_from date NOT NULL,
  valid_to   date,
  PRIMARY KEY (platform, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  FOREIGN KEY (platform, post, axis) REFERENCES organization.posts (platform, id, axis),
  FOREIGN KEY (platform, shift) REFERENCES organization.shifts (platform, id)
);
CREATE INDEX collector_duties_grid ON organization.collector_duties (platform, duty_grid);
COMMENT ON TABLE  organization.collector_duties            IS '采集员值守：哪个采集员岗位在哪些班次负责哪个责任网格';
COMMENT ON COLUMN organization.collector_duties.platform   IS '平台标识';
COMMENT ON COLUMN organization.collector_duties.id         IS '值守标识';
COMMENT ON COLUMN organization.collector_duties.post       IS '采集员岗位';
COMMENT ON COLUMN organization.collector_duties.axis       IS '轴，只能是监督轴';
COMMENT ON COLUMN organization.collector_duties.duty_grid  IS '责任网格代码';
COMMENT ON COLUMN organization.collector_duties.shift      IS '班次';
COMMENT ON COLUMN organization.collector_duties.weekdays   IS '星期，1 为星期一，升序连写，如 12345';
COMMENT ON COLUMN organization.collector_duties.valid_from IS '起始日（含）';
COMMENT ON COLUMN organization.collector_duties.valid_to   IS '终止日（含）；空为长期';
SELECT tenancy.guard('organization.collector_duties');
