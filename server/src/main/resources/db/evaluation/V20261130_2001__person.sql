-- Who did it, beside the post: statistics are split by person too. A column that is new is empty, so the follower reads all acts once more.
ALTER TABLE evaluation.case_facts ADD COLUMN person uuid;
ALTER TABLE evaluation.stage_facts ADD COLUMN person uuid;
ALTER TABLE evaluation.task_facts ADD COLUMN person uuid;
COMMENT ON COLUMN evaluation.case_facts.person IS '上报人（自然人）';
COMMENT ON COLUMN evaluation.stage_facts.person IS '办理人（自然人）；待办的为空';
COMMENT ON COLUMN evaluation.task_facts.person IS '完成任务的人（自然人）；未完成的为空';
ALTER TABLE evaluation.cursors NO FORCE ROW LEVEL SECURITY;
UPDATE evaluation.cursors SET next = 0;
ALTER TABLE evaluation.cursors FORCE ROW LEVEL SECURITY;
