CREATE SCHEMA basemap;

CREATE TABLE basemap.layers (
  platform          text             NOT NULL REFERENCES tenancy.platforms (id),
  id                text             NOT NULL CHECK (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  name_zh           text             NOT NULL,
  name_en           text             NOT NULL,
  keeping           text             NOT NULL CHECK (keeping IN ('FEATURES', 'UNIT_GRIDS', 'DUTY_GRIDS', 'COMMUNITIES', 'COMPONENTS')),
  shape             text             NOT NULL CHECK (shape IN ('POINT', 'LINE', 'POLYGON')),
  theme             text             NOT NULL,
  least_zoom        integer          NOT NULL CHECK (least_zoom BETWEEN 0 AND 20),
  draw_order        integer          NOT NULL,
  color             text             NOT NULL CHECK (color ~ '^#[0-9a-f]{6}$'),
  fields            jsonb            NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(fields) = 'array'),
  origin            text             NOT NULL DEFAULT '',
  surveyed_on       date,
  accuracy_m        double precision CHECK (accuracy_m > 0),
  scale             text             NOT NULL DEFAULT '',
  keeper            text             NOT NULL DEFAULT '',
  use_limits        text             NOT NULL DEFAULT '',
  coordinate_system text             NOT NULL DEFAULT 'cgcs2000',
  version           integer          NOT NULL DEFAULT 0 CHECK (version >= 0),
  revision          bigint           NOT NULL DEFAULT 1,
  PRIMARY KEY (platform, id)
);
COMMENT ON TABLE  basemap.layers                   IS '图层目录：地理空间框架数据及网格、部件的图层与元数据';
COMMENT ON COLUMN basemap.layers.platform          IS '平台标识';
COMMENT ON COLUMN basemap.layers.id                IS '图层标识，英文小写';
COMMENT ON COLUMN basemap.layers.name_zh           IS '中文名称';
COMMENT ON COLUMN basemap.layers.name_en           IS '英文名称';
COMMENT ON COLUMN basemap.layers.keeping           IS '数据所在：本表要素、单元网格、责任网格、社区、部件';
COMMENT ON COLUMN basemap.layers.shape             IS '几何类型：点、线、面';
COMMENT ON COLUMN basemap.layers.theme             IS '专题分组';
COMMENT ON COLUMN basemap.layers.least_zoom        IS '从哪一级开始出图';
COMMENT ON COLUMN basemap.layers.draw_order        IS '叠放次序，小的在下';
COMMENT ON COLUMN basemap.layers.color             IS '主色';
COMMENT ON COLUMN basemap.layers.fields            IS '属性字段：名称、类型、是否必填';
COMMENT ON COLUMN basemap.layers.origin            IS '元数据：来源';
COMMENT ON COLUMN basemap.layers.surveyed_on       IS '元数据：测制日期';
COMMENT ON COLUMN basemap.layers.accuracy_m        IS '元数据：平面精度（米）';
COMMENT ON COLUMN basemap.layers.scale             IS '元数据：比例尺';
COMMENT ON COLUMN basemap.layers.keeper            IS '元数据：保管单位';
COMMENT ON COLUMN basemap.layers.use_limits        IS '元数据：使用限制';
COMMENT ON COLUMN basemap.layers.coordinate_system IS '元数据：原始坐标系';
COMMENT ON COLUMN basemap.layers.version           IS '已发布的版本号，0 为尚未发布';
COMMENT ON COLUMN basemap.layers.revision          IS '目录条目的修改次数';
SELECT tenancy.guard('basemap.layers');

CREATE TABLE basemap.features (
  platform     text    NOT NULL,
  layer        text    NOT NULL,
  id           text    NOT NULL,
  version_from integer NOT NULL CHECK (version_from > 0),
  version_to   integer CHECK (version_to > version_from),
  geometry     bytea   NOT NULL,
  attributes   jsonb   NOT NULL CHECK (jsonb_typeof(attributes) = 'object'),
  given        bytea,
  given_system text,
  PRIMARY KEY (platform, layer, id, version_from),
  FOREIGN KEY (platform, layer) REFERENCES basemap.layers (platform, id)
);
CREATE UNIQUE INDEX features_in_force ON basemap.features (platform, layer, id) WHERE version_to IS NULL;
CREATE INDEX features_begun ON basemap.features (platform, layer, version_from);
CREATE INDEX features_ended ON basemap.features (platform, layer, version_to) WHERE version_to IS NOT NULL;
COMMENT ON TABLE  basemap.features              IS '图层要素：按版本区间保存，发布过的不改写';
COMMENT ON COLUMN basemap.features.platform     IS '平台标识';
COMMENT ON COLUMN basemap.features.layer        IS '图层标识';
COMMENT ON COLUMN basemap.features.id           IS '要素标识，图层内唯一';
COMMENT ON COLUMN basemap.features.version_from IS '从哪个版本起';
COMMENT ON COLUMN basemap.features.version_to   IS '到哪个版本止（不含），现行为空';
COMMENT ON COLUMN basemap.features.geometry     IS '图形，WKB，CGCS2000 经纬度（度）';
COMMENT ON COLUMN basemap.features.attributes   IS '属性';
COMMENT ON COLUMN basemap.features.given        IS '提交时的原始坐标图形，WKB';
COMMENT ON COLUMN basemap.features.given_system IS '提交时的坐标系';
SELECT tenancy.guard('basemap.features');

CREATE TABLE basemap.layer_versions (
  platform     text        NOT NULL,
  layer        text        NOT NULL,
  version      integer     NOT NULL CHECK (version > 0),
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  note         text        NOT NULL,
  added        integer     NOT NULL,
  changed      integer     NOT NULL,
  removed      integer     NOT NULL,
  PRIMARY KEY (platform, layer, version),
  FOREIGN KEY (platform, layer) REFERENCES basemap.layers (platform, id)
);
COMMENT ON TABLE  basemap.layer_versions              IS '图层版本：历次发布，只增不改';
COMMENT ON COLUMN basemap.layer_versions.platform     IS '平台标识';
COMMENT ON COLUMN basemap.layer_versions.layer        IS '图层标识';
COMMENT ON COLUMN basemap.layer_versions.version      IS '版本号，从 1 起';
COMMENT ON COLUMN basemap.layer_versions.published_at IS '发布时刻';
COMMENT ON COLUMN basemap.layer_versions.published_by IS '发布人岗位';
COMMENT ON COLUMN basemap.layer_versions.note         IS '说明';
COMMENT ON COLUMN basemap.layer_versions.added        IS '新增要素数';
COMMENT ON COLUMN basemap.layer_versions.changed      IS '变更要素数';
COMMENT ON COLUMN basemap.layer_versions.removed      IS '删除要素数';
SELECT tenancy.guard_append_only('basemap.layer_versions');
