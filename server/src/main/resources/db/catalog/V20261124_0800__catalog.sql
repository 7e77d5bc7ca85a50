CREATE SCHEMA catalog;
GRANT USAGE ON SCHEMA catalog TO ${app};

CREATE TABLE catalog.revisions (
  platform text   NOT NULL PRIMARY KEY REFERENCES tenancy.platforms (id),
  number   bigint NOT NULL
);
COMMENT ON TABLE  catalog.revisions          IS '分类与规范数据的修订号：每次改动加一';
COMMENT ON COLUMN catalog.revisions.platform IS '平台标识';
COMMENT ON COLUMN catalog.revisions.number   IS '修订号，只增不减';
SELECT tenancy.guard('catalog.revisions');

CREATE TABLE catalog.major_classes (
  platform   text NOT NULL REFERENCES tenancy.platforms (id),
  edition    text NOT NULL,
  kind       text NOT NULL CHECK (kind IN ('component', 'event')),
  code       text NOT NULL CHECK (code ~ '^[0-9]{2}$'),
  name_zh    text NOT NULL CHECK (name_zh <> ''),
  name_en    text NOT NULL,
  confidence text NOT NULL,
  PRIMARY KEY (platform, edition, kind, code)
);
COMMENT ON TABLE  catalog.major_classes            IS '大类：建立平台时由标准版本复制';
COMMENT ON COLUMN catalog.major_classes.platform   IS '平台标识';
COMMENT ON COLUMN catalog.major_classes.edition    IS '标准版本，如 cjt-214-2007';
COMMENT ON COLUMN catalog.major_classes.kind       IS '部件或事件';
COMMENT ON COLUMN catalog.major_classes.code       IS '大类代码，2 位';
COMMENT ON COLUMN catalog.major_classes.name_zh    IS '中文名称';
COMMENT ON COLUMN catalog.major_classes.name_en    IS '英文名称';
COMMENT ON COLUMN catalog.major_classes.confidence IS '转录可信度';
SELECT tenancy.guard('catalog.major_classes');

CREATE TABLE catalog.minor_classes (
  platform   text NOT NULL,
  edition    text NOT NULL,
  kind       text NOT NULL,
  code       text NOT NULL CHECK (code ~ '^[0-9]{4}$'),
  major      text NOT NULL CHECK (major = substr(code, 1, 2)),
  name_zh    text NOT NULL CHECK (name_zh <> ''),
  name_en    text NOT NULL,
  geometry   text NOT NULL CHECK (geometry IN ('POINT', 'LINE', 'POLYGON')),
  source     text NOT NULL,
  confidence text NOT NULL,
  PRIMARY KEY (platform, edition, kind, code),
  FOREIGN KEY (platform, edition, kind, major) REFERENCES catalog.major_classes (platform, edition, kind, code)
);
COMMENT ON TABLE  catalog.minor_classes            IS '小类：标准小类与地方扩展小类';
COMMENT ON COLUMN catalog.minor_classes.platform   IS '平台标识';
COMMENT ON COLUMN catalog.minor_classes.edition    IS '标准版本';
COMMENT ON COLUMN catalog.minor_classes.kind       IS '部件或事件';
COMMENT ON COLUMN catalog.minor_classes.code       IS '小类代码，4 位';
COMMENT ON COLUMN catalog.minor_classes.major      IS '所属大类';
COMMENT ON COLUMN catalog.minor_classes.name_zh    IS '中文名称';
COMMENT ON COLUMN catalog.minor_classes.name_en    IS '英文名称';
COMMENT ON COLUMN catalog.minor_classes.geometry   IS '图形：点、线、面';
COMMENT ON COLUMN catalog.minor_classes.source     IS '来源；地方扩展小类为 local';
COMMENT ON COLUMN catalog.minor_classes.confidence IS '转录可信度';
SELECT tenancy.guard('catalog.minor_classes');

CREATE TABLE catalog.sheets (
  platform     text        NOT NULL REFERENCES tenancy.platforms (id),
  version      int         NOT NULL CHECK (version > 0),
  edition      text        NOT NULL,
  name         text        NOT NULL CHECK (name <> ''),
  provenance   text        NOT NULL,
  made_at      timestamptz NOT NULL,
  standing     text        NOT NULL DEFAULT 'DRAFT' CHECK (standing IN ('DRAFT', 'PUBLISHED')),
  valid_from   timestamptz,
  published_at timestamptz,
  published_by text,
  PRIMARY KEY (platform, version),
  UNIQUE (platform, version, edition),
  CHECK ((standing = 'PUBLISHED') = (valid_from IS NOT NULL)),
  CHECK ((standing = 'PUBLISHED') = (published_at IS NOT NULL))
);
COMMENT ON TABLE  catalog.sheets              IS '立案结案规范的版本：发布后不可改，案件保持受理时的版本';
COMMENT ON COLUMN catalog.sheets.platform     IS '平台标识';
COMMENT ON COLUMN catalog.sheets.version      IS '版本号，从 1 起';
COMMENT ON COLUMN catalog.sheets.edition      IS '所用分类的标准版本';
COMMENT ON COLUMN catalog.sheets.name         IS '名称';
COMMENT ON COLUMN catalog.sheets.provenance   IS '出处：导入的文件名或内置种子';
COMMENT ON COLUMN catalog.sheets.made_at      IS '建立时刻';
COMMENT ON COLUMN catalog.sheets.standing     IS '草稿或已发布';
COMMENT ON COLUMN catalog.sheets.valid_from   IS '生效时刻';
COMMENT ON COLUMN catalog.sheets.published_at IS '发布时刻';
COMMENT ON COLUMN catalog.sheets.published_by IS '发布人（岗位）';
SELECT tenancy.guard('catalog.sheets');

CREATE TABLE catalog.sheet_rows (
  platform         text NOT NULL,
  version          int  NOT NULL,
  edition          text NOT NULL,
  kind             text NOT NULL,
  code             text NOT NULL,
  condition        int  NOT NULL CHECK (condition BETWEEN 1 AND 999),
  area_class       text NOT NULL CHECK (area_class IN ('A', 'B', 'C', 'ALL')),
  filing           text NOT NULL CHECK (filing <> ''),
  closing          text NOT NULL CHECK (closing <> ''),
  responsible_unit text,
  basis            text,
  scope            text,
  source           text,
  confidence       text,
  limit_as_printed text,
  note             text,
  PRIMARY KEY (platform, version, kind, code, condition, area_class),
  FOREIGN KEY (platform, version, edition) REFERENCES catalog.sheets (platform, version, edition),
  FOREIGN KEY (platform, edition, kind, code) REFERENCES catalog.minor_classes (platform, edition, kind, code)
);
COMMENT ON TABLE  catalog.sheet_rows                  IS '规范行：小类的一条立案条件及其结案条件';
COMMENT ON COLUMN catalog.sheet_rows.platform         IS '平台标识';
COMMENT ON COLUMN catalog.sheet_rows.version          IS '规范版本';
COMMENT ON COLUMN catalog.sheet_rows.edition          IS '标准版本';
COMMENT ON COLUMN catalog.sheet_rows.kind             IS '部件或事件';
COMMENT ON COLUMN catalog.sheet_rows.code             IS '小类代码';
COMMENT ON COLUMN catalog.sheet_rows.condition        IS '立案条件编号，类内从 1 起';
COMMENT ON COLUMN catalog.sheet_rows.area_class       IS '区域等级，ALL 为全部';
COMMENT ON COLUMN catalog.sheet_rows.filing           IS '立案条件';
COMMENT ON COLUMN catalog.sheet_rows.closing          IS '结案条件';
COMMENT ON COLUMN catalog.sheet_rows.responsible_unit IS '规范所写的责任单位类型；具体单位见权责清单';
COMMENT ON COLUMN catalog.sheet_rows.basis            IS '依据';
COMMENT ON COLUMN catalog.sheet_rows.scope            IS '取值所属的地方与小类';
COMMENT ON COLUMN catalog.sheet_rows.source           IS '来源代号';
COMMENT ON COLUMN catalog.sheet_rows.confidence       IS '可信度；城市自己的规范为空';
COMMENT ON COLUMN catalog.sheet_rows.limit_as_printed IS '来源原文的时限';
COMMENT ON COLUMN catalog.sheet_rows.note             IS '备注';
SELECT tenancy.guard('catalog.sheet_rows');

CREATE TABLE catalog.sheet_steps (
  platform   text NOT NULL,
  version    int  NOT NULL,
  kind       text NOT NULL,
  code       text NOT NULL,
  condition  int  NOT NULL,
  area_class text NOT NULL,
  step       int  NOT NULL CHECK (step > 0),
  name       text NOT NULL,
  amount     int  NOT NULL CHECK (amount > 0),
  unit       text NOT NULL,
  PRIMARY KEY (platform, version, kind, code, condition, area_class, step),
  FOREIGN KEY (platform, version, kind, code, condition, area_class)
    REFERENCES catalog.sheet_rows (platform, version, kind, code, condition, area_class)
);
COMMENT ON TABLE  catalog.sheet_steps            IS '处置时限：一条立案条件可有先后几步';
COMMENT ON COLUMN catalog.sheet_steps.platform   IS '平台标识';
COMMENT ON COLUMN catalog.sheet_steps.version    IS '规范版本';
COMMENT ON COLUMN catalog.sheet_steps.kind       IS '部件或事件';
COMMENT ON COLUMN catalog.sheet_steps.code       IS '小类代码';
COMMENT ON COLUMN catalog.sheet_steps.condition  IS '立案条件编号';
COMMENT ON COLUMN catalog.sheet_steps.area_class IS '区域等级';
COMMENT ON COLUMN catalog.sheet_steps.step       IS '第几步，从 1 起';
COMMENT ON COLUMN catalog.sheet_steps.name       IS '这一步要完成什么；只有一步时为空串';
COMMENT ON COLUMN catalog.sheet_steps.amount     IS '时限数值';
COMMENT ON COLUMN catalog.sheet_steps.unit       IS '时限单位';
SELECT tenancy.guard('catalog.sheet_steps');

CREATE TABLE catalog.responsibilities (
  platform text NOT NULL,
  version  int  NOT NULL,
  number   int  NOT NULL CHECK (number > 0),
  classes  text NOT NULL CHECK (classes ~ '^(all|(component|event)(-[0-9]{2}([0-9]{2})?)?)$'),
  area     text NOT NULL CHECK (area ~ '^(all|region:[0-9]{4,12}|duty-grid:.+)$'),
  unit     text NOT NULL,
  axis     text NOT NULL DEFAULT 'HANDLING' CHECK (axis = 'HANDLING'),
  priority int  NOT NULL CHECK (priority BETWEEN 1 AND 999),
  PRIMARY KEY (platform, version, number),
  UNIQUE (platform, version, classes, area, priority),
  FOREIGN KEY (platform, version) REFERENCES catalog.sheets (platform, version),
  FOREIGN KEY (platform, unit, axis) REFERENCES organization.organizations (platform, id, axis)
);
COMMENT ON TABLE  catalog.responsibilities          IS '权责清单：什么小类在什么区域由哪个单位负责';
COMMENT ON COLUMN catalog.responsibilities.platform IS '平台标识';
COMMENT ON COLUMN catalog.responsibilities.version  IS '规范版本';
COMMENT ON COLUMN catalog.responsibilities.number   IS '行号，从 1 起';
COMMENT ON COLUMN catalog.responsibilities.classes  IS '小类范围：all、部件或事件、大类或小类';
COMMENT ON COLUMN catalog.responsibilities.area     IS '区域范围：all、行政区划代码或责任网格';
COMMENT ON COLUMN catalog.responsibilities.unit     IS '责任单位';
COMMENT ON COLUMN catalog.responsibilities.axis     IS '轴，只能是处置';
COMMENT ON COLUMN catalog.responsibilities.priority IS '优先级，小者先';
SELECT tenancy.guard('catalog.responsibilities');

CREATE TABLE catalog.hole_signatures (
  platform  text        NOT NULL,
  version   int         NOT NULL,
  number    int         NOT NULL CHECK (number > 0),
  signed_by text        NOT NULL CHECK (signed_by <> ''),
  signed_at timestamptz NOT NULL,
  reason    text        NOT NULL CHECK (reason <> ''),
  holes     text[]      NOT NULL,
  PRIMARY KEY (platform, version, number),
  FOREIGN KEY (platform, version) REFERENCES catalog.sheets (platform, version)
);
COMMENT ON TABLE  catalog.hole_signatures           IS '空白签认：有人签认权责清单的空白后，规范才可带空白发布';
COMMENT ON COLUMN catalog.hole_signatures.platform  IS '平台标识';
COMMENT ON COLUMN catalog.hole_signatures.version   IS '规范版本';
COMMENT ON COLUMN catalog.hole_signatures.number    IS '第几次签认';
COMMENT ON COLUMN catalog.hole_signatures.signed_by IS '签认人（岗位）';
COMMENT ON COLUMN catalog.hole_signatures.signed_at IS '签认时刻';
COMMENT ON COLUMN catalog.hole_signatures.reason    IS '理由';
COMMENT ON COLUMN catalog.hole_signatures.holes     IS '签认时的全部空白，小类@区域';
SELECT tenancy.guard_append_only('catalog.hole_signatures');

-- A published version never changes, whoever asks.
CREATE FUNCTION catalog.refuse_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND EXISTS (SELECT FROM catalog.sheets s
      WHERE s.platform = OLD.platform AND s.version = OLD.version AND s.standing = 'PUBLISHED')
    OR TG_OP <> 'DELETE' AND EXISTS (SELECT FROM catalog.sheets s
      WHERE s.platform = NEW.platform AND s.version = NEW.version AND s.standing = 'PUBLISHED') THEN
    RAISE EXCEPTION '立案结案规范已发布，不可更改' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
COMMENT ON FUNCTION catalog.refuse_published() IS '已发布的规范版本拒绝一切改动';
CREATE TRIGGER published_is_final BEFORE UPDATE OR DELETE ON catalog.sheets
  FOR EACH ROW EXECUTE FUNCTION catalog.refuse_published();
CREATE TRIGGER published_is_final BEFORE INSERT OR UPDATE OR DELETE ON catalog.sheet_rows
  FOR EACH ROW EXECUTE FUNCTION catalog.refuse_published();
CREATE TRIGGER published_is_final BEFORE INSERT OR UPDATE OR DELETE ON catalog.sheet_steps
  FOR EACH ROW EXECUTE FUNCTION catalog.refuse_published();
CREATE TRIGGER published_is_final BEFORE INSERT OR UPDATE OR DELETE ON catalog.responsibilities
  FOR EACH ROW EXECUTE FUNCTION catalog.refuse_published();
