-- A platform that has moved to another server: its rows are kept until the move is confirmed, and nobody works on them.
ALTER TABLE tenancy.platforms ADD COLUMN moved_at timestamptz;
ALTER TABLE tenancy.platforms ADD COLUMN moved_to text;
ALTER TABLE tenancy.platforms ADD CHECK ((moved_at IS NULL) = (moved_to IS NULL));
COMMENT ON COLUMN tenancy.platforms.moved_at IS '迁往别的服务器的时刻；在本服务器上为空。迁出后数据封存，确认后清除';
COMMENT ON COLUMN tenancy.platforms.moved_to IS '迁往的地址，供仍向本服务器登录的人查看';
