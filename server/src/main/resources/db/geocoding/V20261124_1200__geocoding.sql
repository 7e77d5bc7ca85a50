CREATE SCHEMA geocoding;

CREATE TABLE geocoding.editions (
  platform     text        NOT NULL REFERENCES tenancy.platforms (id),
  number       bigint      NOT NULL CHECK (number > 0),
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  changes      integer     NOT NULL CHECK (changes >= 0),
  places       integer     NOT NULL CHECK (places >= 0),
  note         text        NOT NULL DEFAULT '',
  PRIMARY KEY (platform, number)
);
COMMENT ON TABLE  geocoding.editions              IS '地名库版本：每次发布一行，只增不改';
COMMENT ON COLUMN geocoding.editions.platform     IS '平台标识';
COMMENT ON COLUMN geocoding.editions.number       IS '版本号，从 1 起';
COMMENT ON COLUMN geocoding.editions.published_at IS '发布时间';
COMMENT ON COLUMN geocoding.editions.published_by IS '发布人岗位或账号';
COMMENT ON COLUMN geocoding.editions.changes      IS '本次发布的新增和变更数';
COMMENT ON COLUMN geocoding.editions.places       IS '发布后的地点总数';
COMMENT ON COLUMN geocoding.editions.note         IS '说明';
SELECT tenancy.guard_append_only('geocoding.editions');

CREATE TABLE geocoding.places (
  platform       text             NOT NULL REFERENCES tenancy.platforms (id),
  id             text             NOT NULL CHECK (id <> ''),
  version        integer          NOT NULL CHECK (version > 0),
  state          text             NOT NULL CHECK (state IN ('PROPOSED', 'PUBLISHED', 'SUPERSEDED', 'DECLINED')),
  kind           text             NOT NULL
    CHECK (kind IN ('CITY', 'DISTRICT', 'STREET', 'COMMUNITY', 'ROAD', 'PLATE', 'QUARTER', 'BUILDING', 'LANDMARK', 'POI')),
  name           text             NOT NULL CHECK (name <> ''),
  standard_name  text             NOT NULL DEFAULT '',
  aliases        text             NOT NULL DEFAULT '',
  region_code    text             NOT NULL DEFAULT '',
  street_code    text             NOT NULL DEFAULT '',
  community_code text             NOT NULL DEFAULT '',
  road_id        text             NOT NULL DEFAULT '',
  plate_number   text             NOT NULL DEFAULT '',
  plate_side     text             NOT NULL DEFAULT '' CHECK (plate_side IN ('', 'E', 'W', 'S', 'N')),
  longitude      double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude       double precision CHECK (latitude BETWEEN -90 AND 90),
  shape          bytea,
  width          double precision CHECK (width >= 0),
  valid_from     date,
  valid_to       date             CHECK (valid_to >= valid_from),
  source         text             NOT NULL DEFAULT '',
  note           text             NOT NULL DEFAULT '',
  changed_at     timestamptz      NOT NULL,
  changed_by     text             NOT NULL,
  reason         text             NOT NULL DEFAULT '',
  PRIMARY KEY (platform, id, version)
);
CREATE INDEX places_by_state ON geocoding.places (platform, state, id);
COMMENT ON TABLE  geocoding.places                IS '基本地点：每个地点的各个版本，旧名旧址永久保留';
COMMENT ON COLUMN geocoding.places.platform       IS '平台标识';
COMMENT ON COLUMN geocoding.places.id             IS '地点标识码，一经发出不再更换';
COMMENT ON COLUMN geocoding.places.version        IS '该地点的版本号，从 1 起';
COMMENT ON COLUMN geocoding.places.state          IS '状态：待审、已发布、已被取代、未采纳';
COMMENT ON COLUMN geocoding.places.kind           IS '地点类别';
COMMENT ON COLUMN geocoding.places.name           IS '名称';
COMMENT ON COLUMN geocoding.places.standard_name  IS '标准名称，未知为空';
COMMENT ON COLUMN geocoding.places.aliases        IS '别名、简称、旧名，用竖线分隔';
COMMENT ON COLUMN geocoding.places.region_code    IS '区县代码';
COMMENT ON COLUMN geocoding.places.street_code    IS '街道代码，9 位';
COMMENT ON COLUMN geocoding.places.community_code IS '社区代码，12 位';
COMMENT ON COLUMN geocoding.places.road_id        IS '门牌所在道路的标识码，或楼所属的小区';
COMMENT ON COLUMN geocoding.places.plate_number   IS '门牌号';
COMMENT ON COLUMN geocoding.places.plate_side     IS '门牌在路的哪一侧：E、W、S、N 或空';
COMMENT ON COLUMN geocoding.places.longitude      IS '经度（度，CGCS2000）';
COMMENT ON COLUMN geocoding.places.latitude       IS '纬度（度，CGCS2000）';
COMMENT ON COLUMN geocoding.places.shape          IS '中心线或范围面，WKB';
COMMENT ON COLUMN geocoding.places.width          IS '路宽，米';
COMMENT ON COLUMN geocoding.places.valid_from     IS '有效期起，空为不限';
COMMENT ON COLUMN geocoding.places.valid_to       IS '有效期止，现行为空';
COMMENT ON COLUMN geocoding.places.source         IS '数据来源';
COMMENT ON COLUMN geocoding.places.note           IS '备注';
COMMENT ON COLUMN geocoding.places.changed_at     IS '提出时间';
COMMENT ON COLUMN geocoding.places.changed_by     IS '提出人岗位或账号';
COMMENT ON COLUMN geocoding.places.reason         IS '变更原因';
SELECT tenancy.guard('geocoding.places', 'SELECT, INSERT, UPDATE');

CREATE TABLE geocoding.alias_proposals (
  platform text        NOT NULL REFERENCES tenancy.platforms (id),
  place    text        NOT NULL,
  alias    text        NOT NULL CHECK (alias <> ''),
  times    integer     NOT NULL CHECK (times > 0),
  state    text        NOT NULL CHECK (state IN ('OPEN', 'ACCEPTED', 'DECLINED')),
  first_at timestamptz NOT NULL,
  last_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, place, alias)
);
COMMENT ON TABLE  geocoding.alias_proposals          IS '别名建议：人工更正地址时说法与地点的对应，经审核成为别名';
COMMENT ON COLUMN geocoding.alias_proposals.platform IS '平台标识';
COMMENT ON COLUMN geocoding.alias_proposals.place    IS '地点标识码';
COMMENT ON COLUMN geocoding.alias_proposals.alias    IS '说法';
COMMENT ON COLUMN geocoding.alias_proposals.times    IS '被这样更正的次数';
COMMENT ON COLUMN geocoding.alias_proposals.state    IS '状态：待审、已采纳、未采纳';
COMMENT ON COLUMN geocoding.alias_proposals.first_at IS '首次更正时间';
COMMENT ON COLUMN geocoding.alias_proposals.last_at  IS '最近更正时间';
SELECT tenancy.guard('geocoding.alias_proposals', 'SELECT, INSERT, UPDATE');
