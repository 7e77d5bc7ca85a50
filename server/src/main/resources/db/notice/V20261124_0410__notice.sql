CREATE SCHEMA notice;

CREATE TABLE notice.notices (
  platform  text        NOT NULL REFERENCES tenancy.platforms (id),
  id        uuid        NOT NULL,
  recipient text        NOT NULL CHECK (recipient ~ '^(account|person|post):.+'),
  zh        text        NOT NULL CHECK (zh <> ''),
  en        text        NOT NULL CHECK (en <> ''),
  link      text,
  made_at   timestamptz NOT NULL,
  -- A reader goes by the transaction, not by the time: see Notices.since.
  xact      bigint      NOT NULL DEFAULT pg_current_xact_id()::text::bigint,
  PRIMARY KEY (platform, id)
);
CREATE INDEX notices_recipient ON notice.notices (platform, recipient, xact);
CREATE INDEX notices_newest    ON notice.notices (platform, recipient, id);
COMMENT ON TABLE  notice.notices           IS '通知：发给账号、人或岗位的消息';
COMMENT ON COLUMN notice.notices.platform  IS '平台标识';
COMMENT ON COLUMN notice.notices.id        IS '通知标识（UUIDv7）';
COMMENT ON COLUMN notice.notices.recipient IS '收件者：account:标识、person:标识 或 post:标识';
COMMENT ON COLUMN notice.notices.zh        IS '中文内容';
COMMENT ON COLUMN notice.notices.en        IS '英文内容';
COMMENT ON COLUMN notice.notices.link      IS '点开后去的页面，站内路径';
COMMENT ON COLUMN notice.notices.made_at   IS '发出时刻（墙上时钟）';
COMMENT ON COLUMN notice.notices.xact      IS '写入的事务号，断线续读按它取，先开始后提交的也不会漏';
SELECT tenancy.guard_append_only('notice.notices');

CREATE TABLE notice.receipts (
  platform text        NOT NULL,
  notice   uuid        NOT NULL,
  account  uuid        NOT NULL,
  read_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, notice, account),
  FOREIGN KEY (platform, notice) REFERENCES notice.notices (platform, id),
  FOREIGN KEY (platform, account) REFERENCES identity.accounts (platform, id)
);
COMMENT ON TABLE  notice.receipts          IS '回执：谁在何时读了通知';
COMMENT ON COLUMN notice.receipts.platform IS '平台标识';
COMMENT ON COLUMN notice.receipts.notice   IS '通知标识';
COMMENT ON COLUMN notice.receipts.account  IS '读的账号';
COMMENT ON COLUMN notice.receipts.read_at  IS '读的时刻';
SELECT tenancy.guard_append_only('notice.receipts');
