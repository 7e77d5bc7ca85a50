package jingwei.standards;

/// 时限单位: what a time limit counts in, and whether it runs while offices are closed.
///
/// The first four are the units of filing-and-closing sheets; the minute is ours (DER), for the posts' own clocks, which
/// cities give in minutes and which run through the night. Requirements ACC-07, APM-05.
public enum LimitUnit {
    /// 紧急工作时: clock hours without stop, through nights, weekends and holidays.
    EMERGENCY_HOUR("紧急工作时", true),
    /// 工作时: only inside the working periods of working days.
    WORKING_HOUR("工作时", false),
    /// 工作日: working days; weekends and holidays out, make-up workdays in.
    WORKING_DAY("工作日", false),
    /// 紧急工作日: days on end, 24 hours each; rare. Plain 日 and 天 are read as this unit.
    DAY("紧急工作日", true),
    /// 分钟: clock minutes without stop. Our own unit, not of any sheet.
    EMERGENCY_MINUTE("分钟", true);

    private final String zh;
    private final boolean continuous;

    LimitUnit(String zh, boolean continuous) {
        this.zh = zh;
        this.continuous = continuous;
    }

    /// The word limits are printed with.
    public String zh() {
        return zh;
    }

    /// 连续计时: runs through nights, weekends and holidays.
    public boolean continuous() {
        return continuous;
    }

    /// Reads the Chinese word; plain 小时 is refused, for it does not say whether the night counts (`limit-unit-unknown`).
    public static LimitUnit of(String text) {
        return switch (text) {
            case "紧急工作时" -> EMERGENCY_HOUR;
            case "工作时" -> WORKING_HOUR;
            case "工作日" -> WORKING_DAY;
            case "紧急工作日", "日", "天" -> DAY;
            case "分钟" -> EMERGENCY_MINUTE;
            default -> throw unknown(text);
        };
    }

    private static RefusedException unknown(String text) {
        return Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "limit-unit-unknown",
                        Text.of("时限单位“" + text + "”无法识别。", "The unit of time “" + text + "” is not known."),
                        Text.of(
                                "请填 紧急工作时、工作时、工作日、紧急工作日 或 分钟;“小时”请写明是工作时还是紧急工作时。",
                                "Write 紧急工作时, 工作时, 工作日, 紧急工作日 or 分钟; a plain 小时 must say which hour it means."))
                .under("ACC-07")
                .asException();
    }
}
