-- 监管数据无线采集: who is on duty, where he was, and what the center asks of him.
CREATE SCHEMA collection;

CREATE TABLE collection.settings (
  platform           text NOT NULL REFERENCES tenancy.platforms (id),
  interval_seconds   int NOT NULL CHECK (interval_seconds BETWEEN 5 AND 3600),
  retention_days     int NOT NULL CHECK (retention_days BETWEEN 1 AND 400),
  only_in_grid       boolean NOT NULL,
  only_in_shift      boolean NOT NULL,
  photos_least       int NOT NULL CHECK (photos_least BETWEEN 1 AND 9),
  photos_most        int NOT NULL CHECK (photos_most BETWEEN photos_least AND 9),
  media_wait_minutes int NOT NULL CHECK (media_wait_minutes BETWEEN 1 AND 2880),
  photo_age_minutes  int NOT NULL CHECK (photo_age_minutes BETWEEN 1 AND 1440),
  far_meters         int NOT NULL CHECK (far_meters BETWEEN 20 AND 5000),
  coarse_meters      int NOT NULL CHECK (coarse_meters BETWEEN 20 AND 5000),
  lowest_version     text NOT NULL,
  center_phone       text,
  changed_at         timestamptz NOT NULL,
  PRIMARY KEY (platform)
);
COMMENT ON TABLE  collection.settings IS '采集设置：每平台一行；没有行时用程序的默认值';
COMMENT ON COLUMN collection.settings.platform IS '平台';
COMMENT ON COLUMN collection.settings.interval_seconds IS '位置上报间隔（秒）';
COMMENT ON COLUMN collection.settings.retention_days IS '轨迹保留天数，到期删除';
COMMENT ON COLUMN collection.settings.only_in_grid IS '只许在责任网格内签到';
COMMENT ON COLUMN collection.settings.only_in_shift IS '只许在班次内签到';
COMMENT ON COLUMN collection.settings.photos_least IS '上报至少几张照片';
COMMENT ON COLUMN collection.settings.photos_most IS '上报至多几张照片';
COMMENT ON COLUMN collection.settings.media_wait_minutes IS '表单到达后等待照片的最长分钟数';
COMMENT ON COLUMN collection.settings.photo_age_minutes IS '照片早于上报多少分钟即加标记';
COMMENT ON COLUMN collection.settings.far_meters IS '上报点离轨迹多少米即加标记';
COMMENT ON COLUMN collection.settings.coarse_meters IS '精度差于多少米的定位不作数';
COMMENT ON COLUMN collection.settings.lowest_version IS '采集程序的最低版本';
COMMENT ON COLUMN collection.settings.center_phone IS '监督中心电话，一键呼叫';
COMMENT ON COLUMN collection.settings.changed_at IS '最后修改时刻（墙上时钟）';
SELECT tenancy.guard('collection.settings', 'SELECT, INSERT, UPDATE');

CREATE TABLE collection.attendance (
  platform      text NOT NULL REFERENCES tenancy.platforms (id),
  id            uuid NOT NULL,
  post          text NOT NULL,
  person        uuid NOT NULL,
  device        text,
  shift         text,
  duty_grids    text[] NOT NULL,
  signed_in_at  timestamptz NOT NULL,
  in_longitude  double precision,
  in_latitude   double precision,
  in_accuracy   real,
  in_grid       boolean NOT NULL,
  valid_until   timestamptz NOT NULL,
  signed_out_at timestamptz,
  out_longitude double precision,
  out_latitude  double precision,
  out_by        text CHECK (out_by IN ('SELF', 'TERM', 'CENTER')),
  clock_skew    int NOT NULL,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id),
  CHECK (signed_out_at IS NULL OR signed_out_at >= signed_in_at),
  CHECK ((signed_out_at IS NULL) = (out_by IS NULL))
);
COMMENT ON TABLE  collection.attendance IS '考勤：一行是一个采集员岗位的一次在岗，从签到到签退';
COMMENT ON COLUMN collection.attendance.platform IS '平台';
COMMENT ON COLUMN collection.attendance.id IS '签到标识，由手机生成，重发不重复';
COMMENT ON COLUMN collection.attendance.post IS '采集员岗位';
COMMENT ON COLUMN collection.attendance.person IS '采集员（自然人）';
COMMENT ON COLUMN collection.attendance.device IS '签到的设备';
COMMENT ON COLUMN collection.attendance.shift IS '班次名称；不在任何班次内时为空';
COMMENT ON COLUMN collection.attendance.duty_grids IS '签到时的责任网格代码';
COMMENT ON COLUMN collection.attendance.signed_in_at IS '签到时刻';
COMMENT ON COLUMN collection.attendance.in_longitude IS '签到经度（度）';
COMMENT ON COLUMN collection.attendance.in_latitude IS '签到纬度（度）';
COMMENT ON COLUMN collection.attendance.in_accuracy IS '签到定位精度（米）';
COMMENT ON COLUMN collection.attendance.in_grid IS '签到点在自己的责任网格内';
COMMENT ON COLUMN collection.attendance.valid_until IS '未签退时最迟到此刻为止算在岗（班次结束后半小时）';
COMMENT ON COLUMN collection.attendance.signed_out_at IS '签退时刻；在岗时为空';
COMMENT ON COLUMN collection.attendance.out_longitude IS '签退经度（度）';
COMMENT ON COLUMN collection.attendance.out_latitude IS '签退纬度（度）';
COMMENT ON COLUMN collection.attendance.out_by IS '签退方式：本人、到时、中心';
COMMENT ON COLUMN collection.attendance.clock_skew IS '签到时手机时钟比服务器快多少秒';
SELECT tenancy.guard('collection.attendance', 'SELECT, INSERT, UPDATE');

CREATE UNIQUE INDEX attendance_open ON collection.attendance (platform, post) WHERE signed_out_at IS NULL;
CREATE INDEX attendance_post ON collection.attendance (platform, post, signed_in_at);
CREATE INDEX attendance_time ON collection.attendance (platform, signed_in_at);

CREATE TABLE collection.breaks (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  attendance uuid NOT NULL,
  began_at   timestamptz NOT NULL,
  ended_at   timestamptz,
  PRIMARY KEY (platform, attendance, began_at),
  FOREIGN KEY (platform, attendance) REFERENCES collection.attendance (platform, id),
  CHECK (ended_at IS NULL OR ended_at >= began_at)
);
COMMENT ON TABLE  collection.breaks IS '休息：在岗期间的一段休息，其间不存位置';
COMMENT ON COLUMN collection.breaks.platform IS '平台';
COMMENT ON COLUMN collection.breaks.attendance IS '所属考勤';
COMMENT ON COLUMN collection.breaks.began_at IS '开始时刻';
COMMENT ON COLUMN collection.breaks.ended_at IS '结束时刻；休息中为空';
SELECT tenancy.guard('collection.breaks', 'SELECT, INSERT, UPDATE');

CREATE TABLE collection.leaves (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  id         uuid NOT NULL,
  post       text NOT NULL,
  person     uuid NOT NULL,
  from_at    timestamptz NOT NULL,
  to_at      timestamptz NOT NULL,
  reason     text NOT NULL,
  asked_at   timestamptz NOT NULL,
  granted    boolean,
  decided_by uuid,
  decided_at timestamptz,
  words      text,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id),
  CHECK (to_at > from_at),
  CHECK ((granted IS NULL) = (decided_at IS NULL))
);
COMMENT ON TABLE  collection.leaves IS '请假：采集员的请假申请与批复';
COMMENT ON COLUMN collection.leaves.platform IS '平台';
COMMENT ON COLUMN collection.leaves.id IS '申请标识，由手机生成';
COMMENT ON COLUMN collection.leaves.post IS '采集员岗位';
COMMENT ON COLUMN collection.leaves.person IS '申请人';
COMMENT ON COLUMN collection.leaves.from_at IS '起';
COMMENT ON COLUMN collection.leaves.to_at IS '止';
COMMENT ON COLUMN collection.leaves.reason IS '事由';
COMMENT ON COLUMN collection.leaves.asked_at IS '申请时刻';
COMMENT ON COLUMN collection.leaves.granted IS '准假；未批复时为空';
COMMENT ON COLUMN collection.leaves.decided_by IS '批复人';
COMMENT ON COLUMN collection.leaves.decided_at IS '批复时刻';
COMMENT ON COLUMN collection.leaves.words IS '批复意见';
SELECT tenancy.guard('collection.leaves', 'SELECT, INSERT, UPDATE');

CREATE INDEX leaves_post ON collection.leaves (platform, post, from_at);

CREATE TABLE collection.roll_calls (
  platform     text NOT NULL REFERENCES tenancy.platforms (id),
  id           uuid NOT NULL,
  asked_by     text NOT NULL,
  asked_at     timestamptz NOT NULL,
  answer_until timestamptz NOT NULL,
  words        text NOT NULL,
  PRIMARY KEY (platform, id),
  CHECK (answer_until > asked_at)
);
COMMENT ON TABLE  collection.roll_calls IS '点名：中心在某时刻发出的一次点名';
COMMENT ON COLUMN collection.roll_calls.platform IS '平台';
COMMENT ON COLUMN collection.roll_calls.id IS '点名标识';
COMMENT ON COLUMN collection.roll_calls.asked_by IS '发出的岗位';
COMMENT ON COLUMN collection.roll_calls.asked_at IS '发出时刻';
COMMENT ON COLUMN collection.roll_calls.answer_until IS '应答截止';
COMMENT ON COLUMN collection.roll_calls.words IS '说明';
SELECT tenancy.guard('collection.roll_calls', 'SELECT, INSERT');

CREATE TABLE collection.roll_call_answers (
  platform    text NOT NULL REFERENCES tenancy.platforms (id),
  roll_call   uuid NOT NULL,
  post        text NOT NULL,
  person      uuid,
  answered_at timestamptz,
  longitude   double precision,
  latitude    double precision,
  accuracy    real,
  photo       text,
  in_grid     boolean,
  PRIMARY KEY (platform, roll_call, post),
  FOREIGN KEY (platform, roll_call) REFERENCES collection.roll_calls (platform, id),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id)
);
COMMENT ON TABLE  collection.roll_call_answers IS '点名应答：被点名的岗位各一行，应答后填写';
COMMENT ON COLUMN collection.roll_call_answers.platform IS '平台';
COMMENT ON COLUMN collection.roll_call_answers.roll_call IS '点名';
COMMENT ON COLUMN collection.roll_call_answers.post IS '被点名的采集员岗位';
COMMENT ON COLUMN collection.roll_call_answers.person IS '应答人';
COMMENT ON COLUMN collection.roll_call_answers.answered_at IS '应答时刻；未应答为空';
COMMENT ON COLUMN collection.roll_call_answers.longitude IS '应答经度（度）';
COMMENT ON COLUMN collection.roll_call_answers.latitude IS '应答纬度（度）';
COMMENT ON COLUMN collection.roll_call_answers.accuracy IS '定位精度（米）';
COMMENT ON COLUMN collection.roll_call_answers.photo IS '应答照片';
COMMENT ON COLUMN collection.roll_call_answers.in_grid IS '应答点在责任网格内';
SELECT tenancy.guard('collection.roll_call_answers', 'SELECT, INSERT, UPDATE');

CREATE INDEX roll_call_answers_post ON collection.roll_call_answers (platform, post);

CREATE TABLE collection.positions (
  platform    text NOT NULL,
  day         date NOT NULL,
  post        text NOT NULL,
  at          timestamptz NOT NULL,
  device_at    timestamptz NOT NULL,
  attendance  uuid NOT NULL,
  longitude   double precision NOT NULL,
  latitude    double precision NOT NULL,
  accuracy    real,
  speed       real,
  battery     real,
  source      text NOT NULL CHECK (source IN ('APP', 'TRACKER')),
  coarse      boolean NOT NULL,
  late        boolean NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (platform, day, post, device_at)
) PARTITION BY RANGE (day);
COMMENT ON TABLE  collection.positions IS '轨迹：在岗期间的位置，按日分区；同一岗位同一时刻只有一行，重发不重复';
COMMENT ON COLUMN collection.positions.platform IS '平台';
COMMENT ON COLUMN collection.positions.day IS '业务日期（北京时间），分区键';
COMMENT ON COLUMN collection.positions.post IS '采集员岗位';
COMMENT ON COLUMN collection.positions.at IS '定位时刻，已按手机与服务器的时差改正';
COMMENT ON COLUMN collection.positions.device_at IS '设备自己的时刻，重发时不变，据此去重';
COMMENT ON COLUMN collection.positions.attendance IS '所属考勤；不在岗的位置不存';
COMMENT ON COLUMN collection.positions.longitude IS '经度（CGCS2000，度）';
COMMENT ON COLUMN collection.positions.latitude IS '纬度（CGCS2000，度）';
COMMENT ON COLUMN collection.positions.accuracy IS '精度（米）；不知为空';
COMMENT ON COLUMN collection.positions.speed IS '速度（米每秒）';
COMMENT ON COLUMN collection.positions.battery IS '电量（百分比）';
COMMENT ON COLUMN collection.positions.source IS '来源：采集程序或外接定位器';
COMMENT ON COLUMN collection.positions.coarse IS '精度太差，不用于最近人员、覆盖和里程';
COMMENT ON COLUMN collection.positions.late IS '断网期间存下、事后补传';
COMMENT ON COLUMN collection.positions.received_at IS '收到时刻（业务时钟）';
CREATE INDEX positions_time ON collection.positions (platform, day, post, at);
SELECT tenancy.guard('collection.positions', 'SELECT, INSERT, DELETE');

-- The application opens the day it writes to; it owns no table, so the owner does it in its name.
CREATE FUNCTION collection.open_day(wanted date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  part text := 'positions_' || to_char(wanted, 'YYYYMMDD');
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('collection.positions'));
  IF to_regclass('collection.' || part) IS NOT NULL THEN
    RETURN;
  END IF;
  EXECUTE format('CREATE TABLE collection.%I (LIKE collection.positions INCLUDING ALL)', part);
  PERFORM tenancy.guard(('collection.' || part)::regclass, 'SELECT, INSERT, DELETE');
  EXECUTE format('ALTER TABLE collection.positions ATTACH PARTITION collection.%I FOR VALUES FROM (%L) TO (%L)',
                 part, wanted, wanted + 1);
END $$;
COMMENT ON FUNCTION collection.open_day(date) IS '开出某日的轨迹分区；已有则不动';

-- No platform keeps a track for more than 400 days, so a partition of twice that age holds nothing of anybody.
CREATE FUNCTION collection.drop_old_days() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  part record;
  dropped int := 0;
BEGIN
  FOR part IN
    SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'collection.positions'::regclass
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < current_date - 800
  LOOP
    EXECUTE format('DROP TABLE collection.%I', part.relname);
    dropped := dropped + 1;
  END LOOP;
  RETURN dropped;
END $$;
COMMENT ON FUNCTION collection.drop_old_days() IS '删除早于任何平台保留期的空分区';
REVOKE ALL ON FUNCTION collection.open_day(date), collection.drop_old_days() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION collection.open_day(date), collection.drop_old_days() TO ${app};

CREATE TABLE collection.present (
  platform  text NOT NULL REFERENCES tenancy.platforms (id),
  post      text NOT NULL,
  at        timestamptz NOT NULL,
  longitude double precision NOT NULL,
  latitude  double precision NOT NULL,
  accuracy  real,
  speed     real,
  battery   real,
  PRIMARY KEY (platform, post)
) WITH (fillfactor = 50);
COMMENT ON TABLE  collection.present IS '现位置：每岗位最新的一个可用位置，供最近人员和大屏';
COMMENT ON COLUMN collection.present.platform IS '平台';
COMMENT ON COLUMN collection.present.post IS '采集员岗位';
COMMENT ON COLUMN collection.present.at IS '定位时刻';
COMMENT ON COLUMN collection.present.longitude IS '经度（度）';
COMMENT ON COLUMN collection.present.latitude IS '纬度（度）';
COMMENT ON COLUMN collection.present.accuracy IS '精度（米）';
COMMENT ON COLUMN collection.present.speed IS '速度（米每秒）';
COMMENT ON COLUMN collection.present.battery IS '电量（百分比）';
SELECT tenancy.guard('collection.present', 'SELECT, INSERT, UPDATE');

CREATE TABLE collection.trackers (
  platform text NOT NULL REFERENCES tenancy.platforms (id),
  digest   text NOT NULL,
  post     text NOT NULL,
  name     text NOT NULL,
  made_at  timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (platform, digest),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id)
);
COMMENT ON TABLE  collection.trackers IS '外接定位器：用 OsmAnd/Traccar 手机协议上报位置的设备';
COMMENT ON COLUMN collection.trackers.platform IS '平台';
COMMENT ON COLUMN collection.trackers.digest IS '定位器口令的摘要';
COMMENT ON COLUMN collection.trackers.post IS '采集员岗位';
COMMENT ON COLUMN collection.trackers.name IS '名称';
COMMENT ON COLUMN collection.trackers.made_at IS '登记时刻（墙上时钟）';
COMMENT ON COLUMN collection.trackers.ended_at IS '停用时刻';
SELECT tenancy.guard('collection.trackers', 'SELECT, INSERT, UPDATE');

