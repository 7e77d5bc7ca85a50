CREATE SCHEMA tenancy;
GRANT USAGE ON SCHEMA tenancy TO ${app};

-- The guard: row-level security, enabled and forced, and the application's rights, in one call a table.
CREATE FUNCTION tenancy.guard(target regclass, privileges text DEFAULT 'SELECT, INSERT, UPDATE, DELETE')
RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  room text := (SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = target);
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format($policy$
    CREATE POLICY own_platform ON %s
    USING (platform = NULLIF(current_setting('jingwei.platform', true), ''))
    WITH CHECK (platform = NULLIF(current_setting('jingwei.platform', true), ''))$policy$, target);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${app}', room);
  EXECUTE format('GRANT %s ON %s TO ${app}', privileges, target);
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${auditor}') THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${auditor}', room);
    EXECUTE format('GRANT SELECT ON %s TO ${auditor}', target);
  END IF;
END $$;
COMMENT ON FUNCTION tenancy.guard(regclass, text) IS '为租户表开启并强制行级安全，授予应用角色权限';

-- A table that only grows: the application may add and read, never change or remove.
CREATE FUNCTION tenancy.guard_append_only(target regclass)
RETURNS void LANGUAGE sql AS $$ SELECT tenancy.guard(target, 'SELECT, INSERT') $$;
COMMENT ON FUNCTION tenancy.guard_append_only(regclass) IS '只增表：应用角色只能新增和读取';

CREATE TABLE tenancy.platforms (
  id         text        PRIMARY KEY,
  name_zh    text        NOT NULL,
  name_en    text        NOT NULL,
  region     text        NOT NULL CHECK (region ~ '^[0-9]{4}([0-9]{2})?$'),
  model      text        NOT NULL CHECK (model IN ('ONE_LEVEL', 'TWO_LEVEL')),
  hosting    text        NOT NULL CHECK (hosting IN ('OWN', 'HOSTED')),
  standing   text        NOT NULL CHECK (standing IN ('TRIAL', 'LIVE')),
  live_since timestamptz,
  CHECK ((standing = 'LIVE') = (live_since IS NOT NULL))
);
GRANT SELECT, INSERT, UPDATE ON tenancy.platforms TO ${app};
COMMENT ON TABLE  tenancy.platforms            IS '平台名册：本服务器上的全部平台；不受行级安全限制';
COMMENT ON COLUMN tenancy.platforms.id         IS '平台标识，一经发出不再改用';
COMMENT ON COLUMN tenancy.platforms.name_zh    IS '中文名称';
COMMENT ON COLUMN tenancy.platforms.name_en    IS '英文名称';
COMMENT ON COLUMN tenancy.platforms.region     IS '现行行政区划代码（GB/T 2260），市 4 位，县区 6 位';
COMMENT ON COLUMN tenancy.platforms.model      IS '运行模式：一级或两级监督指挥';
COMMENT ON COLUMN tenancy.platforms.hosting    IS '自建或托管（建租结合）';
COMMENT ON COLUMN tenancy.platforms.standing   IS '模拟运行或正式运行';
COMMENT ON COLUMN tenancy.platforms.live_since IS '转入正式运行的时刻';
