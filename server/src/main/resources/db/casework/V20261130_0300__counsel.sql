-- 案内请示、班组交办: what posts say to each other about a case without moving it.
CREATE TABLE casework.questions (
  platform    text NOT NULL,
  id          uuid NOT NULL,
  number      text NOT NULL,
  asked_by    text NOT NULL,
  asked_of    text NOT NULL,
  person      uuid NOT NULL,
  words       text NOT NULL CHECK (char_length(words) BETWEEN 1 AND 5000),
  asked_at    timestamptz NOT NULL,
  answer      text CHECK (char_length(answer) BETWEEN 1 AND 5000),
  answered_by uuid,
  answered_at timestamptz,
  PRIMARY KEY (platform, id),
  FOREIGN KEY (platform, number) REFERENCES casework.cases (platform, number),
  CHECK ((answer IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_by IS NULL))
);
CREATE INDEX questions_case ON casework.questions (platform, number);
CREATE INDEX questions_open ON casework.questions (platform, asked_of) WHERE answer IS NULL;
SELECT tenancy.guard('casework.questions', 'SELECT, INSERT, UPDATE');
COMMENT ON TABLE  casework.questions             IS '请示：办理人就案件向上级岗位请示，批复留在案内；不改变案件状态和时限';
COMMENT ON COLUMN casework.questions.platform    IS '平台';
COMMENT ON COLUMN casework.questions.id          IS '标识，由客户端生成';
COMMENT ON COLUMN casework.questions.number      IS '案件编号';
COMMENT ON COLUMN casework.questions.asked_by    IS '请示岗位';
COMMENT ON COLUMN casework.questions.asked_of    IS '被请示岗位';
COMMENT ON COLUMN casework.questions.person      IS '请示人（自然人）';
COMMENT ON COLUMN casework.questions.words       IS '请示内容';
COMMENT ON COLUMN casework.questions.asked_at    IS '请示时刻';
COMMENT ON COLUMN casework.questions.answer      IS '批复内容；空为待批复';
COMMENT ON COLUMN casework.questions.answered_by IS '批复人（自然人）';
COMMENT ON COLUMN casework.questions.answered_at IS '批复时刻';

CREATE TABLE casework.hand_ons (
  platform  text NOT NULL,
  number    text NOT NULL,
  unit      text NOT NULL,
  given_by  text NOT NULL,
  given_to  text NOT NULL,
  person    uuid NOT NULL,
  words     text NOT NULL CHECK (char_length(words) <= 5000),
  given_at  timestamptz NOT NULL,
  longitude double precision CHECK (longitude BETWEEN -180 AND 180),
  latitude  double precision CHECK (latitude BETWEEN -90 AND 90),
  there_at  timestamptz,
  PRIMARY KEY (platform, number, unit),
  FOREIGN KEY (platform, number) REFERENCES casework.cases (platform, number),
  CHECK ((there_at IS NULL) = (longitude IS NULL) AND (there_at IS NULL) = (latitude IS NULL))
);
CREATE INDEX hand_ons_to ON casework.hand_ons (platform, given_to, there_at DESC);
SELECT tenancy.guard('casework.hand_ons', 'SELECT, INSERT, UPDATE, DELETE');
COMMENT ON TABLE  casework.hand_ons           IS '班组交办：处置单位把案件交给本单位班组的人员；不改变案件状态和责任单位，可收回';
COMMENT ON COLUMN casework.hand_ons.platform  IS '平台';
COMMENT ON COLUMN casework.hand_ons.number    IS '案件编号';
COMMENT ON COLUMN casework.hand_ons.unit      IS '交办单位';
COMMENT ON COLUMN casework.hand_ons.given_by  IS '交办岗位';
COMMENT ON COLUMN casework.hand_ons.given_to  IS '承办岗位';
COMMENT ON COLUMN casework.hand_ons.person    IS '交办人（自然人）';
COMMENT ON COLUMN casework.hand_ons.words     IS '交办要求';
COMMENT ON COLUMN casework.hand_ons.given_at  IS '交办时刻';
COMMENT ON COLUMN casework.hand_ons.longitude IS '到场位置经度';
COMMENT ON COLUMN casework.hand_ons.latitude  IS '到场位置纬度';
COMMENT ON COLUMN casework.hand_ons.there_at  IS '到场时刻；空为未到场';
