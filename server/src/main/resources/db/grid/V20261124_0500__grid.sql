CREATE SCHEMA grid;

CREATE TABLE grid.revisions (
  platform   text   NOT NULL PRIMARY KEY REFERENCES tenancy.platforms (id),
  number     bigint NOT NULL CHECK (number > 0),
  changed_on date   NOT NULL
);
COMMENT ON TABLE  grid.revisions            IS '网格数据版本：每次导入加一，内存中的网格图据此更新';
COMMENT ON COLUMN grid.revisions.platform   IS '平台标识';
COMMENT ON COLUMN grid.revisions.number     IS '版本号，只增不减';
COMMENT ON COLUMN grid.revisions.changed_on IS '最近一次导入的生效日期';
SELECT tenancy.guard('grid.revisions');

CREATE TABLE grid.regions (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  code       text NOT NULL CHECK (code ~ '^[1-9][0-9]{3}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?$'),
  valid_from date NOT NULL,
  valid_to   date CHECK (valid_to > valid_from),
  level      text NOT NULL CHECK (level IN ('CITY', 'DISTRICT', 'SUBDISTRICT', 'COMMUNITY')),
  parent     text,
  name       text NOT NULL,
  PRIMARY KEY (platform, code, valid_from),
  CHECK (parent IS NULL OR starts_with(code, parent))
);
CREATE UNIQUE INDEX regions_in_force ON grid.regions (platform, code) WHERE valid_to IS NULL;
COMMENT ON TABLE  grid.regions            IS '行政区划：区县、街道、社区及其代码的有效期';
COMMENT ON COLUMN grid.regions.platform   IS '平台标识';
COMMENT ON COLUMN grid.regions.code       IS '区划代码：市 4 位，区县 6 位，街道 9 位，社区 12 位';
COMMENT ON COLUMN grid.regions.valid_from IS '生效日期（已知最早的版本日期）';
COMMENT ON COLUMN grid.regions.valid_to   IS '失效日期，现行为空';
COMMENT ON COLUMN grid.regions.level      IS '层级';
COMMENT ON COLUMN grid.regions.parent     IS '上级区划代码';
COMMENT ON COLUMN grid.regions.name       IS '名称';
SELECT tenancy.guard('grid.regions');

CREATE TABLE grid.region_successors (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  from_code  text NOT NULL,
  to_code    text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('SAME', 'RENAMED', 'MOVED', 'DROPPED', 'NEW')),
  changed_on date NOT NULL,
  PRIMARY KEY (platform, from_code, to_code, changed_on),
  CHECK ((kind = 'NEW') = (from_code = '')),
  CHECK ((kind = 'DROPPED') = (to_code = ''))
);
COMMENT ON TABLE  grid.region_successors            IS '区划沿革：代码在两个版本之间的去向';
COMMENT ON COLUMN grid.region_successors.platform   IS '平台标识';
COMMENT ON COLUMN grid.region_successors.from_code  IS '原代码，新设为空串';
COMMENT ON COLUMN grid.region_successors.to_code    IS '新代码，撤销为空串';
COMMENT ON COLUMN grid.region_successors.kind       IS '沿革类型：不变、更名、换码、撤销、新设';
COMMENT ON COLUMN grid.region_successors.changed_on IS '后一版本的日期';
SELECT tenancy.guard('grid.region_successors');

CREATE TABLE grid.unit_grids (
  platform   text             NOT NULL REFERENCES tenancy.platforms (id),
  code       text             NOT NULL CHECK (code ~ '^[0-9]{14,15}$'),
  valid_from date             NOT NULL,
  valid_to   date             CHECK (valid_to > valid_from),
  community  text             NOT NULL,
  outline    bytea            NOT NULL,
  area_m2    double precision NOT NULL CHECK (area_m2 > 0),
  area_class text             NOT NULL CHECK (area_class IN ('A', 'B', 'C')),
  note       text,
  edition    text             NOT NULL,
  PRIMARY KEY (platform, code, valid_from),
  CHECK (starts_with(code, community) AND length(community) = 12)
);
CREATE UNIQUE INDEX unit_grids_in_force ON grid.unit_grids (platform, code) WHERE valid_to IS NULL;
COMMENT ON TABLE  grid.unit_grids            IS '单元网格（基本管理网格）：无缝无重叠地铺满社区';
COMMENT ON COLUMN grid.unit_grids.platform   IS '平台标识';
COMMENT ON COLUMN grid.unit_grids.code       IS '网格编码，14 位（CJ/T 213）或 15 位（GB/T 30428.1）';
COMMENT ON COLUMN grid.unit_grids.valid_from IS '设置日期';
COMMENT ON COLUMN grid.unit_grids.valid_to   IS '变更或终止日期，现行为空';
COMMENT ON COLUMN grid.unit_grids.community  IS '所在社区代码，12 位';
COMMENT ON COLUMN grid.unit_grids.outline    IS '边界多边形，WKB，CGCS2000 经纬度（度）';
COMMENT ON COLUMN grid.unit_grids.area_m2    IS '面积（平方米）';
COMMENT ON COLUMN grid.unit_grids.area_class IS '区域等级：A 核心、B 一般、C 其他';
COMMENT ON COLUMN grid.unit_grids.note       IS '备注，例如面积超限的原因';
COMMENT ON COLUMN grid.unit_grids.edition    IS '划分成果的版本名称';
SELECT tenancy.guard('grid.unit_grids');

CREATE TABLE grid.duty_grids (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  code       text NOT NULL,
  valid_from date NOT NULL,
  valid_to   date CHECK (valid_to > valid_from),
  name       text NOT NULL,
  PRIMARY KEY (platform, code, valid_from)
);
CREATE UNIQUE INDEX duty_grids_in_force ON grid.duty_grids (platform, code) WHERE valid_to IS NULL;
COMMENT ON TABLE  grid.duty_grids            IS '责任网格：信息采集员的巡查范围';
COMMENT ON COLUMN grid.duty_grids.platform   IS '平台标识';
COMMENT ON COLUMN grid.duty_grids.code       IS '责任网格编码，由平台自编';
COMMENT ON COLUMN grid.duty_grids.valid_from IS '设置日期';
COMMENT ON COLUMN grid.duty_grids.valid_to   IS '变更或终止日期，现行为空';
COMMENT ON COLUMN grid.duty_grids.name       IS '名称';
SELECT tenancy.guard('grid.duty_grids');

CREATE TABLE grid.duty_grid_cells (
  platform   text NOT NULL,
  duty_grid  text NOT NULL,
  valid_from date NOT NULL,
  unit_grid  text NOT NULL,
  PRIMARY KEY (platform, duty_grid, valid_from, unit_grid),
  FOREIGN KEY (platform, duty_grid, valid_from) REFERENCES grid.duty_grids (platform, code, valid_from)
);
COMMENT ON TABLE  grid.duty_grid_cells            IS '责任网格的组成：由哪些单元网格构成';
COMMENT ON COLUMN grid.duty_grid_cells.platform   IS '平台标识';
COMMENT ON COLUMN grid.duty_grid_cells.duty_grid  IS '责任网格编码';
COMMENT ON COLUMN grid.duty_grid_cells.valid_from IS '责任网格的设置日期';
COMMENT ON COLUMN grid.duty_grid_cells.unit_grid  IS '单元网格编码';
SELECT tenancy.guard('grid.duty_grid_cells');
