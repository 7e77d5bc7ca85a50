-- 生效日期: a version may be published ahead; until its moment the one before it stays in force.
ALTER TABLE process.definitions ADD COLUMN valid_from timestamptz;
COMMENT ON COLUMN process.definitions.valid_from IS '生效时刻；空为发布即生效';
