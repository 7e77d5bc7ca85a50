CREATE TABLE identity.second_steps (
  platform  text        NOT NULL,
  account   uuid        NOT NULL,
  secret    bytea       NOT NULL,
  last_step bigint      NOT NULL,
  made_at   timestamptz NOT NULL,
  PRIMARY KEY (platform, account),
  FOREIGN KEY (platform, account) REFERENCES identity.accounts (platform, id)
);
COMMENT ON TABLE  identity.second_steps           IS '两步登录：账号的动态口令密钥（RFC 6238）';
COMMENT ON COLUMN identity.second_steps.platform  IS '平台标识';
COMMENT ON COLUMN identity.second_steps.account   IS '账号标识';
COMMENT ON COLUMN identity.second_steps.secret    IS '密钥，用数据库之外的密钥加密（AES-256-GCM，前 12 字节为随机数）';
COMMENT ON COLUMN identity.second_steps.last_step IS '最近一次用过的时间步；不大于它的动态口令不再接受';
COMMENT ON COLUMN identity.second_steps.made_at   IS '启用时刻';
SELECT tenancy.guard('identity.second_steps');

CREATE TABLE identity.recovery_codes (
  platform text NOT NULL,
  account  uuid NOT NULL,
  digest   text NOT NULL,
  PRIMARY KEY (platform, account, digest),
  FOREIGN KEY (platform, account) REFERENCES identity.second_steps (platform, account) ON DELETE CASCADE
);
COMMENT ON TABLE  identity.recovery_codes          IS '恢复码：手机丢失时代替动态口令，每个只用一次，用后删除';
COMMENT ON COLUMN identity.recovery_codes.platform IS '平台标识';
COMMENT ON COLUMN identity.recovery_codes.account  IS '账号标识';
COMMENT ON COLUMN identity.recovery_codes.digest   IS '恢复码的带密钥摘要';
SELECT tenancy.guard('identity.recovery_codes');
