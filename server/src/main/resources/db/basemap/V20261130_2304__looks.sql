CREATE TABLE basemap.looks (
  platform text        NOT NULL REFERENCES tenancy.platforms (id),
  version  int         NOT NULL CHECK (version > 0),
  look     jsonb       NOT NULL,
  note     text        NOT NULL,
  kept_at  timestamptz NOT NULL,
  kept_by  text,
  PRIMARY KEY (platform, version)
);
COMMENT ON TABLE  basemap.looks          IS '图面：图层的叠放次序、显隐、颜色和部件符号；只增版本，最新一版有效';
COMMENT ON COLUMN basemap.looks.platform IS '平台标识';
COMMENT ON COLUMN basemap.looks.version  IS '版本，从 1 起';
COMMENT ON COLUMN basemap.looks.look     IS '图层自下而上，各有显隐和颜色；部件大类小类的符号颜色';
COMMENT ON COLUMN basemap.looks.note     IS '说明';
COMMENT ON COLUMN basemap.looks.kept_at  IS '保存时刻';
COMMENT ON COLUMN basemap.looks.kept_by  IS '保存的岗位';
SELECT tenancy.guard_append_only('basemap.looks');
