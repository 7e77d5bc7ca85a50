CREATE SCHEMA workcalendar;

CREATE TABLE workcalendar.calendars (
  platform     text        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  draft        jsonb       NOT NULL,
  published_by text        NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (platform, version)
);
SELECT tenancy.guard_append_only('workcalendar.calendars');
COMMENT ON TABLE  workcalendar.calendars              IS '工作日历：发布后不可修改的版本，最大版本为现行';
COMMENT ON COLUMN workcalendar.calendars.platform     IS '平台';
COMMENT ON COLUMN workcalendar.calendars.version      IS '版本号';
COMMENT ON COLUMN workcalendar.calendars.draft        IS '作息季节、已载入年份、节假日、调休和地方例外';
COMMENT ON COLUMN workcalendar.calendars.published_by IS '发布岗位';
COMMENT ON COLUMN workcalendar.calendars.published_at IS '发布时刻';

CREATE TABLE workcalendar.platform_clocks (
  platform        text        PRIMARY KEY,
  wall_origin     timestamptz NOT NULL,
  business_origin timestamptz NOT NULL,
  rate            double precision NOT NULL CHECK (rate >= 0 AND rate <= 86400),
  revision        bigint      NOT NULL DEFAULT 1
);
SELECT tenancy.guard('workcalendar.platform_clocks', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  workcalendar.platform_clocks                 IS '平台时钟：业务时间与墙上时间的关系';
COMMENT ON COLUMN workcalendar.platform_clocks.platform        IS '平台';
COMMENT ON COLUMN workcalendar.platform_clocks.wall_origin     IS '拨钟时的墙上时刻';
COMMENT ON COLUMN workcalendar.platform_clocks.business_origin IS '拨钟时的业务时刻';
COMMENT ON COLUMN workcalendar.platform_clocks.rate            IS '业务时间的速率，1 为与墙上同步';
COMMENT ON COLUMN workcalendar.platform_clocks.revision        IS '修订号';
