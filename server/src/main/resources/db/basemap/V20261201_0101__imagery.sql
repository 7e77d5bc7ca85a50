ALTER TABLE basemap.layers DROP CONSTRAINT layers_keeping_check;
ALTER TABLE basemap.layers ADD CONSTRAINT layers_keeping_check
  CHECK (keeping IN ('FEATURES', 'UNIT_GRIDS', 'DUTY_GRIDS', 'COMMUNITIES', 'COMPONENTS', 'IMAGERY'));
COMMENT ON COLUMN basemap.layers.keeping IS '数据所在：本表要素、单元网格、责任网格、社区、部件、影像';

CREATE TABLE basemap.image_sets (
  platform  text             NOT NULL,
  layer     text             NOT NULL,
  version   integer          NOT NULL CHECK (version > 0),
  base      integer          NOT NULL CHECK (base BETWEEN 1 AND version),
  tiles     bigint           NOT NULL,
  most_zoom integer          NOT NULL,
  west      double precision NOT NULL,
  south     double precision NOT NULL,
  east      double precision NOT NULL,
  north     double precision NOT NULL,
  PRIMARY KEY (platform, layer, version),
  FOREIGN KEY (platform, layer) REFERENCES basemap.layers (platform, id)
);
COMMENT ON TABLE  basemap.image_sets           IS '影像版本：历次发布的影像，只增不改';
COMMENT ON COLUMN basemap.image_sets.platform  IS '平台标识';
COMMENT ON COLUMN basemap.image_sets.layer     IS '图层标识';
COMMENT ON COLUMN basemap.image_sets.version   IS '版本号';
COMMENT ON COLUMN basemap.image_sets.base      IS '仍然显示的最早版本，整体替换时为本版';
COMMENT ON COLUMN basemap.image_sets.tiles     IS '可见瓦片数';
COMMENT ON COLUMN basemap.image_sets.most_zoom IS '最细的级别';
COMMENT ON COLUMN basemap.image_sets.west      IS '范围：西（度）';
COMMENT ON COLUMN basemap.image_sets.south     IS '范围：南（度）';
COMMENT ON COLUMN basemap.image_sets.east      IS '范围：东（度）';
COMMENT ON COLUMN basemap.image_sets.north     IS '范围：北（度）';
SELECT tenancy.guard_append_only('basemap.image_sets');

CREATE TABLE basemap.image_tiles (
  platform text    NOT NULL,
  layer    text    NOT NULL,
  zoom     integer NOT NULL CHECK (zoom BETWEEN 0 AND 22),
  tile_col integer NOT NULL CHECK (tile_col >= 0),
  tile_row integer NOT NULL CHECK (tile_row >= 0),
  version  integer NOT NULL CHECK (version > 0),
  content  bytea   NOT NULL,
  PRIMARY KEY (platform, layer, zoom, tile_col, tile_row, version),
  FOREIGN KEY (platform, layer) REFERENCES basemap.layers (platform, id)
);
ALTER TABLE basemap.image_tiles ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE  basemap.image_tiles          IS '影像瓦片：Web 墨卡托标准切片，按版本保存，发布过的不改写';
COMMENT ON COLUMN basemap.image_tiles.platform IS '平台标识';
COMMENT ON COLUMN basemap.image_tiles.layer    IS '图层标识';
COMMENT ON COLUMN basemap.image_tiles.zoom     IS '级别';
COMMENT ON COLUMN basemap.image_tiles.tile_col      IS '列号，自西向东';
COMMENT ON COLUMN basemap.image_tiles.tile_row      IS '行号，自北向南';
COMMENT ON COLUMN basemap.image_tiles.version  IS '版本号';
COMMENT ON COLUMN basemap.image_tiles.content  IS '图片，PNG、JPEG 或 WebP';
SELECT tenancy.guard_append_only('basemap.image_tiles');
