-- What phones send: the form first, the photos after; and what the center sends to the phone.
CREATE TABLE collection.submissions (
  platform    text NOT NULL REFERENCES tenancy.platforms (id),
  id          uuid NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('REPORT', 'SETTLEMENT', 'ANSWER')),
  act         text NOT NULL,
  case_number text,
  post        text NOT NULL,
  person      uuid NOT NULL,
  device      text,
  digest      text NOT NULL,
  particulars jsonb NOT NULL,
  said_at     timestamptz NOT NULL,
  arrived_at  timestamptz NOT NULL,
  clock_skew  int NOT NULL,
  wait_until  timestamptz NOT NULL,
  state       text NOT NULL CHECK (state IN ('WAITING', 'DONE', 'REFUSED')),
  number      text,
  overdue     boolean,
  refusal     jsonb,
  done_at     timestamptz,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id),
  CHECK ((state = 'WAITING') = (done_at IS NULL))
);
COMMENT ON TABLE  collection.submissions IS '报送：手机送来的一份上报、自行处置或任务答复；先存表单，照片到齐后办理';
COMMENT ON COLUMN collection.submissions.platform IS '平台';
COMMENT ON COLUMN collection.submissions.id IS '标识，由手机生成，重发不重复；上报时即案件标识';
COMMENT ON COLUMN collection.submissions.kind IS '种类：上报、自行处置、任务答复';
COMMENT ON COLUMN collection.submissions.act IS '要办理的动作';
COMMENT ON COLUMN collection.submissions.case_number IS '答复的案件';
COMMENT ON COLUMN collection.submissions.post IS '采集员岗位';
COMMENT ON COLUMN collection.submissions.person IS '采集员（自然人）';
COMMENT ON COLUMN collection.submissions.device IS '手机';
COMMENT ON COLUMN collection.submissions.digest IS '表单摘要，同一标识只许同一内容';
COMMENT ON COLUMN collection.submissions.particulars IS '表单';
COMMENT ON COLUMN collection.submissions.said_at IS '填报时刻，已按时差改正';
COMMENT ON COLUMN collection.submissions.arrived_at IS '到达时刻，考核以此为准';
COMMENT ON COLUMN collection.submissions.clock_skew IS '手机时钟快多少秒';
COMMENT ON COLUMN collection.submissions.wait_until IS '最迟等照片到此刻';
COMMENT ON COLUMN collection.submissions.state IS '等照片、已办理、被拒绝';
COMMENT ON COLUMN collection.submissions.number IS '办理后的案件编号';
COMMENT ON COLUMN collection.submissions.overdue IS '办理时已超时';
COMMENT ON COLUMN collection.submissions.refusal IS '被拒绝的原因';
COMMENT ON COLUMN collection.submissions.done_at IS '办理或拒绝的时刻';
SELECT tenancy.guard('collection.submissions', 'SELECT, INSERT, UPDATE');

CREATE INDEX submissions_post ON collection.submissions (platform, post, arrived_at);
CREATE INDEX submissions_waiting ON collection.submissions (platform, wait_until) WHERE state = 'WAITING';
CREATE INDEX submissions_number ON collection.submissions (platform, number) WHERE number IS NOT NULL;

CREATE TABLE collection.submission_media (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  submission uuid NOT NULL,
  hash       text NOT NULL,
  kind       text NOT NULL,
  view       text,
  size       bigint NOT NULL,
  taken_at   timestamptz,
  longitude  double precision,
  latitude   double precision,
  PRIMARY KEY (platform, submission, hash),
  FOREIGN KEY (platform, submission) REFERENCES collection.submissions (platform, id)
);
COMMENT ON TABLE  collection.submission_media IS '报送的影音：表单里说明、随后到达的照片和录音';
COMMENT ON COLUMN collection.submission_media.platform IS '平台';
COMMENT ON COLUMN collection.submission_media.submission IS '报送';
COMMENT ON COLUMN collection.submission_media.hash IS '内容的 SHA-256';
COMMENT ON COLUMN collection.submission_media.kind IS '照片用途：处置前、处置后、核实、核查';
COMMENT ON COLUMN collection.submission_media.view IS '近景、远景、参照物或录音';
COMMENT ON COLUMN collection.submission_media.size IS '字节数';
COMMENT ON COLUMN collection.submission_media.taken_at IS '手机说的拍摄时刻，已按时差改正';
COMMENT ON COLUMN collection.submission_media.longitude IS '拍摄经度（度）';
COMMENT ON COLUMN collection.submission_media.latitude IS '拍摄纬度（度）';
SELECT tenancy.guard('collection.submission_media', 'SELECT, INSERT');

CREATE INDEX submission_media_hash ON collection.submission_media (platform, hash);

CREATE TABLE collection.doubts (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  submission uuid NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('SAME_PHOTO', 'OLD_PHOTO', 'FAR_FROM_TRACK', 'PHOTO_ELSEWHERE', 'WRONG_CLOCK', 'POOR_FIX')),
  post       text NOT NULL,
  number     text,
  zh         text NOT NULL,
  en         text NOT NULL,
  made_at    timestamptz NOT NULL,
  PRIMARY KEY (platform, submission, kind),
  FOREIGN KEY (platform, submission) REFERENCES collection.submissions (platform, id)
);
COMMENT ON TABLE  collection.doubts IS '诚信存疑：系统比对照片、时间、位置和轨迹后加的标记，供监督中心核实';
COMMENT ON COLUMN collection.doubts.platform IS '平台';
COMMENT ON COLUMN collection.doubts.submission IS '报送';
COMMENT ON COLUMN collection.doubts.kind IS '种类';
COMMENT ON COLUMN collection.doubts.post IS '采集员岗位';
COMMENT ON COLUMN collection.doubts.number IS '案件编号';
COMMENT ON COLUMN collection.doubts.zh IS '中文说明';
COMMENT ON COLUMN collection.doubts.en IS '英文说明';
COMMENT ON COLUMN collection.doubts.made_at IS '标记时刻';
SELECT tenancy.guard('collection.doubts', 'SELECT, INSERT');

CREATE INDEX doubts_time ON collection.doubts (platform, made_at);

CREATE TABLE collection.phones (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  device     text NOT NULL,
  account    uuid NOT NULL,
  post       text NOT NULL,
  version    text NOT NULL,
  seen_at    timestamptz NOT NULL,
  clock_skew int NOT NULL,
  waiting    int NOT NULL,
  locked_at  timestamptz,
  wipe_at    timestamptz,
  wiped_at   timestamptz,
  PRIMARY KEY (platform, device)
);
COMMENT ON TABLE  collection.phones IS '城管通手机：最后一次联系，以及中心要它锁定或清除';
COMMENT ON COLUMN collection.phones.platform IS '平台';
COMMENT ON COLUMN collection.phones.device IS '手机标识，程序首次运行时生成';
COMMENT ON COLUMN collection.phones.account IS '最后使用的账号';
COMMENT ON COLUMN collection.phones.post IS '最后使用的岗位';
COMMENT ON COLUMN collection.phones.version IS '程序版本';
COMMENT ON COLUMN collection.phones.seen_at IS '最后联系（墙上时钟）';
COMMENT ON COLUMN collection.phones.clock_skew IS '手机时钟快多少秒';
COMMENT ON COLUMN collection.phones.waiting IS '手机上待发的件数';
COMMENT ON COLUMN collection.phones.locked_at IS '要求锁定的时刻';
COMMENT ON COLUMN collection.phones.wipe_at IS '要求清除的时刻';
COMMENT ON COLUMN collection.phones.wiped_at IS '手机回报已清除的时刻';
SELECT tenancy.guard('collection.phones', 'SELECT, INSERT, UPDATE');

CREATE TABLE collection.spot_checks (
  platform       text NOT NULL REFERENCES tenancy.platforms (id),
  id             uuid NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('RANDOM', 'CROSS')),
  number         text NOT NULL,
  checked_person uuid NOT NULL,
  checked_post   text NOT NULL,
  post           text NOT NULL,
  ordered_by     text NOT NULL,
  ordered_at     timestamptz NOT NULL,
  person         uuid,
  answered_at    timestamptz,
  agrees         boolean,
  words          text,
  photo          text,
  longitude      double precision,
  latitude       double precision,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, post) REFERENCES organization.posts (platform, id),
  CONSTRAINT nobody_checks_himself CHECK (person IS NULL OR person <> checked_person),
  CONSTRAINT not_the_same_post CHECK (post <> checked_post),
  CHECK ((answered_at IS NULL) = (agrees IS NULL))
);
COMMENT ON TABLE  collection.spot_checks IS '抽查：监督中心抽取一件，派另一采集员复核；自己的发现不由自己复核';
COMMENT ON COLUMN collection.spot_checks.platform IS '平台';
COMMENT ON COLUMN collection.spot_checks.id IS '抽查标识';
COMMENT ON COLUMN collection.spot_checks.kind IS '随机或跨区';
COMMENT ON COLUMN collection.spot_checks.number IS '被抽查的案件';
COMMENT ON COLUMN collection.spot_checks.checked_person IS '被抽查者';
COMMENT ON COLUMN collection.spot_checks.checked_post IS '被抽查的岗位';
COMMENT ON COLUMN collection.spot_checks.post IS '复核的采集员岗位';
COMMENT ON COLUMN collection.spot_checks.ordered_by IS '安排的岗位';
COMMENT ON COLUMN collection.spot_checks.ordered_at IS '安排时刻';
COMMENT ON COLUMN collection.spot_checks.person IS '复核人';
COMMENT ON COLUMN collection.spot_checks.answered_at IS '答复时刻';
COMMENT ON COLUMN collection.spot_checks.agrees IS '与原来相符';
COMMENT ON COLUMN collection.spot_checks.words IS '说明';
COMMENT ON COLUMN collection.spot_checks.photo IS '复核照片';
COMMENT ON COLUMN collection.spot_checks.longitude IS '复核经度（度）';
COMMENT ON COLUMN collection.spot_checks.latitude IS '复核纬度（度）';
SELECT tenancy.guard('collection.spot_checks', 'SELECT, INSERT, UPDATE');

CREATE INDEX spot_checks_post ON collection.spot_checks (platform, post, ordered_at);
