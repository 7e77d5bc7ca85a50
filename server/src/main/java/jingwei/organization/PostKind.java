package jingwei.organization;

import static jingwei.identity.Permission.APPOINT;
import static jingwei.identity.Permission.CALENDAR_EDIT;
import static jingwei.identity.Permission.CALENDAR_READ;
import static jingwei.identity.Permission.CASE_ACT;
import static jingwei.identity.Permission.CASE_READ;
import static jingwei.identity.Permission.CATALOG_EDIT;
import static jingwei.identity.Permission.CATALOG_READ;
import static jingwei.identity.Permission.EVALUATION_EDIT;
import static jingwei.identity.Permission.EVALUATION_READ;
import static jingwei.identity.Permission.EXCHANGE_ACT;
import static jingwei.identity.Permission.EXCHANGE_EDIT;
import static jingwei.identity.Permission.EXCHANGE_READ;
import static jingwei.identity.Permission.JOURNAL_READ;
import static jingwei.identity.Permission.LAND_EDIT;
import static jingwei.identity.Permission.LAND_REVIEW;
import static jingwei.identity.Permission.LAND_READ;
import static jingwei.identity.Permission.MEDIA_ADD;
import static jingwei.identity.Permission.MEDIA_READ;
import static jingwei.identity.Permission.NOTICE_READ;
import static jingwei.identity.Permission.ORGANIZATION_EDIT;
import static jingwei.identity.Permission.ORGANIZATION_READ;
import static jingwei.identity.Permission.PLATFORM_EDIT;
import static jingwei.identity.Permission.PROCESS_EDIT;
import static jingwei.identity.Permission.PROCESS_READ;
import static jingwei.identity.Permission.SITUATION_READ;
import static jingwei.identity.Permission.SITUATION_ORDER;
import static jingwei.identity.Permission.SITUATION_EDIT;
import static jingwei.identity.Permission.SITUATION_FEED;
import static jingwei.identity.Permission.ACCOUNT_EDIT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jingwei.identity.Permission;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 岗位类型: the kinds of post, each on exactly one axis. The words stand in process definitions as `word()`.
///
/// Automation acts through named posts of its own kind, so that nothing anonymous ever moves a case. The administrator
/// keeps the settings, belongs to no axis and moves no case; nor do the security and the audit administrator, and none of the
/// three holds another's post (三员分立).
public enum PostKind {
    COLLECTOR(Axis.SUPERVISION, "信息采集员", "information collector"),
    OPERATOR(Axis.SUPERVISION, "受理员", "acceptance operator"),
    SHIFT_LEADER(Axis.SUPERVISION, "值班长", "shift leader"),
    CENTER_CHIEF(Axis.SUPERVISION, "监督中心主任", "head of the supervision center"),
    SUPERVISION_GATEWAY(Axis.SUPERVISION, "监督侧数据交换", "exchange post of the supervision side"),
    DISPATCHER(Axis.COMMAND, "派遣员", "dispatcher"),
    COMMAND_CHIEF(Axis.COMMAND, "指挥中心主任", "head of the command center"),
    AUTO_DISPATCHER(Axis.COMMAND, "自动派遣", "automatic dispatcher"),
    COMMAND_GATEWAY(Axis.COMMAND, "指挥侧数据交换", "exchange post of the command side"),
    HANDLER(Axis.HANDLING, "处置人员", "handler of a responsible unit"),
    PARTNER(Axis.HANDLING, "协同平台", "another platform that handles"),
    LEADER(Axis.LEADERSHIP, "领导", "leader"),
    ADMINISTRATOR(null, "系统管理员", "administrator"),
    SECURITY_ADMINISTRATOR(null, "安全管理员", "security administrator"),
    AUDIT_ADMINISTRATOR(null, "审计管理员", "audit administrator");

    private final @Nullable Axis axis;
    private final Text name;

    PostKind(@Nullable Axis axis, String zh, String en) {
        this.axis = axis;
        this.name = Text.of(zh, en);
    }

    /// The one axis of this kind; empty for the three administrators, who never act on a case.
    public Optional<Axis> axis() {
        return Optional.ofNullable(axis);
    }

    /// 归属: the one value of the database's axis column that a holder of this kind has; two of them exclude each other.
    public String side() {
        return switch (this) {
            case ADMINISTRATOR -> "NONE";
            case SECURITY_ADMINISTRATOR -> "SECURITY";
            case AUDIT_ADMINISTRATOR -> "AUDIT";
            default -> java.util.Objects.requireNonNull(axis).name();
        };
    }

    /// One of the three (三员): system, security, audit.
    public boolean administers() {
        return axis == null;
    }

    public Text text() {
        return name;
    }

    /// The word used in process definitions, stories and the contract: `shift-leader`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PostKind> ofWord(String word) {
        for (PostKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// What the post may ask of the HTTP contract; which acts it may perform is the process's business, not this list's.
    public Set<Permission> permissions() {
        if (this == SECURITY_ADMINISTRATOR) {
            return EnumSet.of(ORGANIZATION_READ, ACCOUNT_EDIT, APPOINT, NOTICE_READ);
        }
        if (this == AUDIT_ADMINISTRATOR) {
            return EnumSet.of(ORGANIZATION_READ, JOURNAL_READ, NOTICE_READ);
        }
        if (this == ADMINISTRATOR) {
            // Less once the security and the audit administrator are in office: Organizations#of takes theirs away.
            return EnumSet.of(APPOINT, CASE_READ, LAND_READ, LAND_EDIT, CATALOG_READ, CATALOG_EDIT, PROCESS_READ, PROCESS_EDIT,
                    CALENDAR_READ, CALENDAR_EDIT, ORGANIZATION_READ, ORGANIZATION_EDIT, ACCOUNT_EDIT, MEDIA_READ,
                    NOTICE_READ, JOURNAL_READ, EVALUATION_READ, PLATFORM_EDIT, SITUATION_READ, SITUATION_EDIT, EXCHANGE_READ, EXCHANGE_EDIT);
        }
        Set<Permission> all = EnumSet.of(CASE_READ, CASE_ACT, LAND_READ, CATALOG_READ, PROCESS_READ, CALENDAR_READ,
                ORGANIZATION_READ, MEDIA_READ, MEDIA_ADD, NOTICE_READ, EVALUATION_READ);
        if (this == CENTER_CHIEF) {
            // Evaluation is run by the supervision side and by nobody else (EVA-05, 两轴分立).
            all.add(EVALUATION_EDIT);
            // Whoever proposes a change of the land does not approve it himself (BDR-05).
            all.add(LAND_REVIEW);
        }
        // The wall shows the whole area, so a unit or a collector, who see their own, do not get it (SEC-03, CMD-01).
        switch (this) {
            case CENTER_CHIEF, COMMAND_CHIEF -> all.addAll(EnumSet.of(SITUATION_READ, SITUATION_ORDER, SITUATION_EDIT));
            case OPERATOR, SHIFT_LEADER, DISPATCHER, LEADER -> all.addAll(EnumSet.of(SITUATION_READ, SITUATION_ORDER));
            case SUPERVISION_GATEWAY, COMMAND_GATEWAY -> all.add(SITUATION_FEED);
            case COLLECTOR, AUTO_DISPATCHER, HANDLER, PARTNER, ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> {
            }
        }
        if (axis != Axis.HANDLING && this != COLLECTOR) {
            all.add(EXCHANGE_READ);
        }
        if (this == DISPATCHER || this == COMMAND_CHIEF || this == SHIFT_LEADER || this == CENTER_CHIEF) {
            // A letter that waits for a person waits for one who moves cases; keys and lines are the administrator's.
            all.add(EXCHANGE_ACT);
        }
        return all;
    }
}
