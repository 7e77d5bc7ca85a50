CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO ${app};

CREATE TABLE identity.persons (
  platform        text        NOT NULL REFERENCES tenancy.platforms (id),
  id              uuid        NOT NULL,
  name            text        NOT NULL CHECK (name <> ''),
  identity_digest text,
  phone           text,
  made_at         timestamptz NOT NULL,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, identity_digest)
);
COMMENT ON TABLE  identity.persons                 IS '自然人：两轴互斥绑定到人，不绑定到账号';
COMMENT ON COLUMN identity.persons.platform        IS '平台标识';
COMMENT ON COLUMN identity.persons.id              IS '人员标识';
COMMENT ON COLUMN identity.persons.name            IS '姓名';
COMMENT ON COLUMN identity.persons.identity_digest IS '身份证号的带密钥摘要，用于识别同一自然人；不保存证号本身';
COMMENT ON COLUMN identity.persons.phone           IS '联系电话';
COMMENT ON COLUMN identity.persons.made_at         IS '登记时刻';
SELECT tenancy.guard('identity.persons');

CREATE TABLE identity.accounts (
  platform     text        NOT NULL,
  id           uuid        NOT NULL,
  person       uuid        NOT NULL,
  name         text        NOT NULL CHECK (name <> ''),
  password     text        NOT NULL,
  failures     int         NOT NULL DEFAULT 0,
  lockouts     int         NOT NULL DEFAULT 0,
  locked_until timestamptz,
  must_change  boolean     NOT NULL,
  needs_device boolean     NOT NULL,
  disabled_at  timestamptz,
  made_at      timestamptz NOT NULL,
  PRIMARY KEY (platform, id),
  UNIQUE (platform, name),
  FOREIGN KEY (platform, person) REFERENCES identity.persons (platform, id)
);
CREATE INDEX accounts_person ON identity.accounts (platform, person);
COMMENT ON TABLE  identity.accounts              IS '账号：一个人可以有几个账号';
COMMENT ON COLUMN identity.accounts.platform     IS '平台标识';
COMMENT ON COLUMN identity.accounts.id           IS '账号标识';
COMMENT ON COLUMN identity.accounts.person       IS '所属自然人';
COMMENT ON COLUMN identity.accounts.name         IS '登录名，小写，平台内唯一';
COMMENT ON COLUMN identity.accounts.password     IS '口令的 Argon2id 散列';
COMMENT ON COLUMN identity.accounts.failures     IS '连续失败次数，成功后清零';
COMMENT ON COLUMN identity.accounts.lockouts     IS '连续锁定次数，决定下次锁定的时长，成功后清零';
COMMENT ON COLUMN identity.accounts.locked_until IS '锁定到此时刻；空为未锁定';
COMMENT ON COLUMN identity.accounts.must_change  IS '登录后必须先改口令';
COMMENT ON COLUMN identity.accounts.needs_device IS '只能从绑定的设备登录';
COMMENT ON COLUMN identity.accounts.disabled_at  IS '停用时刻；空为在用';
COMMENT ON COLUMN identity.accounts.made_at      IS '建立时刻';
SELECT tenancy.guard('identity.accounts');

CREATE TABLE identity.former_passwords (
  platform text        NOT NULL,
  account  uuid        NOT NULL,
  number   int         NOT NULL,
  password text        NOT NULL,
  made_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, account, number),
  FOREIGN KEY (platform, account) REFERENCES identity.accounts (platform, id)
);
COMMENT ON TABLE  identity.former_passwords          IS '用过的口令散列：最近五个不得再用';
COMMENT ON COLUMN identity.former_passwords.platform IS '平台标识';
COMMENT ON COLUMN identity.former_passwords.account  IS '账号标识';
COMMENT ON COLUMN identity.former_passwords.number   IS '第几个口令，从 1 起';
COMMENT ON COLUMN identity.former_passwords.password IS 'Argon2id 散列';
COMMENT ON COLUMN identity.former_passwords.made_at  IS '启用时刻';
SELECT tenancy.guard('identity.former_passwords');

CREATE TABLE identity.bound_devices (
  platform text        NOT NULL,
  account  uuid        NOT NULL,
  device   text        NOT NULL CHECK (device <> ''),
  name     text,
  bound_at timestamptz NOT NULL,
  lost_at  timestamptz,
  PRIMARY KEY (platform, account, device),
  FOREIGN KEY (platform, account) REFERENCES identity.accounts (platform, id)
);
COMMENT ON TABLE  identity.bound_devices          IS '绑定设备（城管通）：账号只能从这些设备登录';
COMMENT ON COLUMN identity.bound_devices.platform IS '平台标识';
COMMENT ON COLUMN identity.bound_devices.account  IS '账号标识';
COMMENT ON COLUMN identity.bound_devices.device   IS '设备标识，由设备上的程序首次运行时生成';
COMMENT ON COLUMN identity.bound_devices.name     IS '设备名称或型号';
COMMENT ON COLUMN identity.bound_devices.bound_at IS '绑定时刻';
COMMENT ON COLUMN identity.bound_devices.lost_at  IS '挂失时刻；空为正常';
SELECT tenancy.guard('identity.bound_devices');

-- No row-level security: the token alone tells which platform the request belongs to (closed list of the schema law).
CREATE TABLE identity.sessions (
  digest      text        PRIMARY KEY,
  platform    text        NOT NULL,
  account     uuid        NOT NULL,
  person      uuid        NOT NULL,
  device      text,
  must_change boolean     NOT NULL,
  made_at     timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL,
  FOREIGN KEY (platform, account) REFERENCES identity.accounts (platform, id)
);
CREATE INDEX sessions_account ON identity.sessions (platform, account);
COMMENT ON TABLE  identity.sessions             IS '会话：由令牌摘要查得平台与账号；不受行级安全限制';
COMMENT ON COLUMN identity.sessions.digest      IS '会话令牌的 SHA-256，十六进制；令牌本身不保存';
COMMENT ON COLUMN identity.sessions.platform    IS '平台标识';
COMMENT ON COLUMN identity.sessions.account     IS '账号标识';
COMMENT ON COLUMN identity.sessions.person      IS '自然人标识';
COMMENT ON COLUMN identity.sessions.device      IS '登录所用的绑定设备；浏览器登录为空';
COMMENT ON COLUMN identity.sessions.must_change IS '改口令之前不能做别的事';
COMMENT ON COLUMN identity.sessions.made_at     IS '登录时刻';
COMMENT ON COLUMN identity.sessions.seen_at     IS '最近一次使用的时刻，每分钟至多更新一次';
GRANT SELECT, INSERT, UPDATE, DELETE ON identity.sessions TO ${app};
