-- 日志链. An entry is chained after its transaction is over, so that chaining never makes two acts wait for each other; the
-- transaction's number says which entries are over (as in casework.case_acts).
ALTER TABLE journal.entries
  ADD COLUMN recorded_in tenancy.transaction_number NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX entries_recorded ON journal.entries (platform, recorded_in);
COMMENT ON COLUMN journal.entries.recorded_in IS '写入它的事务号：事务结束后才入链';

CREATE TABLE journal.links (
  platform text   NOT NULL,
  seq      bigint NOT NULL,
  entry    uuid   NOT NULL,
  hash     text   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (platform, seq),
  UNIQUE (platform, entry)
);
COMMENT ON TABLE  journal.links          IS '日志链：每条日志一环，环值由上一环和本条内容算出，改一条则以后各环都对不上';
COMMENT ON COLUMN journal.links.platform IS '平台标识';
COMMENT ON COLUMN journal.links.seq      IS '链上的序号，从 1 起不间断';
COMMENT ON COLUMN journal.links.entry    IS '日志标识';
COMMENT ON COLUMN journal.links.hash     IS '环值：SHA-256（上一环的环值、换行、本条规范文本）';
SELECT tenancy.guard_append_only('journal.links');

CREATE TABLE journal.anchors (
  platform text        NOT NULL,
  day      date        NOT NULL,
  seq      bigint      NOT NULL,
  hash     text        NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (platform, day)
);
COMMENT ON TABLE  journal.anchors          IS '日志锚：每日一个，抄存到系统之外，可离线核对整条链未被重写';
COMMENT ON COLUMN journal.anchors.platform IS '平台标识';
COMMENT ON COLUMN journal.anchors.day      IS '日期';
COMMENT ON COLUMN journal.anchors.seq      IS '当日最后一环的序号';
COMMENT ON COLUMN journal.anchors.hash     IS '当日最后一环的环值';
COMMENT ON COLUMN journal.anchors.at       IS '落锚的时刻（墙上时钟）';
SELECT tenancy.guard_append_only('journal.anchors');

CREATE TABLE journal.chains (
  platform text   NOT NULL PRIMARY KEY,
  next     tenancy.transaction_number NOT NULL,
  seq      bigint NOT NULL,
  hash     text   NOT NULL
);
COMMENT ON TABLE  journal.chains          IS '入链位置：读到哪个事务，链到第几环';
COMMENT ON COLUMN journal.chains.platform IS '平台标识';
COMMENT ON COLUMN journal.chains.next     IS '下次从哪个事务号读起';
COMMENT ON COLUMN journal.chains.seq      IS '最后一环的序号';
COMMENT ON COLUMN journal.chains.hash     IS '最后一环的环值';
SELECT tenancy.guard('journal.chains');
