ALTER TABLE geocoding.places ADD COLUMN successor text NOT NULL DEFAULT '' CHECK (successor <> id);
ALTER TABLE geocoding.places ADD COLUMN former_names text NOT NULL DEFAULT '';
-- Who took over from whom is asked from both ends; most places have no successor.
CREATE INDEX places_by_successor ON geocoding.places (platform, successor) WHERE successor <> '';
COMMENT ON COLUMN geocoding.places.successor    IS '后继地点的标识码，停用时填写，无后继为空';
COMMENT ON COLUMN geocoding.places.former_names IS '曾用名，每行一个：起日/止日/名称，起日未知为空';
