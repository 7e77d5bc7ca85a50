CREATE SCHEMA process;

CREATE TABLE process.definitions (
  platform     text        NOT NULL,
  name         text        NOT NULL,
  version      int         NOT NULL CHECK (version > 0),
  page         text        NOT NULL,
  published_at timestamptz NOT NULL,
  published_by text        NOT NULL,
  in_force     bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (platform, name, version)
);
SELECT tenancy.guard_append_only('process.definitions');
COMMENT ON TABLE  process.definitions              IS '流程定义：发布后不可修改的版本，最近发布者为现行';
COMMENT ON COLUMN process.definitions.platform     IS '平台';
COMMENT ON COLUMN process.definitions.name         IS '流程名称';
COMMENT ON COLUMN process.definitions.version      IS '版本号';
COMMENT ON COLUMN process.definitions.page         IS '流程全文（一页文本）';
COMMENT ON COLUMN process.definitions.published_at IS '发布时刻';
COMMENT ON COLUMN process.definitions.published_by IS '发布岗位';
COMMENT ON COLUMN process.definitions.in_force     IS '生效次序，最大者为现行';

-- One row an arrow and axis: what a foreign key of the acts points to, so that the database refuses an unlawful step.
CREATE TABLE process.process_arrows (
  platform   text NOT NULL,
  name       text NOT NULL,
  version    int  NOT NULL,
  from_state text NOT NULL,
  act        text NOT NULL,
  to_state   text NOT NULL,
  axis       text NOT NULL CHECK (axis IN ('SUPERVISION', 'COMMAND', 'HANDLING', 'LEADERSHIP')),
  PRIMARY KEY (platform, name, version, from_state, act, to_state, axis),
  FOREIGN KEY (platform, name, version) REFERENCES process.definitions (platform, name, version)
);
SELECT tenancy.guard_append_only('process.process_arrows');
COMMENT ON TABLE  process.process_arrows            IS '流程流转：办理记录的外键目标，数据库据此拒绝不合流程的动作';
COMMENT ON COLUMN process.process_arrows.platform   IS '平台';
COMMENT ON COLUMN process.process_arrows.name       IS '流程名称';
COMMENT ON COLUMN process.process_arrows.version    IS '版本号';
COMMENT ON COLUMN process.process_arrows.from_state IS '起点状态，none 为立卷之前';
COMMENT ON COLUMN process.process_arrows.act        IS '办理动作';
COMMENT ON COLUMN process.process_arrows.to_state   IS '终点状态，与起点相同为原地办理';
COMMENT ON COLUMN process.process_arrows.axis       IS '办理岗位所在的轴';
