CREATE TABLE catalog.forms (
  platform text        NOT NULL REFERENCES tenancy.platforms (id),
  kind     text        NOT NULL CHECK (kind IN ('component', 'event')),
  code     text        NOT NULL CHECK (code ~ '^[0-9]{4}$'),
  version  int         NOT NULL CHECK (version > 0),
  fields   jsonb       NOT NULL,
  kept_at  timestamptz NOT NULL,
  kept_by  text,
  PRIMARY KEY (platform, kind, code, version)
);
COMMENT ON TABLE  catalog.forms          IS '补充栏目：小类在上报表单中另问什么；只增版本，最新一版有效';
COMMENT ON COLUMN catalog.forms.platform IS '平台标识';
COMMENT ON COLUMN catalog.forms.kind     IS '部件或事件';
COMMENT ON COLUMN catalog.forms.code     IS '小类代码';
COMMENT ON COLUMN catalog.forms.version  IS '版本，从 1 起';
COMMENT ON COLUMN catalog.forms.fields   IS '栏目，依次为标识、名称、类型、选项、是否必填、是否列入清单';
COMMENT ON COLUMN catalog.forms.kept_at  IS '保存时刻';
COMMENT ON COLUMN catalog.forms.kept_by  IS '保存的岗位';
SELECT tenancy.guard_append_only('catalog.forms');
