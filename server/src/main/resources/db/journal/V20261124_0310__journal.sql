CREATE SCHEMA journal;

CREATE TABLE journal.entries (
  platform text        NOT NULL REFERENCES tenancy.platforms (id),
  id       uuid        NOT NULL,
  kind     text        NOT NULL CHECK (kind IN ('SIGN_IN', 'OPERATION', 'DATA_CHANGE', 'EXCHANGE')),
  at       timestamptz NOT NULL,
  account  uuid,
  person   uuid,
  post     text,
  subject  text        NOT NULL,
  action   text        NOT NULL,
  detail   jsonb       NOT NULL,
  address  text,
  PRIMARY KEY (platform, id)
);
CREATE INDEX entries_kind    ON journal.entries (platform, kind, id);
CREATE INDEX entries_account ON journal.entries (platform, account, id);
CREATE INDEX entries_subject ON journal.entries (platform, subject, id);
COMMENT ON TABLE  journal.entries          IS '日志：登录、操作、数据变更、交换；只增不改';
COMMENT ON COLUMN journal.entries.platform IS '平台标识';
COMMENT ON COLUMN journal.entries.id       IS '日志标识，按时间有序（UUIDv7）';
COMMENT ON COLUMN journal.entries.kind     IS '类别：登录、操作、数据变更、交换';
COMMENT ON COLUMN journal.entries.at       IS '发生时刻（墙上时钟）';
COMMENT ON COLUMN journal.entries.account  IS '账号；无人登录时为空';
COMMENT ON COLUMN journal.entries.person   IS '自然人；无人登录时为空';
COMMENT ON COLUMN journal.entries.post     IS '当时所用岗位';
COMMENT ON COLUMN journal.entries.subject  IS '对象：账号名、请求路径、表与主键等';
COMMENT ON COLUMN journal.entries.action   IS '动作或结果的代码词';
COMMENT ON COLUMN journal.entries.detail   IS '细节，不含口令与报案人身份';
COMMENT ON COLUMN journal.entries.address  IS '来源网络地址';
SELECT tenancy.guard_append_only('journal.entries');

CREATE TABLE journal.submissions (
  platform text        NOT NULL,
  account  uuid        NOT NULL,
  key      text        NOT NULL,
  request  text        NOT NULL,
  digest   text        NOT NULL,
  status   int,
  headers  jsonb,
  body     bytea,
  at       timestamptz NOT NULL,
  PRIMARY KEY (platform, account, key),
  FOREIGN KEY (platform, account) REFERENCES identity.accounts (platform, id)
);
CREATE INDEX submissions_at ON journal.submissions (platform, at);
COMMENT ON TABLE  journal.submissions          IS '提交登记：同一幂等键的写请求只办一次，重发得到原来的回答；保存七天';
COMMENT ON COLUMN journal.submissions.platform IS '平台标识';
COMMENT ON COLUMN journal.submissions.account  IS '提交的账号';
COMMENT ON COLUMN journal.submissions.key      IS '幂等键，由客户端生成';
COMMENT ON COLUMN journal.submissions.request  IS '方法与路径';
COMMENT ON COLUMN journal.submissions.digest   IS '请求的 SHA-256';
COMMENT ON COLUMN journal.submissions.status   IS '回答的状态码；办理的事务提交前为空';
COMMENT ON COLUMN journal.submissions.headers  IS '回答的头部';
COMMENT ON COLUMN journal.submissions.body     IS '回答的正文';
COMMENT ON COLUMN journal.submissions.at       IS '收到的时刻';
SELECT tenancy.guard('journal.submissions');
