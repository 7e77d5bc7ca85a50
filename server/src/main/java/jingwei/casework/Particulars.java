package jingwei.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jingwei.grid.GeoPoint;
import org.jspecify.annotations.Nullable;

/// 办理内容: what an act says besides its name. One flat form for all acts; each act declares which fields it needs and
/// which it takes ({@link PossibleAct}), and refuses the others.
///
/// @param opinion     意见
/// @param reason      理由
/// @param evidence    影音
/// @param source      来源 of a registered or imported report
/// @param reporter    举报人
/// @param description 问题描述
/// @param classCode   小类 `component-0101`, `event-0102`
/// @param condition   立案条件 number in the sheet
/// @param component   部件标识码
/// @param point       位置, CGCS2000 degrees
/// @param fix         raw position of the device, kept beside the chosen point (ACQ-04)
/// @param address     地点描述
/// @param collector   post of the collector who is to verify or check
/// @param unit        lead unit (主办单位)
/// @param supporting  supporting units (协办单位)
/// @param limit       时限 such as `4 工作时`
/// @param until       wished end of a hold
/// @param original    case a duplicate belongs to
/// @param into        case a merged one goes on in
/// @param parts       the units of the sub-cases of a split
/// @param order       the order answered
/// @param number      the other platform's number of the case
/// @param closing     结案方式
/// @param extra       补充栏目 of the class, by the key of the field
public record Particulars(
        @Nullable String opinion,
        @Nullable String reason,
        @Nullable List<Evidence> evidence,
        @Nullable ReportSource source,
        @Nullable Reporter reporter,
        @Nullable String description,
        @Nullable String classCode,
        @Nullable Integer condition,
        @Nullable String component,
        @Nullable GeoPoint point,
        @Nullable GeoPoint fix,
        @Nullable String address,
        @Nullable String collector,
        @Nullable String unit,
        @Nullable List<String> supporting,
        @Nullable String limit,
        @Nullable Instant until,
        @Nullable CaseNumber original,
        @Nullable CaseNumber into,
        @Nullable List<Part> parts,
        @Nullable String order,
        @Nullable String number,
        @Nullable Closing closing,
        @Nullable Map<String, Object> extra) {

    /// 举报人: who told us; hidden from handling units (SEC-03).
    public record Reporter(@Nullable String name, @Nullable String phone, boolean wantsReply) {
    }

    /// 分案: one sub-case: its unit and what it is to do.
    public record Part(String unit, String opinion) {
    }

    /// 结案方式: real, by notice to the unit, or on a plan out of season (standards/README 7.2).
    public enum Closing {
        REAL, NOTICE, PLAN
    }

    private static final Particulars NOTHING = new Particulars(null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /// No particulars at all, for an act that needs none.
    public static Particulars none() {
        return NOTHING;
    }

    /// The same words without who told us, for eyes that may not see him (SEC-03).
    public Particulars withoutReporter() {
        return new Particulars(opinion, reason, evidence, source, null, description, classCode, condition, component, point,
                fix, address, collector, unit, supporting, limit, until, original, into, parts, order, number, closing,
                extra);
    }

    /// The evidence, empty where none was given.
    public List<Evidence> evidenceOrNone() {
        return evidence == null ? List.of() : evidence;
    }
}
