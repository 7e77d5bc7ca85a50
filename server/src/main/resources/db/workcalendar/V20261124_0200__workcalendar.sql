CREATE SCHEMA workcalendar;
GRANT USAGE ON SCHEMA workcalendar TO ${app};

CREATE TABLE workcalendar.revisions (
  platform text   NOT NULL REFERENCES tenancy.platforms (id),
  subject  text   NOT NULL CHECK (subject IN ('calendar', 'clock')),
  revision bigint NOT NULL CHECK (revision > 0),
  PRIMARY KEY (platform, subject)
);
SELECT tenancy.guard('workcalendar.revisions');
COMMENT ON TABLE  workcalendar.revisions          IS '修订号：每次变更加一，供各服务器判断所存是否过期，也用来排队发布';
COMMENT ON COLUMN workcalendar.revisions.platform IS '平台标识';
COMMENT ON COLUMN workcalendar.revisions.subject  IS '对象：工作日历或平台时钟';
COMMENT ON COLUMN workcalendar.revisions.revision IS '修订号';

-- A version is sealed by its row here, which is written last: the parts come first, on foreign keys checked at the commit.
CREATE TABLE workcalendar.calendars (
  platform         text        NOT NULL REFERENCES tenancy.platforms (id),
  version          integer     NOT NULL CHECK (version > 0),
  valid_from       date        NOT NULL,
  working_day_rule text        NOT NULL CHECK (working_day_rule IN ('SAME_TIME', 'END_OF_DAY', 'EIGHT_HOURS')),
  years            integer[]   NOT NULL CHECK (cardinality(years) > 0),
  published_at     timestamptz NOT NULL,
  published_by     text        NOT NULL,
  PRIMARY KEY (platform, version)
);
SELECT tenancy.guard_append_only('workcalendar.calendars');
COMMENT ON TABLE  workcalendar.calendars                  IS '工作日历版本：一经发布不再改动，变更即发布新版本';
COMMENT ON COLUMN workcalendar.calendars.platform         IS '平台标识';
COMMENT ON COLUMN workcalendar.calendars.version          IS '版本号，自 1 起';
COMMENT ON COLUMN workcalendar.calendars.valid_from       IS '生效日；之前的日子仍按以前的版本';
COMMENT ON COLUMN workcalendar.calendars.working_day_rule IS '工作日算法：同一时刻、当日下班或每日八小时';
COMMENT ON COLUMN workcalendar.calendars.years            IS '已载入节假日安排的年份';
COMMENT ON COLUMN workcalendar.calendars.published_at     IS '发布时刻（平台时钟）';
COMMENT ON COLUMN workcalendar.calendars.published_by     IS '发布人';

CREATE FUNCTION workcalendar.refuse_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM workcalendar.calendars c WHERE c.platform = NEW.platform AND c.version = NEW.version) THEN
    RAISE EXCEPTION 'calendar version % of % is published', NEW.version, NEW.platform
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION workcalendar.refuse_sealed() IS '已发布的版本不得再添内容';

CREATE TABLE workcalendar.seasons (
  platform  text     NOT NULL,
  version   integer  NOT NULL,
  season    smallint NOT NULL,
  name      text     NOT NULL,
  first_day text     NOT NULL CHECK (first_day ~ '^[01][0-9]-[0-3][0-9]$'),
  last_day  text     NOT NULL CHECK (last_day ~ '^[01][0-9]-[0-3][0-9]$'),
  PRIMARY KEY (platform, version, season),
  FOREIGN KEY (platform, version) REFERENCES workcalendar.calendars DEFERRABLE INITIALLY DEFERRED
);
SELECT tenancy.guard_append_only('workcalendar.seasons');
CREATE TRIGGER sealed BEFORE INSERT ON workcalendar.seasons
  FOR EACH ROW EXECUTE FUNCTION workcalendar.refuse_sealed();
COMMENT ON TABLE  workcalendar.seasons           IS '季节作息：每年某日至某日（含）按同一作息';
COMMENT ON COLUMN workcalendar.seasons.platform  IS '平台标识';
COMMENT ON COLUMN workcalendar.seasons.version   IS '日历版本';
COMMENT ON COLUMN workcalendar.seasons.season    IS '季节序号';
COMMENT ON COLUMN workcalendar.seasons.name      IS '季节名称';
COMMENT ON COLUMN workcalendar.seasons.first_day IS '起始月日，MM-dd';
COMMENT ON COLUMN workcalendar.seasons.last_day  IS '终止月日，MM-dd，可跨年';

CREATE TABLE workcalendar.slots (
  platform text     NOT NULL,
  version  integer  NOT NULL,
  season   smallint NOT NULL,
  opens    smallint NOT NULL CHECK (opens >= 0),
  closes   smallint NOT NULL CHECK (closes > opens AND closes <= 1440),
  PRIMARY KEY (platform, version, season, opens),
  FOREIGN KEY (platform, version, season) REFERENCES workcalendar.seasons
);
SELECT tenancy.guard_append_only('workcalendar.slots');
CREATE TRIGGER sealed BEFORE INSERT ON workcalendar.slots
  FOR EACH ROW EXECUTE FUNCTION workcalendar.refuse_sealed();
COMMENT ON TABLE  workcalendar.slots          IS '季节的工作时段';
COMMENT ON COLUMN workcalendar.slots.platform IS '平台标识';
COMMENT ON COLUMN workcalendar.slots.version  IS '日历版本';
COMMENT ON COLUMN workcalendar.slots.season   IS '季节序号';
COMMENT ON COLUMN workcalendar.slots.opens    IS '开始，零点起的分钟数';
COMMENT ON COLUMN workcalendar.slots.closes   IS '结束（不含），零点起的分钟数';

CREATE TABLE workcalendar.days (
  platform text    NOT NULL,
  version  integer NOT NULL,
  day      date    NOT NULL,
  kind     text    NOT NULL CHECK (kind IN ('HOLIDAY', 'MAKE_UP_WORKDAY', 'CLOSED', 'OPEN')),
  local    boolean NOT NULL GENERATED ALWAYS AS (kind IN ('CLOSED', 'OPEN')) STORED,
  name     text    NOT NULL,
  notice   text    NOT NULL,
  PRIMARY KEY (platform, version, day, local),
  FOREIGN KEY (platform, version) REFERENCES workcalendar.calendars DEFERRABLE INITIALLY DEFERRED
);
SELECT tenancy.guard_append_only('workcalendar.days');
CREATE TRIGGER sealed BEFORE INSERT ON workcalendar.days
  FOR EACH ROW EXECUTE FUNCTION workcalendar.refuse_sealed();
COMMENT ON TABLE  workcalendar.days          IS '特殊日：节假日、调休上班日和本地例外，同一天本地例外优先';
COMMENT ON COLUMN workcalendar.days.platform IS '平台标识';
COMMENT ON COLUMN workcalendar.days.version  IS '日历版本';
COMMENT ON COLUMN workcalendar.days.day      IS '日期';
COMMENT ON COLUMN workcalendar.days.kind     IS '类别：节假日、调休上班日、本地停办日、本地开放日';
COMMENT ON COLUMN workcalendar.days.local    IS '是否本地例外；同一天全国安排和本地例外各至多一条';
COMMENT ON COLUMN workcalendar.days.name     IS '节日名称或例外原因';
COMMENT ON COLUMN workcalendar.days.notice   IS '依据的通知文号，没有则为空';

CREATE TABLE workcalendar.day_slots (
  platform text     NOT NULL,
  version  integer  NOT NULL,
  day      date     NOT NULL,
  local    boolean  NOT NULL DEFAULT true CHECK (local),
  opens    smallint NOT NULL CHECK (opens >= 0),
  closes   smallint NOT NULL CHECK (closes > opens AND closes <= 1440),
  PRIMARY KEY (platform, version, day, opens),
  FOREIGN KEY (platform, version, day, local) REFERENCES workcalendar.days (platform, version, day, local)
);
SELECT tenancy.guard_append_only('workcalendar.day_slots');
CREATE TRIGGER sealed BEFORE INSERT ON workcalendar.day_slots
  FOR EACH ROW EXECUTE FUNCTION workcalendar.refuse_sealed();
COMMENT ON TABLE  workcalendar.day_slots          IS '本地开放日自己的工作时段';
COMMENT ON COLUMN workcalendar.day_slots.platform IS '平台标识';
COMMENT ON COLUMN workcalendar.day_slots.version  IS '日历版本';
COMMENT ON COLUMN workcalendar.day_slots.day      IS '日期';
COMMENT ON COLUMN workcalendar.day_slots.local    IS '恒为真：只有本地例外自带时段';
COMMENT ON COLUMN workcalendar.day_slots.opens    IS '开始，零点起的分钟数';
COMMENT ON COLUMN workcalendar.day_slots.closes   IS '结束（不含），零点起的分钟数';

CREATE TABLE workcalendar.platform_clocks (
  platform        text             NOT NULL REFERENCES tenancy.platforms (id),
  real_origin     timestamptz      NOT NULL,
  business_origin timestamptz      NOT NULL,
  rate            double precision NOT NULL CHECK (rate >= 0 AND rate <= 86400),
  PRIMARY KEY (platform)
);
SELECT tenancy.guard('workcalendar.platform_clocks', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  workcalendar.platform_clocks                 IS '平台时钟：业务时间 = 业务原点 + 速率 ×（墙上时间 − 实际原点）；无行即实时';
COMMENT ON COLUMN workcalendar.platform_clocks.platform        IS '平台标识';
COMMENT ON COLUMN workcalendar.platform_clocks.real_origin     IS '实际原点：设定时的墙上时间';
COMMENT ON COLUMN workcalendar.platform_clocks.business_origin IS '业务原点：设定时的业务时间';
COMMENT ON COLUMN workcalendar.platform_clocks.rate            IS '速率：墙上一秒走几业务秒，1 为实时，0 为停';
