-- Every change takes the next number of its platform and leaves it in the row: what changed since n is one query.
CREATE TABLE component.revisions (
  platform text   NOT NULL PRIMARY KEY REFERENCES tenancy.platforms (id),
  number   bigint NOT NULL CHECK (number > 0),
  standing bigint NOT NULL CHECK (standing >= 0)
);
COMMENT ON TABLE  component.revisions          IS '部件数据版本：每次变更加一，终端和其他平台据此增量更新';
COMMENT ON COLUMN component.revisions.platform IS '平台标识';
COMMENT ON COLUMN component.revisions.number   IS '版本号，只增不减，按提交次序';
COMMENT ON COLUMN component.revisions.standing IS '现有部件数，不含已移除';
SELECT tenancy.guard('component.revisions');

ALTER TABLE component.components ADD COLUMN revision bigint NOT NULL DEFAULT 1 CHECK (revision > 0);
ALTER TABLE component.components ADD COLUMN given_system text;
ALTER TABLE component.components ADD COLUMN given_x double precision;
ALTER TABLE component.components ADD COLUMN given_y double precision;
ALTER TABLE component.components ADD CHECK ((given_system IS NULL) = (given_x IS NULL) AND (given_x IS NULL) = (given_y IS NULL));
CREATE INDEX components_by_revision ON component.components (platform, revision);
COMMENT ON COLUMN component.components.revision     IS '最近一次变更时的部件数据版本';
COMMENT ON COLUMN component.components.given_system IS '提交坐标的坐标系，未另行提交为空';
COMMENT ON COLUMN component.components.given_x      IS '提交的横坐标（东向）或经度';
COMMENT ON COLUMN component.components.given_y      IS '提交的纵坐标（北向）或纬度';

-- The owner is under the policy too; what is there already is counted with the policy lifted for this statement only.
ALTER TABLE component.components NO FORCE ROW LEVEL SECURITY;
ALTER TABLE component.revisions NO FORCE ROW LEVEL SECURITY;
INSERT INTO component.revisions (platform, number, standing)
SELECT platform, 1, count(*) FILTER (WHERE state <> 'REMOVED') FROM component.components GROUP BY platform;
ALTER TABLE component.components FORCE ROW LEVEL SECURITY;
ALTER TABLE component.revisions FORCE ROW LEVEL SECURITY;
