package jingwei.organization;

import java.util.Optional;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 机构类型: what an organization is. The kind decides the axis, except for a team, which lies on the axis of its parent.
public enum OrganizationKind {
    SUPERVISION_CENTER(Axis.SUPERVISION, "监督中心", "supervision center"),
    COMMAND_CENTER(Axis.COMMAND, "指挥中心", "command center"),
    UNIT(Axis.HANDLING, "责任单位", "responsible unit"),
    TEAM(null, "班组", "team"),
    OFFICE(Axis.LEADERSHIP, "领导办公室", "office of leaders"),
    ADMINISTRATION(null, "系统管理", "administration"),
    SECURITY_ADMINISTRATION(null, "安全管理", "security administration"),
    AUDIT_ADMINISTRATION(null, "审计管理", "audit administration");

    private final @Nullable Axis axis;
    private final Text name;

    OrganizationKind(@Nullable Axis axis, String zh, String en) {
        this.axis = axis;
        this.name = Text.of(zh, en);
    }

    /// The axis this kind always has; empty for a team (its parent's) and for the three administrations (none at all).
    public Optional<Axis> axis() {
        return Optional.ofNullable(axis);
    }

    public Text text() {
        return name;
    }
}
