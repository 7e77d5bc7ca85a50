-- 外发消息: what leaves the system by short message or e-mail; written with the deed, sent after it.
CREATE TABLE notice.outgoing (
  platform text        NOT NULL REFERENCES tenancy.platforms (id),
  id       uuid        NOT NULL,
  channel  text        NOT NULL CHECK (channel IN ('SMS', 'MAIL')),
  address  text,
  subject  text        NOT NULL,
  words    text        NOT NULL,
  made_at  timestamptz NOT NULL,
  next_at  timestamptz NOT NULL,
  tries    int         NOT NULL,
  trouble  text,
  sent_at  timestamptz,
  PRIMARY KEY (platform, id),
  CHECK ((sent_at IS NULL) = (address IS NOT NULL))
);
COMMENT ON TABLE  notice.outgoing IS '外发消息：随办理写下，由网关随后送出；送出后不留号码';
COMMENT ON COLUMN notice.outgoing.platform IS '平台标识';
COMMENT ON COLUMN notice.outgoing.id IS '消息标识';
COMMENT ON COLUMN notice.outgoing.channel IS '渠道：短信、邮件';
COMMENT ON COLUMN notice.outgoing.address IS '号码或邮箱；送出后清除';
COMMENT ON COLUMN notice.outgoing.subject IS '邮件主题';
COMMENT ON COLUMN notice.outgoing.words IS '内容';
COMMENT ON COLUMN notice.outgoing.made_at IS '写下时刻（墙上时钟）';
COMMENT ON COLUMN notice.outgoing.next_at IS '下次尝试的时刻';
COMMENT ON COLUMN notice.outgoing.tries IS '已试次数';
COMMENT ON COLUMN notice.outgoing.trouble IS '上次未成功的原因';
COMMENT ON COLUMN notice.outgoing.sent_at IS '送出时刻；未送出为空';
SELECT tenancy.guard('notice.outgoing', 'SELECT, INSERT, UPDATE');
CREATE INDEX outgoing_waiting ON notice.outgoing (platform, next_at) WHERE sent_at IS NULL;
