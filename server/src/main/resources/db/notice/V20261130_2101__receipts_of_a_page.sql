-- 通知回执: what was told about a case is asked for on its page.
CREATE INDEX notices_link ON notice.notices (platform, link, id) WHERE link IS NOT NULL;
