CREATE TABLE grid.unit_grid_successors (
  platform   text             NOT NULL REFERENCES tenancy.platforms (id),
  from_code  text             NOT NULL CHECK (from_code ~ '^[0-9]{14,15}$'),
  to_code    text             NOT NULL CHECK (to_code ~ '^[0-9]{14,15}$'),
  changed_on date             NOT NULL,
  kind       text             NOT NULL CHECK (kind IN ('RENUMBERED', 'SPLIT', 'MERGED', 'RESHAPED')),
  share      double precision NOT NULL CHECK (share > 0 AND share <= 1),
  PRIMARY KEY (platform, from_code, to_code, changed_on)
);
COMMENT ON TABLE  grid.unit_grid_successors            IS '网格沿革：单元网格拆分、合并、换码后的去向';
COMMENT ON COLUMN grid.unit_grid_successors.platform   IS '平台标识';
COMMENT ON COLUMN grid.unit_grid_successors.from_code  IS '原编码';
COMMENT ON COLUMN grid.unit_grid_successors.to_code    IS '新编码';
COMMENT ON COLUMN grid.unit_grid_successors.changed_on IS '变更日期';
COMMENT ON COLUMN grid.unit_grid_successors.kind       IS '类型：换码、拆分、合并、调整边界';
COMMENT ON COLUMN grid.unit_grid_successors.share      IS '原网格面积中归入新网格的比例';
SELECT tenancy.guard('grid.unit_grid_successors', 'SELECT, INSERT, UPDATE');
