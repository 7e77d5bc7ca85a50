-- 所属地点: a shop in a mall, a gate of a park. Empty where none is told.
ALTER TABLE geocoding.places ADD COLUMN parent_id text NOT NULL DEFAULT '';

COMMENT ON COLUMN geocoding.places.parent_id IS '所属地点的标识码：楼、小区、标志物或兴趣点所在的地点';
