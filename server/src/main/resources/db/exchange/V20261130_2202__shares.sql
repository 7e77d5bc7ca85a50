-- People, devices and data other departments share with the platform, and what they delivered by a profile.
CREATE TABLE exchange.shares (
  platform     text        NOT NULL,
  id           text        NOT NULL,
  kind         text        NOT NULL CHECK (kind IN ('PEOPLE', 'DEVICE', 'DATA')),
  name         text        NOT NULL,
  owner        text        NOT NULL,
  contact      text        NOT NULL,
  conditions   text        NOT NULL,
  profile      text        CHECK (profile IN ('HOTLINE', 'ADDRESSES', 'WORKS', 'CONTROL_LINES')),
  mapping      text        NOT NULL,
  key_digest   text,
  valid_from   date        NOT NULL,
  valid_to     date,
  last_at      timestamptz,
  last_records int         NOT NULL DEFAULT 0,
  last_refused int         NOT NULL DEFAULT 0,
  last_note    text        NOT NULL DEFAULT '',
  changed_at   timestamptz NOT NULL,
  changed_by   text        NOT NULL,
  PRIMARY KEY (platform, id),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE UNIQUE INDEX shares_key ON exchange.shares (platform, key_digest) WHERE key_digest IS NOT NULL;
SELECT tenancy.guard('exchange.shares');
COMMENT ON TABLE  exchange.shares              IS '共享资源登记：其他部门共享的人员、设备和数据';
COMMENT ON COLUMN exchange.shares.platform     IS '平台';
COMMENT ON COLUMN exchange.shares.id           IS '资源标识';
COMMENT ON COLUMN exchange.shares.kind         IS '人员、设备或数据';
COMMENT ON COLUMN exchange.shares.name         IS '名称';
COMMENT ON COLUMN exchange.shares.owner        IS '归属部门';
COMMENT ON COLUMN exchange.shares.contact      IS '联系人和电话';
COMMENT ON COLUMN exchange.shares.conditions   IS '使用条件：依据、范围、保密要求';
COMMENT ON COLUMN exchange.shares.profile      IS '对接样板：热线、地址、施工公告、规划控制线；空为人工登记';
COMMENT ON COLUMN exchange.shares.mapping      IS '栏目和代码对照（JSON）';
COMMENT ON COLUMN exchange.shares.key_digest   IS '送数密钥的 SHA-256';
COMMENT ON COLUMN exchange.shares.valid_from   IS '共享起始日';
COMMENT ON COLUMN exchange.shares.valid_to     IS '共享最后一日';
COMMENT ON COLUMN exchange.shares.last_at      IS '最近一次送数时刻';
COMMENT ON COLUMN exchange.shares.last_records IS '最近一次送数条数';
COMMENT ON COLUMN exchange.shares.last_refused IS '最近一次未收条数';
COMMENT ON COLUMN exchange.shares.last_note    IS '最近一次人工登记的说明';
COMMENT ON COLUMN exchange.shares.changed_at   IS '设置时刻';
COMMENT ON COLUMN exchange.shares.changed_by   IS '设置者的岗位';

CREATE TABLE exchange.share_records (
  platform    text        NOT NULL,
  share       text        NOT NULL,
  id          text        NOT NULL,
  profile     text        NOT NULL,
  kind        text        NOT NULL,
  name        text        NOT NULL,
  holder      text        NOT NULL,
  begins_at   timestamptz,
  ends_at     timestamptz,
  shape       text,
  west        double precision,
  south       double precision,
  east        double precision,
  north       double precision,
  content     text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('CURRENT', 'WITHDRAWN', 'PERSON', 'CASE', 'PROPOSED')),
  reason      text        NOT NULL DEFAULT '',
  case_number text,
  stage       text,
  act         text,
  opinion     text,
  unit        text,
  grade       int,
  solved      boolean,
  came_at     timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, share, id),
  FOREIGN KEY (platform, share) REFERENCES exchange.shares (platform, id)
);
CREATE INDEX share_records_place   ON exchange.share_records (platform, west, east) WHERE state = 'CURRENT';
CREATE INDEX share_records_case    ON exchange.share_records (platform, case_number) WHERE case_number IS NOT NULL;
CREATE INDEX share_records_changed ON exchange.share_records (platform, share, changed_at);
SELECT tenancy.guard('exchange.share_records');
COMMENT ON TABLE  exchange.share_records             IS '部门送来的记录：热线工单、地址、施工公告、规划控制线';
COMMENT ON COLUMN exchange.share_records.platform    IS '平台';
COMMENT ON COLUMN exchange.share_records.share       IS '共享资源';
COMMENT ON COLUMN exchange.share_records.id          IS '对方的记录编号';
COMMENT ON COLUMN exchange.share_records.profile     IS '对接样板';
COMMENT ON COLUMN exchange.share_records.kind        IS '种类：开挖、封路、红线等';
COMMENT ON COLUMN exchange.share_records.name        IS '名称或说明';
COMMENT ON COLUMN exchange.share_records.holder      IS '施工或责任单位及电话';
COMMENT ON COLUMN exchange.share_records.begins_at   IS '起始时刻';
COMMENT ON COLUMN exchange.share_records.ends_at     IS '结束时刻';
COMMENT ON COLUMN exchange.share_records.shape       IS '范围，WKT，CGCS2000 经纬度';
COMMENT ON COLUMN exchange.share_records.west        IS '范围西界，已含缓冲';
COMMENT ON COLUMN exchange.share_records.south       IS '范围南界，已含缓冲';
COMMENT ON COLUMN exchange.share_records.east        IS '范围东界，已含缓冲';
COMMENT ON COLUMN exchange.share_records.north       IS '范围北界，已含缓冲';
COMMENT ON COLUMN exchange.share_records.content     IS '对方送来的原文（JSON）';
COMMENT ON COLUMN exchange.share_records.state       IS '有效、已撤、等人处理、已立卷、已提地点';
COMMENT ON COLUMN exchange.share_records.reason      IS '等人处理的原因';
COMMENT ON COLUMN exchange.share_records.case_number IS '由此而来的案件';
COMMENT ON COLUMN exchange.share_records.stage       IS '案件环节';
COMMENT ON COLUMN exchange.share_records.act         IS '案件最近一次办理';
COMMENT ON COLUMN exchange.share_records.opinion     IS '案件最近一次办理的意见';
COMMENT ON COLUMN exchange.share_records.unit        IS '案件的责任单位';
COMMENT ON COLUMN exchange.share_records.grade       IS '对方回访的满意度，1 到 5';
COMMENT ON COLUMN exchange.share_records.solved      IS '对方回访是否解决';
COMMENT ON COLUMN exchange.share_records.came_at     IS '首次送来时刻';
COMMENT ON COLUMN exchange.share_records.changed_at  IS '最近变动时刻';
