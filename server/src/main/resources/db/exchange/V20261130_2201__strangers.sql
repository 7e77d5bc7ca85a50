-- Platforms somebody else built: how they speak, and every message as it went or came.
CREATE TABLE exchange.strangers (
  platform    text        NOT NULL,
  partner     text        NOT NULL,
  dialect     text        NOT NULL,
  our_code    text        NOT NULL,
  their_code  text        NOT NULL,
  door_digest text        NOT NULL,
  private_key text        NOT NULL,
  changed_at  timestamptz NOT NULL,
  changed_by  text        NOT NULL,
  PRIMARY KEY (platform, partner)
);
CREATE UNIQUE INDEX strangers_door ON exchange.strangers (platform, door_digest);
SELECT tenancy.guard('exchange.strangers');
COMMENT ON TABLE  exchange.strangers             IS '异构平台：别的厂商建的平台，按对接方言收发报文';
COMMENT ON COLUMN exchange.strangers.platform    IS '平台';
COMMENT ON COLUMN exchange.strangers.partner     IS '对方平台标识';
COMMENT ON COLUMN exchange.strangers.dialect     IS '对接方言：编码、信封、消息代码、栏目和代码对照（JSON）';
COMMENT ON COLUMN exchange.strangers.our_code    IS '本平台在对方那里的代码';
COMMENT ON COLUMN exchange.strangers.their_code  IS '对方平台的代码';
COMMENT ON COLUMN exchange.strangers.door_digest IS '对方送报文的专用地址的 SHA-256';
COMMENT ON COLUMN exchange.strangers.private_key IS '代对方签收的私钥，只在本平台使用';
COMMENT ON COLUMN exchange.strangers.changed_at  IS '设置时刻';
COMMENT ON COLUMN exchange.strangers.changed_by  IS '设置者的岗位';

CREATE TABLE exchange.stranger_messages (
  platform   text        NOT NULL,
  id         uuid        NOT NULL,
  nr         bigint      GENERATED ALWAYS AS IDENTITY,
  partner    text        NOT NULL,
  direction  text        NOT NULL CHECK (direction IN ('IN', 'OUT')),
  code       text        NOT NULL,
  number     text        NOT NULL,
  kind       text        NOT NULL,
  round      int         NOT NULL,
  letter     uuid        NOT NULL,
  known_by   text        NOT NULL,
  bytes      bytea       NOT NULL,
  came_at    timestamptz NOT NULL,
  repeats    int         NOT NULL DEFAULT 0,
  PRIMARY KEY (platform, id)
);
CREATE UNIQUE INDEX stranger_messages_known  ON exchange.stranger_messages (platform, partner, direction, known_by);
CREATE INDEX        stranger_messages_number ON exchange.stranger_messages (platform, partner, number, nr);
SELECT tenancy.guard('exchange.stranger_messages');
COMMENT ON TABLE  exchange.stranger_messages           IS '异构平台报文：收发的原文，重复的凭编号、代码和摘要认出';
COMMENT ON COLUMN exchange.stranger_messages.platform  IS '平台';
COMMENT ON COLUMN exchange.stranger_messages.id        IS '报文标识';
COMMENT ON COLUMN exchange.stranger_messages.nr        IS '先后';
COMMENT ON COLUMN exchange.stranger_messages.partner   IS '对方平台';
COMMENT ON COLUMN exchange.stranger_messages.direction IS '收或发';
COMMENT ON COLUMN exchange.stranger_messages.code      IS '对方的消息代码';
COMMENT ON COLUMN exchange.stranger_messages.number    IS '案件编号：收的按对方编号，发的按对方编号，没有时按本平台编号';
COMMENT ON COLUMN exchange.stranger_messages.kind      IS '信件种类';
COMMENT ON COLUMN exchange.stranger_messages.round     IS '交办轮次';
COMMENT ON COLUMN exchange.stranger_messages.letter    IS '对应的信件';
COMMENT ON COLUMN exchange.stranger_messages.known_by  IS '凭何认出重复：收的是编号、代码和正文摘要，发的是信件标识';
COMMENT ON COLUMN exchange.stranger_messages.bytes     IS '报文原文';
COMMENT ON COLUMN exchange.stranger_messages.came_at   IS '收发时刻';
COMMENT ON COLUMN exchange.stranger_messages.repeats   IS '又收到几次';
