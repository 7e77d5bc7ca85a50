CREATE SCHEMA media;

CREATE TABLE media.items (
  platform  text        NOT NULL REFERENCES tenancy.platforms (id),
  hash      text        NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  kind      text        NOT NULL CHECK (kind IN ('IMAGE', 'SOUND', 'VIDEO', 'DOCUMENT')),
  type      text        NOT NULL,
  size      bigint      NOT NULL CHECK (size > 0),
  width     int,
  height    int,
  taken_at  timestamptz,
  longitude double precision,
  latitude  double precision,
  thumbnail boolean     NOT NULL,
  added_by  uuid,
  added_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, hash),
  FOREIGN KEY (platform, added_by) REFERENCES identity.accounts (platform, id)
);
COMMENT ON TABLE  media.items           IS '影音：照片、录音、录像、文档，按内容摘要存放，原件不改动';
COMMENT ON COLUMN media.items.platform  IS '平台标识';
COMMENT ON COLUMN media.items.hash      IS '内容的 SHA-256，十六进制小写，即存放的名字';
COMMENT ON COLUMN media.items.kind      IS '种类：照片、录音、录像、文档';
COMMENT ON COLUMN media.items.type      IS '由内容判定的媒体类型';
COMMENT ON COLUMN media.items.size      IS '字节数';
COMMENT ON COLUMN media.items.width     IS '照片的像素宽';
COMMENT ON COLUMN media.items.height    IS '照片的像素高';
COMMENT ON COLUMN media.items.taken_at  IS '拍摄时刻，取自照片的 EXIF';
COMMENT ON COLUMN media.items.longitude IS '拍摄经度，WGS 84，取自照片的 EXIF';
COMMENT ON COLUMN media.items.latitude  IS '拍摄纬度，WGS 84，取自照片的 EXIF';
COMMENT ON COLUMN media.items.thumbnail IS '是否有缩略图';
COMMENT ON COLUMN media.items.added_by  IS '上传的账号；系统自己加入的为空';
COMMENT ON COLUMN media.items.added_at  IS '上传时刻';
SELECT tenancy.guard('media.items', 'SELECT, INSERT');
