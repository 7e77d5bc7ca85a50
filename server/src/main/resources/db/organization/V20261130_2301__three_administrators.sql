-- 三员分立: the system, the security and the audit administrator lie on three values of the same column that holds the two axes
-- apart, so the constraints that keep a person off a second axis keep him off a second administrator's post too.

ALTER TABLE organization.organizations
  DROP CONSTRAINT organizations_axis_check,
  DROP CONSTRAINT kind_decides_axis,
  ADD CONSTRAINT organizations_axis_check
    CHECK (axis IN ('SUPERVISION', 'COMMAND', 'HANDLING', 'LEADERSHIP', 'NONE', 'SECURITY', 'AUDIT')),
  ADD CONSTRAINT kind_decides_axis CHECK (
       kind = 'SUPERVISION_CENTER'      AND axis = 'SUPERVISION'
    OR kind = 'COMMAND_CENTER'          AND axis = 'COMMAND'
    OR kind = 'UNIT'                    AND axis = 'HANDLING'
    OR kind = 'OFFICE'                  AND axis = 'LEADERSHIP'
    OR kind = 'ADMINISTRATION'          AND axis = 'NONE'
    OR kind = 'SECURITY_ADMINISTRATION' AND axis = 'SECURITY'
    OR kind = 'AUDIT_ADMINISTRATION'    AND axis = 'AUDIT'
    OR kind = 'TEAM'                    AND axis IN ('SUPERVISION', 'COMMAND', 'HANDLING'));
COMMENT ON COLUMN organization.organizations.axis IS '轴：监督、指挥、处置、领导；系统管理为 NONE，安全管理为 SECURITY，审计管理为 AUDIT';

ALTER TABLE organization.posts
  DROP CONSTRAINT post_kind_decides_axis,
  ADD CONSTRAINT post_kind_decides_axis CHECK (
       axis = 'SUPERVISION' AND kind IN ('collector', 'operator', 'shift-leader', 'center-chief', 'supervision-gateway')
    OR axis = 'COMMAND'     AND kind IN ('dispatcher', 'command-chief', 'auto-dispatcher', 'command-gateway')
    OR axis = 'HANDLING'    AND kind IN ('handler', 'partner')
    OR axis = 'LEADERSHIP'  AND kind IN ('leader')
    OR axis = 'NONE'        AND kind IN ('administrator')
    OR axis = 'SECURITY'    AND kind IN ('security-administrator')
    OR axis = 'AUDIT'       AND kind IN ('audit-administrator'));
COMMENT ON COLUMN organization.posts.axis IS '轴，与机构相同；系统、安全、审计管理员为 NONE、SECURITY、AUDIT';

ALTER TABLE organization.person_axes
  DROP CONSTRAINT person_axes_axis_check,
  ADD CONSTRAINT person_axes_axis_check
    CHECK (axis IN ('SUPERVISION', 'COMMAND', 'HANDLING', 'LEADERSHIP', 'NONE', 'SECURITY', 'AUDIT'));
