CREATE TABLE catalog.phrases (
  platform text NOT NULL REFERENCES tenancy.platforms (id),
  id       uuid NOT NULL,
  person   uuid,
  act      text,
  words    text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 500),
  kept_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('catalog.phrases', 'SELECT, INSERT, UPDATE, DELETE');
COMMENT ON TABLE  catalog.phrases          IS '常用语：办理意见的套话，平台的或个人的';
COMMENT ON COLUMN catalog.phrases.platform IS '平台';
COMMENT ON COLUMN catalog.phrases.id       IS '标识，由客户端生成';
COMMENT ON COLUMN catalog.phrases.person   IS '所属人（自然人）；空为平台共用';
COMMENT ON COLUMN catalog.phrases.act      IS '适用动作；空为各动作通用';
COMMENT ON COLUMN catalog.phrases.words    IS '内容';
COMMENT ON COLUMN catalog.phrases.kept_at  IS '保存时刻';

CREATE TABLE catalog.papers (
  platform text NOT NULL REFERENCES tenancy.platforms (id),
  id       uuid NOT NULL,
  kind     text NOT NULL CHECK (kind IN ('LAW', 'DUTY', 'RULE', 'PLAN')),
  title    text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 200),
  body     text NOT NULL CHECK (char_length(body) BETWEEN 1 AND 100000),
  source   text NOT NULL,
  kept_at  timestamptz NOT NULL,
  PRIMARY KEY (platform, id)
);
SELECT tenancy.guard('catalog.papers', 'SELECT, INSERT, UPDATE, DELETE');
COMMENT ON TABLE  catalog.papers          IS '知识库：法规、权责、办法、预案';
COMMENT ON COLUMN catalog.papers.platform IS '平台';
COMMENT ON COLUMN catalog.papers.id       IS '标识，由客户端生成';
COMMENT ON COLUMN catalog.papers.kind     IS '类别：法规、权责、办法、预案';
COMMENT ON COLUMN catalog.papers.title    IS '标题';
COMMENT ON COLUMN catalog.papers.body     IS '正文';
COMMENT ON COLUMN catalog.papers.source   IS '出处';
COMMENT ON COLUMN catalog.papers.kept_at  IS '保存时刻';
