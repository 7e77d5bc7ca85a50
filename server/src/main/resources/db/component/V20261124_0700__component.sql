CREATE SCHEMA component;

CREATE TABLE component.components (
  platform         text             NOT NULL REFERENCES tenancy.platforms (id),
  code             text             NOT NULL CHECK (code ~ '^[0-9]{16,17}$'),
  class            text             NOT NULL CHECK (class ~ '^[0-9]{4}$'),
  name             text             NOT NULL,
  competent_unit   text,
  owning_unit      text,
  maintaining_unit text,
  unit_grid        text             NOT NULL CHECK (unit_grid ~ '^[0-9]{14,15}$'),
  longitude        double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude         double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  z_order          bigint           NOT NULL CHECK (z_order >= 0),
  state            text             NOT NULL
    CHECK (state IN ('INTACT', 'DAMAGED', 'LOST', 'OCCUPIED', 'ABANDONED', 'REMOVED')),
  recorded_on      date             NOT NULL,
  changed_on       date             CHECK (changed_on >= recorded_on),
  source           text             NOT NULL,
  note             text,
  extra            jsonb            NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(extra) = 'object'),
  version          integer          NOT NULL DEFAULT 1 CHECK (version > 0),
  PRIMARY KEY (platform, code)
);
CREATE INDEX components_by_place ON component.components (platform, z_order);
COMMENT ON TABLE  component.components                  IS '部件：城市管理部件普查成果，现状';
COMMENT ON COLUMN component.components.platform         IS '平台标识';
COMMENT ON COLUMN component.components.code             IS '部件标识码，16 位（CJ/T 214）或 17 位（后续标准），移动后不变';
COMMENT ON COLUMN component.components.class            IS '小类代码，4 位';
COMMENT ON COLUMN component.components.name             IS '部件名称';
COMMENT ON COLUMN component.components.competent_unit   IS '主管部门标识，未知为空';
COMMENT ON COLUMN component.components.owning_unit      IS '权属单位标识，未知为空';
COMMENT ON COLUMN component.components.maintaining_unit IS '养护单位标识，未知为空';
COMMENT ON COLUMN component.components.unit_grid        IS '所在单元网格编码';
COMMENT ON COLUMN component.components.longitude        IS '经度（度，CGCS2000）';
COMMENT ON COLUMN component.components.latitude         IS '纬度（度，CGCS2000）';
COMMENT ON COLUMN component.components.z_order          IS '经纬度的莫顿码，供按范围检索';
COMMENT ON COLUMN component.components.state            IS '状态：完好、破损、丢失、占用、废弃、移除';
COMMENT ON COLUMN component.components.recorded_on      IS '初始记录日期';
COMMENT ON COLUMN component.components.changed_on       IS '变更日期，未变更为空';
COMMENT ON COLUMN component.components.source           IS '数据来源：实测、地形图、调绘、其他';
COMMENT ON COLUMN component.components.note             IS '备注';
COMMENT ON COLUMN component.components.extra            IS '小类特有的属性，例如公交站名、规格';
COMMENT ON COLUMN component.components.version          IS '版本号，每次变更加一';
SELECT tenancy.guard('component.components', 'SELECT, INSERT, UPDATE');

CREATE TABLE component.component_changes (
  platform   text    NOT NULL,
  code       text    NOT NULL,
  version    integer NOT NULL,
  changed_on date    NOT NULL,
  reason     text    NOT NULL,
  content    jsonb   NOT NULL,
  PRIMARY KEY (platform, code, version),
  FOREIGN KEY (platform, code) REFERENCES component.components (platform, code)
);
COMMENT ON TABLE  component.component_changes            IS '部件变更历史：只增不改';
COMMENT ON COLUMN component.component_changes.platform   IS '平台标识';
COMMENT ON COLUMN component.component_changes.code       IS '部件标识码';
COMMENT ON COLUMN component.component_changes.version    IS '该次变更后的版本号，1 为初始记录';
COMMENT ON COLUMN component.component_changes.changed_on IS '变更日期';
COMMENT ON COLUMN component.component_changes.reason     IS '变更原因';
COMMENT ON COLUMN component.component_changes.content    IS '该版本的全部属性';
SELECT tenancy.guard_append_only('component.component_changes');
