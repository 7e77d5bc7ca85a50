ALTER TABLE citizen.reports ADD COLUMN email text CHECK (length(email) <= 120);
COMMENT ON COLUMN citizen.reports.email IS '举报人邮箱，到期抹去';
