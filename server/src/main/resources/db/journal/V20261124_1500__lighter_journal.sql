-- Every write of everybody touches these two tables. A foreign key to one and the same row of the platform or the account
-- makes all of them lock that row; the guard and the session say already that both exist.
ALTER TABLE journal.entries DROP CONSTRAINT entries_platform_fkey;
ALTER TABLE journal.submissions DROP CONSTRAINT submissions_platform_account_fkey;
-- Nearly all entries are operations: who looks for those reads the newest by the primary key.
DROP INDEX journal.entries_kind;
CREATE INDEX entries_kind ON journal.entries (platform, kind, id) WHERE kind <> 'OPERATION';
-- The answer is written together with the deed, once.
ALTER TABLE journal.submissions ALTER status SET NOT NULL, ALTER headers SET NOT NULL, ALTER body SET NOT NULL;
COMMENT ON COLUMN journal.submissions.status IS '回答的状态码';
