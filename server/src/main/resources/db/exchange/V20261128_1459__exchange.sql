CREATE SCHEMA exchange;
GRANT USAGE ON SCHEMA exchange TO ${app};

-- A key pair of the platform; the newest one signs, the older ones are kept for what they signed.
CREATE TABLE exchange.keys (
  platform    text        NOT NULL,
  id          uuid        NOT NULL,
  algorithm   text        NOT NULL CHECK (algorithm IN ('Ed25519', 'SM2')),
  public_key  text        NOT NULL,
  private_key text        NOT NULL,
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard_append_only('exchange.keys');
COMMENT ON TABLE  exchange.keys             IS '签名密钥：本平台的密钥对，最新的用于签名';
COMMENT ON COLUMN exchange.keys.platform    IS '平台';
COMMENT ON COLUMN exchange.keys.id          IS '密钥标识';
COMMENT ON COLUMN exchange.keys.algorithm   IS '算法：Ed25519 或国密 SM2（摘要 SM3）';
COMMENT ON COLUMN exchange.keys.public_key  IS '公钥，X.509 编码的 Base64';
COMMENT ON COLUMN exchange.keys.private_key IS '私钥，PKCS#8 编码的 Base64，只在本平台使用';
COMMENT ON COLUMN exchange.keys.made_at     IS '生成时刻';

CREATE TABLE exchange.partners (
  platform      text        NOT NULL,
  partner       text        NOT NULL,
  name_zh       text        NOT NULL,
  name_en       text        NOT NULL,
  region        text        NOT NULL,
  standing      text        NOT NULL CHECK (standing IN ('ABOVE', 'BELOW')),
  address       text        NOT NULL,
  algorithm     text        NOT NULL CHECK (algorithm IN ('Ed25519', 'SM2')),
  public_key    text        NOT NULL,
  unit          text,
  done_after    text        NOT NULL DEFAULT 'FEEDBACK' CHECK (done_after IN ('FEEDBACK', 'CHECK')),
  accepts_check boolean     NOT NULL DEFAULT false,
  state         text        NOT NULL CHECK (state IN ('JOINED', 'REVOKED')),
  joined_at     timestamptz NOT NULL,
  revoked_at    timestamptz,
  next_sequence bigint      NOT NULL DEFAULT 1,
  received      bigint      NOT NULL DEFAULT 0,
  contiguous    bigint      NOT NULL DEFAULT 0,
  confirmed     bigint      NOT NULL DEFAULT 0,
  failures      int         NOT NULL DEFAULT 0,
  next_try_at   timestamptz NOT NULL,
  line          text        NOT NULL DEFAULT 'OPEN' CHECK (line IN ('OPEN', 'CUT')),
  trouble       text,
  heard_at      timestamptz,
  skew_seconds  int,
  restored_at   timestamptz,
  PRIMARY KEY (platform, partner)
);
SELECT tenancy.guard('exchange.partners');
COMMENT ON TABLE  exchange.partners               IS '协同平台：与本平台交换信件的上级或下级平台';
COMMENT ON COLUMN exchange.partners.platform      IS '平台';
COMMENT ON COLUMN exchange.partners.partner       IS '对方平台标识';
COMMENT ON COLUMN exchange.partners.name_zh       IS '对方中文名称';
COMMENT ON COLUMN exchange.partners.name_en       IS '对方英文名称';
COMMENT ON COLUMN exchange.partners.region        IS '对方行政区划代码';
COMMENT ON COLUMN exchange.partners.standing      IS '对方是上级或下级';
COMMENT ON COLUMN exchange.partners.address       IS '对方地址；loopback 为同一服务器上的托管平台';
COMMENT ON COLUMN exchange.partners.algorithm     IS '对方的签名算法';
COMMENT ON COLUMN exchange.partners.public_key    IS '对方的公钥';
COMMENT ON COLUMN exchange.partners.unit          IS '代表对方的责任单位（协同平台岗位所在）';
COMMENT ON COLUMN exchange.partners.done_after    IS '何时向上级报完成：反馈后，或本级核查后';
COMMENT ON COLUMN exchange.partners.accepts_check IS '是否认可对方的核查';
COMMENT ON COLUMN exchange.partners.state         IS '已接入或已吊销';
COMMENT ON COLUMN exchange.partners.joined_at     IS '接入时刻';
COMMENT ON COLUMN exchange.partners.revoked_at    IS '吊销时刻';
COMMENT ON COLUMN exchange.partners.next_sequence IS '下一封发出信件的流水号';
COMMENT ON COLUMN exchange.partners.received      IS '已收到的最大流水号';
COMMENT ON COLUMN exchange.partners.contiguous    IS '此号及以前的来信已无缺号';
COMMENT ON COLUMN exchange.partners.confirmed     IS '对方确认收到的最大流水号';
COMMENT ON COLUMN exchange.partners.failures      IS '线路连续失败次数';
COMMENT ON COLUMN exchange.partners.next_try_at   IS '下次尝试发送的时刻';
COMMENT ON COLUMN exchange.partners.line          IS '线路：接通或人为断开';
COMMENT ON COLUMN exchange.partners.trouble       IS '最近一次失败的原因';
COMMENT ON COLUMN exchange.partners.heard_at      IS '最近一次收到对方信件的时刻';
COMMENT ON COLUMN exchange.partners.skew_seconds  IS '对方时钟快于本机的秒数';
COMMENT ON COLUMN exchange.partners.restored_at   IS '最近一次发现某一方流水号倒退（恢复备份）的时刻';

CREATE TABLE exchange.invitations (
  platform   text        NOT NULL,
  digest     text        NOT NULL,
  partner    text        NOT NULL,
  unit       text,
  made_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (platform, digest)
);
SELECT tenancy.guard('exchange.invitations');
COMMENT ON TABLE  exchange.invitations            IS '接入邀请：一次性接入码的摘要';
COMMENT ON COLUMN exchange.invitations.platform   IS '平台';
COMMENT ON COLUMN exchange.invitations.digest     IS '接入码的 SHA-256';
COMMENT ON COLUMN exchange.invitations.partner    IS '被邀请平台的标识';
COMMENT ON COLUMN exchange.invitations.unit       IS '代表对方的责任单位';
COMMENT ON COLUMN exchange.invitations.made_at    IS '生成时刻';
COMMENT ON COLUMN exchange.invitations.expires_at IS '失效时刻';
COMMENT ON COLUMN exchange.invitations.used_at    IS '使用时刻';

CREATE TABLE exchange.outbox (
  platform    text        NOT NULL,
  id          uuid        NOT NULL,
  nr          bigint      GENERATED ALWAYS AS IDENTITY,
  partner     text        NOT NULL,
  kind        text        NOT NULL,
  case_key    text,
  answers     uuid,
  content     text        NOT NULL,
  written_at  timestamptz NOT NULL,
  sequence    bigint,
  after       uuid,
  bytes       bytea,
  signature   bytea,
  state       text        NOT NULL CHECK (state IN ('WAITING', 'RECEIVED', 'PARKED')),
  tries       int         NOT NULL DEFAULT 0,
  next_try_at timestamptz,
  trouble     text,
  received_at timestamptz,
  answer      text        CHECK (answer IN ('ACCEPTED', 'REFUSED')),
  answer_code text,
  answer_text text,
  answered_at timestamptz,
  PRIMARY KEY (platform, id)
);
CREATE INDEX outbox_new    ON exchange.outbox (platform, partner, nr) WHERE sequence IS NULL;
CREATE INDEX outbox_line   ON exchange.outbox (platform, partner, sequence) WHERE state <> 'RECEIVED';
CREATE INDEX outbox_held   ON exchange.outbox (platform, partner, case_key) WHERE state <> 'RECEIVED' AND (state = 'PARKED' OR next_try_at IS NOT NULL);
CREATE INDEX outbox_number ON exchange.outbox (platform, partner, sequence);
CREATE INDEX outbox_chain  ON exchange.outbox (platform, partner, case_key, nr);
CREATE INDEX outbox_case   ON exchange.outbox (platform, case_key, nr);
SELECT tenancy.guard('exchange.outbox');
COMMENT ON TABLE  exchange.outbox             IS '发件箱：与办理写在同一事务里的信件，收到回执前不删';
COMMENT ON COLUMN exchange.outbox.platform    IS '平台';
COMMENT ON COLUMN exchange.outbox.id          IS '信件标识';
COMMENT ON COLUMN exchange.outbox.nr          IS '写信的先后';
COMMENT ON COLUMN exchange.outbox.partner     IS '收信平台';
COMMENT ON COLUMN exchange.outbox.content     IS '正文和双方案件编号，封签前的内容';
COMMENT ON COLUMN exchange.outbox.sequence    IS '对该平台的流水号，封签时给出';
COMMENT ON COLUMN exchange.outbox.kind        IS '信件种类';
COMMENT ON COLUMN exchange.outbox.case_key    IS '所属案件：本平台的案件编号';
COMMENT ON COLUMN exchange.outbox.after       IS '同一案件的上一封信';
COMMENT ON COLUMN exchange.outbox.answers     IS '所答复的来信';
COMMENT ON COLUMN exchange.outbox.bytes       IS '信件原文字节';
COMMENT ON COLUMN exchange.outbox.signature   IS '对原文字节的签名';
COMMENT ON COLUMN exchange.outbox.written_at  IS '写信时刻';
COMMENT ON COLUMN exchange.outbox.state       IS '待发、对方已收、搁置';
COMMENT ON COLUMN exchange.outbox.tries       IS '被对方拒收的次数';
COMMENT ON COLUMN exchange.outbox.next_try_at IS '拒收后下次再发的时刻';
COMMENT ON COLUMN exchange.outbox.trouble     IS '拒收或搁置的原因';
COMMENT ON COLUMN exchange.outbox.received_at IS '技术回执时刻';
COMMENT ON COLUMN exchange.outbox.answer      IS '业务答复：接受或不接受';
COMMENT ON COLUMN exchange.outbox.answer_code IS '业务答复代码';
COMMENT ON COLUMN exchange.outbox.answer_text IS '业务答复说明';
COMMENT ON COLUMN exchange.outbox.answered_at IS '业务答复时刻';

CREATE TABLE exchange.inbox (
  platform    text        NOT NULL,
  partner     text        NOT NULL,
  id          uuid        NOT NULL,
  sequence    bigint      NOT NULL,
  kind        text        NOT NULL,
  case_key    text,
  after       uuid,
  bytes       bytea       NOT NULL,
  signature   bytea       NOT NULL,
  received_at timestamptz NOT NULL,
  state       text        NOT NULL CHECK (state IN ('WAITING', 'DONE', 'REFUSED', 'PERSON')),
  reason_code text,
  reason      text,
  settled_at  timestamptz,
  settled_by  text,
  PRIMARY KEY (platform, partner, id)
);
CREATE INDEX inbox_waiting  ON exchange.inbox (platform, partner, sequence) WHERE state = 'WAITING';
CREATE INDEX inbox_person   ON exchange.inbox (platform, partner, sequence) WHERE state = 'PERSON';
CREATE INDEX inbox_sequence ON exchange.inbox (platform, partner, sequence);
CREATE INDEX inbox_case     ON exchange.inbox (platform, partner, case_key, sequence);
SELECT tenancy.guard('exchange.inbox');
COMMENT ON TABLE  exchange.inbox             IS '收件箱：先存后答，按信件标识去重';
COMMENT ON COLUMN exchange.inbox.platform    IS '平台';
COMMENT ON COLUMN exchange.inbox.partner     IS '发信平台';
COMMENT ON COLUMN exchange.inbox.id          IS '信件标识';
COMMENT ON COLUMN exchange.inbox.sequence    IS '对方的流水号';
COMMENT ON COLUMN exchange.inbox.kind        IS '信件种类';
COMMENT ON COLUMN exchange.inbox.case_key    IS '所属案件：对方的案件编号';
COMMENT ON COLUMN exchange.inbox.after       IS '同一案件的上一封信';
COMMENT ON COLUMN exchange.inbox.bytes       IS '信件原文字节';
COMMENT ON COLUMN exchange.inbox.signature   IS '对原文字节的签名';
COMMENT ON COLUMN exchange.inbox.received_at IS '收到时刻';
COMMENT ON COLUMN exchange.inbox.state       IS '待办、已办、不接受、等人处理';
COMMENT ON COLUMN exchange.inbox.reason_code IS '不接受或等人处理的代码';
COMMENT ON COLUMN exchange.inbox.reason      IS '不接受或等人处理的原因';
COMMENT ON COLUMN exchange.inbox.settled_at  IS '办结时刻';
COMMENT ON COLUMN exchange.inbox.settled_by  IS '人工处理者的岗位';

CREATE TABLE exchange.media_due (
  platform    text        NOT NULL,
  partner     text        NOT NULL,
  hash        text        NOT NULL,
  tries       int         NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  trouble     text,
  PRIMARY KEY (platform, partner, hash)
);
SELECT tenancy.guard('exchange.media_due');
COMMENT ON TABLE  exchange.media_due             IS '待送影音：对方尚缺、须由本平台送去的影音';
COMMENT ON COLUMN exchange.media_due.platform    IS '平台';
COMMENT ON COLUMN exchange.media_due.partner     IS '收件平台';
COMMENT ON COLUMN exchange.media_due.hash        IS '影音摘要 SHA-256';
COMMENT ON COLUMN exchange.media_due.tries       IS '已试次数';
COMMENT ON COLUMN exchange.media_due.next_try_at IS '下次再送的时刻';
COMMENT ON COLUMN exchange.media_due.trouble     IS '最近一次失败的原因';

CREATE TABLE exchange.linked_cases (
  platform     text        NOT NULL,
  partner      text        NOT NULL,
  ours         text        NOT NULL,
  theirs       text,
  part         text        NOT NULL CHECK (part IN ('GIVER', 'TAKER')),
  round        int         NOT NULL,
  stage        text,
  act          text,
  active       boolean     NOT NULL,
  due          timestamptz,
  wish         text,
  granted      text        NOT NULL DEFAULT '',
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (platform, partner, ours)
);
CREATE INDEX linked_ours ON exchange.linked_cases (platform, ours);
CREATE UNIQUE INDEX linked_theirs ON exchange.linked_cases (platform, partner, theirs) WHERE theirs IS NOT NULL;
SELECT tenancy.guard('exchange.linked_cases');
COMMENT ON TABLE  exchange.linked_cases            IS '两级案件对照：双方编号、轮次和交办方的时限';
COMMENT ON COLUMN exchange.linked_cases.platform   IS '平台';
COMMENT ON COLUMN exchange.linked_cases.partner    IS '对方平台';
COMMENT ON COLUMN exchange.linked_cases.ours       IS '本平台案件编号';
COMMENT ON COLUMN exchange.linked_cases.theirs     IS '对方案件编号';
COMMENT ON COLUMN exchange.linked_cases.part       IS '本平台是交办方或承办方';
COMMENT ON COLUMN exchange.linked_cases.round      IS '交办轮次';
COMMENT ON COLUMN exchange.linked_cases.stage      IS '对方案件所在环节';
COMMENT ON COLUMN exchange.linked_cases.act        IS '对方最近一次办理';
COMMENT ON COLUMN exchange.linked_cases.active     IS '交办关系是否有效';
COMMENT ON COLUMN exchange.linked_cases.due        IS '交办方给定的截止时刻';
COMMENT ON COLUMN exchange.linked_cases.wish       IS '正在请示交办方的事项';
COMMENT ON COLUMN exchange.linked_cases.granted    IS '交办方已同意的事项，空格分隔';
COMMENT ON COLUMN exchange.linked_cases.changed_at IS '最近变动时刻';

CREATE TABLE exchange.copies (
  platform    text        NOT NULL,
  partner     text        NOT NULL,
  number      text        NOT NULL,
  stage       text        NOT NULL,
  act         text        NOT NULL,
  round       int         NOT NULL,
  class       text        NOT NULL,
  address     text        NOT NULL,
  longitude   double precision NOT NULL,
  latitude    double precision NOT NULL,
  description text        NOT NULL,
  unit        text,
  due         timestamptz,
  begun_at    timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  more        text        NOT NULL,
  PRIMARY KEY (platform, partner, number)
);
CREATE INDEX copies_by_time ON exchange.copies (platform, changed_at);
SELECT tenancy.guard('exchange.copies');
COMMENT ON TABLE  exchange.copies             IS '下级自办案件副本：供上级监督和统计，只读';
COMMENT ON COLUMN exchange.copies.platform    IS '平台';
COMMENT ON COLUMN exchange.copies.partner     IS '办理案件的下级平台';
COMMENT ON COLUMN exchange.copies.number      IS '下级案件编号';
COMMENT ON COLUMN exchange.copies.stage       IS '环节';
COMMENT ON COLUMN exchange.copies.act         IS '最近一次办理';
COMMENT ON COLUMN exchange.copies.round       IS '处置轮次';
COMMENT ON COLUMN exchange.copies.class       IS '小类';
COMMENT ON COLUMN exchange.copies.address     IS '地点描述';
COMMENT ON COLUMN exchange.copies.longitude   IS '经度 CGCS2000';
COMMENT ON COLUMN exchange.copies.latitude    IS '纬度 CGCS2000';
COMMENT ON COLUMN exchange.copies.description IS '问题描述';
COMMENT ON COLUMN exchange.copies.unit        IS '责任单位名称';
COMMENT ON COLUMN exchange.copies.due         IS '处置截止时刻';
COMMENT ON COLUMN exchange.copies.begun_at    IS '立卷时刻';
COMMENT ON COLUMN exchange.copies.changed_at  IS '最近变动时刻';
COMMENT ON COLUMN exchange.copies.more        IS '来信正文，未认识的栏目原样保留';

CREATE TABLE exchange.publications (
  platform    text        NOT NULL,
  partner     text        NOT NULL,
  subject     text        NOT NULL,
  version     text        NOT NULL,
  letter      uuid        NOT NULL,
  body        text        NOT NULL,
  received_at timestamptz NOT NULL,
  taken_at    timestamptz,
  taken_by    text,
  PRIMARY KEY (platform, partner, subject, version)
);
SELECT tenancy.guard('exchange.publications');
COMMENT ON TABLE  exchange.publications             IS '对方发布的版本：分类规范、流程、日历、网格、部件、地点、评价结果等';
COMMENT ON COLUMN exchange.publications.platform    IS '平台';
COMMENT ON COLUMN exchange.publications.partner     IS '发布的平台';
COMMENT ON COLUMN exchange.publications.subject     IS '发布内容';
COMMENT ON COLUMN exchange.publications.version     IS '版本';
COMMENT ON COLUMN exchange.publications.letter      IS '来信标识';
COMMENT ON COLUMN exchange.publications.body        IS '内容';
COMMENT ON COLUMN exchange.publications.received_at IS '收到时刻';
COMMENT ON COLUMN exchange.publications.taken_at    IS '采用时刻';
COMMENT ON COLUMN exchange.publications.taken_by    IS '采用者的岗位';

CREATE TABLE exchange.rules (
  platform   text        NOT NULL,
  partner    text        NOT NULL,
  kind       text        NOT NULL,
  sends      boolean     NOT NULL,
  takes      boolean     NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text        NOT NULL,
  PRIMARY KEY (platform, partner, kind)
);
SELECT tenancy.guard('exchange.rules');
COMMENT ON TABLE  exchange.rules            IS '交换规则：哪种信件发给谁、收谁的；没有一行的按默认（收发）';
COMMENT ON COLUMN exchange.rules.platform   IS '平台';
COMMENT ON COLUMN exchange.rules.partner    IS '对方平台';
COMMENT ON COLUMN exchange.rules.kind       IS '信件种类';
COMMENT ON COLUMN exchange.rules.sends      IS '是否发送';
COMMENT ON COLUMN exchange.rules.takes      IS '是否接收';
COMMENT ON COLUMN exchange.rules.changed_at IS '设置时刻';
COMMENT ON COLUMN exchange.rules.changed_by IS '设置者的岗位';

CREATE TABLE exchange.codes (
  platform   text NOT NULL,
  partner    text NOT NULL,
  list       text NOT NULL CHECK (list IN ('class', 'unit', 'source')),
  theirs     text NOT NULL,
  ours       text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date,
  PRIMARY KEY (platform, partner, list, theirs, valid_from),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
SELECT tenancy.guard('exchange.codes');
COMMENT ON TABLE  exchange.codes            IS '编码对照：对方的编码在本平台是什么，带有效期';
COMMENT ON COLUMN exchange.codes.platform   IS '平台';
COMMENT ON COLUMN exchange.codes.partner    IS '对方平台';
COMMENT ON COLUMN exchange.codes.list       IS '编码表：小类、单位、来源';
COMMENT ON COLUMN exchange.codes.theirs     IS '对方编码';
COMMENT ON COLUMN exchange.codes.ours       IS '本平台编码';
COMMENT ON COLUMN exchange.codes.valid_from IS '生效日期';
COMMENT ON COLUMN exchange.codes.valid_to   IS '最后有效日期';

CREATE TABLE exchange.areas (
  platform    text        NOT NULL,
  region      text        NOT NULL,
  partner     text        NOT NULL,
  supervision text        NOT NULL CHECK (supervision IN ('OURS', 'THEIRS', 'BOTH')),
  command     text        NOT NULL CHECK (command IN ('OURS', 'THEIRS', 'BOTH')),
  changed_at  timestamptz NOT NULL,
  changed_by  text        NOT NULL,
  PRIMARY KEY (platform, region)
);
SELECT tenancy.guard('exchange.areas');
COMMENT ON TABLE  exchange.areas             IS '分区域运行模式：监督和指挥各由本级、对方或两级承担';
COMMENT ON COLUMN exchange.areas.platform    IS '平台';
COMMENT ON COLUMN exchange.areas.region      IS '区域：行政区划代码或其前几位';
COMMENT ON COLUMN exchange.areas.partner     IS '该区域的协同平台';
COMMENT ON COLUMN exchange.areas.supervision IS '谁监督：本级、对方、两级';
COMMENT ON COLUMN exchange.areas.command     IS '谁指挥：本级、对方、两级';
COMMENT ON COLUMN exchange.areas.changed_at  IS '设置时刻';
COMMENT ON COLUMN exchange.areas.changed_by  IS '设置者的岗位';

CREATE TABLE exchange.reconciliations (
  platform    text        NOT NULL,
  id          uuid        NOT NULL,
  partner     text        NOT NULL,
  asked_at    timestamptz NOT NULL,
  finished_at timestamptz,
  state       text        NOT NULL CHECK (state IN ('ASKED', 'AGREES', 'REPAIRING', 'DIFFERS')),
  ours        bigint      NOT NULL DEFAULT 0,
  theirs      bigint      NOT NULL DEFAULT 0,
  differences text        NOT NULL DEFAULT '[]',
  PRIMARY KEY (platform, id)
);
CREATE INDEX reconciliations_by_time ON exchange.reconciliations (platform, partner, asked_at);
SELECT tenancy.guard('exchange.reconciliations');
COMMENT ON TABLE  exchange.reconciliations             IS '对账：双方清点案件和环节，列出差异并补发';
COMMENT ON COLUMN exchange.reconciliations.platform    IS '平台';
COMMENT ON COLUMN exchange.reconciliations.id          IS '对账标识';
COMMENT ON COLUMN exchange.reconciliations.partner     IS '对方平台';
COMMENT ON COLUMN exchange.reconciliations.asked_at    IS '发起时刻';
COMMENT ON COLUMN exchange.reconciliations.finished_at IS '完成时刻';
COMMENT ON COLUMN exchange.reconciliations.state       IS '已发起、一致、补发中、有差异';
COMMENT ON COLUMN exchange.reconciliations.ours        IS '本平台件数';
COMMENT ON COLUMN exchange.reconciliations.theirs      IS '对方件数';
COMMENT ON COLUMN exchange.reconciliations.differences IS '差异清单';

CREATE TABLE exchange.running_days (
  platform    text        NOT NULL,
  day         date        NOT NULL,
  minutes     int         NOT NULL,
  alarms      int         NOT NULL,
  last_minute timestamptz NOT NULL,
  PRIMARY KEY (platform, day)
);
SELECT tenancy.guard('exchange.running_days');
COMMENT ON TABLE  exchange.running_days             IS '运行日：托管平台每日正常运行的分钟数和告警分钟数，租赁计费的依据';
COMMENT ON COLUMN exchange.running_days.platform    IS '平台';
COMMENT ON COLUMN exchange.running_days.day         IS '北京时间的日期';
COMMENT ON COLUMN exchange.running_days.minutes     IS '能办理业务的分钟数';
COMMENT ON COLUMN exchange.running_days.alarms      IS '线路不通或信件搁置的分钟数';
COMMENT ON COLUMN exchange.running_days.last_minute IS '最近计入的一分钟';
