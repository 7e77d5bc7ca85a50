CREATE SCHEMA citizen;

CREATE TABLE citizen.settings (
  platform        text    PRIMARY KEY REFERENCES tenancy.platforms (id),
  open            boolean NOT NULL DEFAULT true,
  fallback_class  text    NOT NULL DEFAULT 'event-0102',
  offered_classes text[]  NOT NULL DEFAULT '{}',
  per_phone_day   integer NOT NULL DEFAULT 5   CHECK (per_phone_day BETWEEN 1 AND 1000),
  per_address_hour integer NOT NULL DEFAULT 20 CHECK (per_address_hour BETWEEN 1 AND 100000),
  mask_after_days integer NOT NULL DEFAULT 180 CHECK (mask_after_days BETWEEN 1 AND 3650),
  reward_points   integer NOT NULL DEFAULT 10  CHECK (reward_points BETWEEN 0 AND 10000),
  center_phone    text    NOT NULL DEFAULT '12319',
  secret          bytea   NOT NULL CHECK (octet_length(secret) = 32)
);
COMMENT ON TABLE  citizen.settings                  IS '公众上报的设置';
COMMENT ON COLUMN citizen.settings.platform         IS '平台标识';
COMMENT ON COLUMN citizen.settings.open             IS '是否开放公众上报';
COMMENT ON COLUMN citizen.settings.fallback_class   IS '市民未选类别、文字也看不出时用的小类，由受理员更正';
COMMENT ON COLUMN citizen.settings.offered_classes  IS '首页列出的常见小类；空则由系统从规范中取';
COMMENT ON COLUMN citizen.settings.per_phone_day    IS '同一手机号每日最多上报件数';
COMMENT ON COLUMN citizen.settings.per_address_hour IS '同一网络地址每小时最多上报件数，也是查询码试错的上限';
COMMENT ON COLUMN citizen.settings.mask_after_days  IS '上报多少天后抹去姓名和电话';
COMMENT ON COLUMN citizen.settings.reward_points    IS '首报属实并立案的奖励积分，0 为不奖励';
COMMENT ON COLUMN citizen.settings.center_phone     IS '页面上给市民拨打的电话';
COMMENT ON COLUMN citizen.settings.secret           IS '推算查询码和电话摘要的密钥，不出本库';
SELECT tenancy.guard('citizen.settings');

CREATE TABLE citizen.reports (
  platform     text        NOT NULL REFERENCES tenancy.platforms (id),
  id           uuid        NOT NULL,
  digest       text        NOT NULL,
  case_id      uuid        NOT NULL,
  number       text        NOT NULL,
  client       text        NOT NULL,
  name         text,
  phone        text,
  phone_digest text,
  wants_reply  boolean     NOT NULL,
  confirmed    text        CHECK (confirmed IN ('CODE', 'CALL')),
  confirmed_at timestamptz,
  made_at      timestamptz NOT NULL,
  masked_at    timestamptz,
  grade        integer     CHECK (grade BETWEEN 1 AND 5),
  solved       boolean,
  words        text,
  graded_at    timestamptz,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, number)
);
CREATE INDEX reports_case   ON citizen.reports (platform, case_id);
CREATE INDEX reports_newest ON citizen.reports (platform, made_at, id);
CREATE INDEX reports_client ON citizen.reports (platform, client, made_at);
COMMENT ON TABLE  citizen.reports              IS '公众上报：一次上报对应一个案件；举报人身份只在这里，不进案卷';
COMMENT ON COLUMN citizen.reports.platform     IS '平台标识';
COMMENT ON COLUMN citizen.reports.id           IS '上报标识，由手机生成，重发时相同';
COMMENT ON COLUMN citizen.reports.digest       IS '上报内容的摘要，用来辨认重发';
COMMENT ON COLUMN citizen.reports.case_id      IS '所立案件';
COMMENT ON COLUMN citizen.reports.number       IS '案件编号，市民凭它查询';
COMMENT ON COLUMN citizen.reports.client       IS '来自哪里：page 为本系统页面，其余为 Open311 客户端标识';
COMMENT ON COLUMN citizen.reports.name         IS '举报人姓名，到期抹去';
COMMENT ON COLUMN citizen.reports.phone        IS '举报人电话，到期抹去；每次查看记入日志';
COMMENT ON COLUMN citizen.reports.phone_digest IS '电话的带密钥摘要，抹去后仍可归集积分';
COMMENT ON COLUMN citizen.reports.wants_reply  IS '是否希望答复';
COMMENT ON COLUMN citizen.reports.confirmed    IS '电话如何确认：验证码或受理员回拨；空为未确认';
COMMENT ON COLUMN citizen.reports.confirmed_at IS '电话确认的时刻';
COMMENT ON COLUMN citizen.reports.made_at      IS '收到的时刻（平台时间）';
COMMENT ON COLUMN citizen.reports.masked_at    IS '抹去身份的时刻';
COMMENT ON COLUMN citizen.reports.grade        IS '满意度，1 到 5';
COMMENT ON COLUMN citizen.reports.solved       IS '市民认为是否解决';
COMMENT ON COLUMN citizen.reports.words        IS '市民评价的话';
COMMENT ON COLUMN citizen.reports.graded_at    IS '评价的时刻';
SELECT tenancy.guard('citizen.reports', 'SELECT, INSERT, UPDATE');

CREATE TABLE citizen.rewards (
  platform     text        NOT NULL REFERENCES tenancy.platforms (id),
  id           uuid        NOT NULL,
  phone_digest text        NOT NULL,
  case_id      uuid,
  points       integer     NOT NULL CHECK (points <> 0),
  reason       text        NOT NULL,
  person       uuid,
  at           timestamptz NOT NULL,
  PRIMARY KEY (platform, id)
);
CREATE UNIQUE INDEX rewards_once ON citizen.rewards (platform, case_id) WHERE case_id IS NOT NULL;
CREATE INDEX rewards_phone ON citizen.rewards (platform, phone_digest, at);
COMMENT ON TABLE  citizen.rewards              IS '积分台账：一案只奖首报，兑换为负，只增不改';
COMMENT ON COLUMN citizen.rewards.platform     IS '平台标识';
COMMENT ON COLUMN citizen.rewards.id           IS '台账行标识';
COMMENT ON COLUMN citizen.rewards.phone_digest IS '电话的带密钥摘要';
COMMENT ON COLUMN citizen.rewards.case_id      IS '因哪个案件得到；兑换时为空';
COMMENT ON COLUMN citizen.rewards.points       IS '积分，兑换为负';
COMMENT ON COLUMN citizen.rewards.reason       IS '事由';
COMMENT ON COLUMN citizen.rewards.person       IS '经办人；自动记入时为空';
COMMENT ON COLUMN citizen.rewards.at           IS '记入的时刻';
SELECT tenancy.guard_append_only('citizen.rewards');

CREATE TABLE citizen.uses (
  platform text    NOT NULL REFERENCES tenancy.platforms (id),
  who      text    NOT NULL,
  span     text    NOT NULL,
  times    integer NOT NULL CHECK (times > 0),
  PRIMARY KEY (platform, who, span)
);
COMMENT ON TABLE  citizen.uses          IS '使用次数：按电话和网络地址的摘要计数，防止滥用，过期清除';
COMMENT ON COLUMN citizen.uses.platform IS '平台标识';
COMMENT ON COLUMN citizen.uses.who      IS '做什么和由谁：动作词加摘要';
COMMENT ON COLUMN citizen.uses.span     IS '哪一小时或哪一天';
COMMENT ON COLUMN citizen.uses.times    IS '次数';
SELECT tenancy.guard('citizen.uses');

CREATE TABLE citizen.codes (
  platform     text        NOT NULL REFERENCES tenancy.platforms (id),
  phone_digest text        NOT NULL,
  code_digest  text        NOT NULL,
  sent_at      timestamptz NOT NULL,
  tries        integer     NOT NULL DEFAULT 0,
  PRIMARY KEY (platform, phone_digest)
);
COMMENT ON TABLE  citizen.codes              IS '短信验证码：只存摘要，十分钟有效，试错五次作废';
COMMENT ON COLUMN citizen.codes.platform     IS '平台标识';
COMMENT ON COLUMN citizen.codes.phone_digest IS '电话的带密钥摘要';
COMMENT ON COLUMN citizen.codes.code_digest  IS '验证码的带密钥摘要';
COMMENT ON COLUMN citizen.codes.sent_at      IS '发出的时刻（墙上时钟）';
COMMENT ON COLUMN citizen.codes.tries        IS '已试次数';
SELECT tenancy.guard('citizen.codes');

CREATE TABLE citizen.clients (
  platform   text        NOT NULL REFERENCES tenancy.platforms (id),
  id         text        NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name       text        NOT NULL CHECK (name <> ''),
  source     text        NOT NULL CHECK (source IN ('WEB', 'APP', 'HOTLINE', 'MEDIA', 'VIDEO', 'SENSOR', 'DEPARTMENT')),
  key_digest text        NOT NULL,
  issued_at  timestamptz NOT NULL,
  revoked_at timestamptz,
  PRIMARY KEY (platform, id)
);
CREATE UNIQUE INDEX clients_key ON citizen.clients (platform, key_digest);
COMMENT ON TABLE  citizen.clients            IS 'Open311 客户端：其他系统凭密钥上报';
COMMENT ON COLUMN citizen.clients.platform   IS '平台标识';
COMMENT ON COLUMN citizen.clients.id         IS '客户端标识';
COMMENT ON COLUMN citizen.clients.name       IS '名称';
COMMENT ON COLUMN citizen.clients.source     IS '其上报记为哪种问题来源';
COMMENT ON COLUMN citizen.clients.key_digest IS '密钥的摘要；密钥只在发放时显示一次';
COMMENT ON COLUMN citizen.clients.issued_at  IS '发放的时刻';
COMMENT ON COLUMN citizen.clients.revoked_at IS '作废的时刻';
SELECT tenancy.guard('citizen.clients', 'SELECT, INSERT, UPDATE');
