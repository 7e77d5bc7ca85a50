CREATE TABLE basemap.updates (
  platform     text        NOT NULL REFERENCES tenancy.platforms (id),
  id           uuid        NOT NULL,
  layer        text        NOT NULL,
  mode         text        NOT NULL CHECK (mode IN ('REPLACE', 'MERGE')),
  file_name    text        NOT NULL,
  encoding     text,
  system       text,
  x_column     text,
  y_column     text,
  note         text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('RECEIVING', 'DIVIDING', 'CHECKING', 'CHECKED', 'FAULTY', 'REVIEWED', 'DECLINED',
                 'PUBLISHING', 'PUBLISHED', 'CANCELLED')),
  done         bigint      NOT NULL DEFAULT 0,
  total        bigint      NOT NULL DEFAULT -1,
  added        bigint      NOT NULL DEFAULT 0,
  changed      bigint      NOT NULL DEFAULT 0,
  removed      bigint      NOT NULL DEFAULT 0,
  unchanged    bigint      NOT NULL DEFAULT 0,
  faults       bigint      NOT NULL DEFAULT 0,
  warnings     bigint      NOT NULL DEFAULT 0,
  message      text,
  version      bigint,
  proposed_at  timestamptz NOT NULL,
  proposed_by  text        NOT NULL,
  proposer     uuid        NOT NULL,
  reviewed_at  timestamptz,
  reviewed_by  text,
  remark       text,
  published_at timestamptz,
  published_by text,
  PRIMARY KEY (platform, id)
);
CREATE INDEX updates_by_time ON basemap.updates (platform, proposed_at);
CREATE INDEX updates_to_do ON basemap.updates (platform, proposed_at) WHERE state IN ('DIVIDING', 'CHECKING', 'PUBLISHING');
COMMENT ON TABLE  basemap.updates              IS '数据更新：提出、检查、审核、发布的一次更新';
COMMENT ON COLUMN basemap.updates.platform     IS '平台标识';
COMMENT ON COLUMN basemap.updates.id           IS '更新标识，由提出方生成';
COMMENT ON COLUMN basemap.updates.layer        IS '图层标识';
COMMENT ON COLUMN basemap.updates.mode         IS '整体替换或按标识合并';
COMMENT ON COLUMN basemap.updates.file_name    IS '文件名';
COMMENT ON COLUMN basemap.updates.encoding     IS '声明的编码，未声明为空';
COMMENT ON COLUMN basemap.updates.system       IS '声明的坐标系，未声明时以文件为准';
COMMENT ON COLUMN basemap.updates.x_column     IS '东向坐标或经度所在列';
COMMENT ON COLUMN basemap.updates.y_column     IS '北向坐标或纬度所在列';
COMMENT ON COLUMN basemap.updates.note         IS '说明';
COMMENT ON COLUMN basemap.updates.state        IS '状态';
COMMENT ON COLUMN basemap.updates.done         IS '已处理记录数';
COMMENT ON COLUMN basemap.updates.total        IS '记录总数，未知为 -1';
COMMENT ON COLUMN basemap.updates.added        IS '将新增或已新增数';
COMMENT ON COLUMN basemap.updates.changed      IS '将变更或已变更数';
COMMENT ON COLUMN basemap.updates.removed      IS '将删除或已删除数';
COMMENT ON COLUMN basemap.updates.unchanged    IS '未变数';
COMMENT ON COLUMN basemap.updates.faults       IS '差错数，有差错不能发布';
COMMENT ON COLUMN basemap.updates.warnings     IS '提醒数，不妨碍发布';
COMMENT ON COLUMN basemap.updates.message      IS '不能继续的原因';
COMMENT ON COLUMN basemap.updates.version      IS '发布后的版本号';
COMMENT ON COLUMN basemap.updates.proposed_at  IS '提出时刻';
COMMENT ON COLUMN basemap.updates.proposed_by  IS '提出岗位';
COMMENT ON COLUMN basemap.updates.proposer     IS '提出人';
COMMENT ON COLUMN basemap.updates.reviewed_at  IS '审核时刻';
COMMENT ON COLUMN basemap.updates.reviewed_by  IS '审核岗位';
COMMENT ON COLUMN basemap.updates.remark       IS '审核意见';
COMMENT ON COLUMN basemap.updates.published_at IS '发布时刻';
COMMENT ON COLUMN basemap.updates.published_by IS '发布岗位';
SELECT tenancy.guard('basemap.updates');

CREATE TABLE basemap.update_parts (
  platform  text    NOT NULL,
  update_id uuid    NOT NULL,
  number    integer NOT NULL CHECK (number >= 0),
  content   bytea   NOT NULL,
  PRIMARY KEY (platform, update_id, number),
  FOREIGN KEY (platform, update_id) REFERENCES basemap.updates (platform, id)
);
ALTER TABLE basemap.update_parts ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE  basemap.update_parts           IS '更新文件：分段保存，服务器重启后仍可继续';
COMMENT ON COLUMN basemap.update_parts.platform  IS '平台标识';
COMMENT ON COLUMN basemap.update_parts.update_id IS '更新标识';
COMMENT ON COLUMN basemap.update_parts.number    IS '段号，从 0 起';
COMMENT ON COLUMN basemap.update_parts.content   IS '内容';
SELECT tenancy.guard('basemap.update_parts');

CREATE TABLE basemap.update_faults (
  platform  text    NOT NULL,
  update_id uuid    NOT NULL,
  number    integer NOT NULL,
  severity  text    NOT NULL CHECK (severity IN ('FAULT', 'WARNING')),
  kind      text    NOT NULL,
  record    bigint  NOT NULL,
  subject   text    NOT NULL,
  what_zh   text    NOT NULL,
  what_en   text    NOT NULL,
  place     bytea,
  settled   boolean NOT NULL DEFAULT false,
  remark    text,
  PRIMARY KEY (platform, update_id, number),
  FOREIGN KEY (platform, update_id) REFERENCES basemap.updates (platform, id)
);
COMMENT ON TABLE  basemap.update_faults           IS '检查报告：逐条列出的差错和提醒';
COMMENT ON COLUMN basemap.update_faults.platform  IS '平台标识';
COMMENT ON COLUMN basemap.update_faults.update_id IS '更新标识';
COMMENT ON COLUMN basemap.update_faults.number    IS '序号';
COMMENT ON COLUMN basemap.update_faults.severity  IS '差错或提醒';
COMMENT ON COLUMN basemap.update_faults.kind      IS '类别';
COMMENT ON COLUMN basemap.update_faults.record    IS '第几条记录，整体性的为 0';
COMMENT ON COLUMN basemap.update_faults.subject   IS '标识码';
COMMENT ON COLUMN basemap.update_faults.what_zh   IS '说明（中文）';
COMMENT ON COLUMN basemap.update_faults.what_en   IS '说明（英文）';
COMMENT ON COLUMN basemap.update_faults.place     IS '位置，WKB，经纬度';
COMMENT ON COLUMN basemap.update_faults.settled   IS '是否已处理';
COMMENT ON COLUMN basemap.update_faults.remark    IS '处理说明';
SELECT tenancy.guard('basemap.update_faults');

CREATE TABLE basemap.datum_steps (
  platform   text        NOT NULL REFERENCES tenancy.platforms (id),
  datum      text        NOT NULL,
  version    integer     NOT NULL CHECK (version > 0),
  step       jsonb       NOT NULL,
  report     jsonb       NOT NULL,
  settled_at timestamptz NOT NULL,
  settled_by text        NOT NULL,
  PRIMARY KEY (platform, datum, version)
);
COMMENT ON TABLE  basemap.datum_steps            IS '坐标转换参数：由控制点拟合或测绘部门提供，只增不改';
COMMENT ON COLUMN basemap.datum_steps.platform   IS '平台标识';
COMMENT ON COLUMN basemap.datum_steps.datum      IS '原基准';
COMMENT ON COLUMN basemap.datum_steps.version    IS '版本号，最大的现行';
COMMENT ON COLUMN basemap.datum_steps.step       IS '参数';
COMMENT ON COLUMN basemap.datum_steps.report     IS '拟合报告：残差、剔除的控制点';
COMMENT ON COLUMN basemap.datum_steps.settled_at IS '设定时刻';
COMMENT ON COLUMN basemap.datum_steps.settled_by IS '设定岗位';
SELECT tenancy.guard_append_only('basemap.datum_steps');
