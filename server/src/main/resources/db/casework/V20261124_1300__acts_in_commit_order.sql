-- Who follows the acts must not skip one whose transaction ends late: acts carry their transaction, and a follower reads
-- only those of transactions that are over (HOUSE chapter 20). The index grows at its right end only.
ALTER TABLE casework.case_acts
  ADD COLUMN recorded_in bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX case_acts_recorded ON casework.case_acts (platform, recorded_in);
COMMENT ON COLUMN casework.case_acts.recorded_in IS '写入它的事务号：评价等按已结束的事务跟读，不漏晚提交的记录';
