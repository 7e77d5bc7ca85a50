package jingwei.standards;

/// 区域等级: the management level of an area a time limit applies to. A core area, B general area, C the rest.
///
/// `ALL` means the limit is the same everywhere. The form comes from GB/T 30428.8; that A is the core area is known from
/// one city's form only. Requirement APM-04.
public enum AreaClass {
    A("A"),
    B("B"),
    C("C"),
    ALL("全部");

    private final String zh;

    AreaClass(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /// True where a row of this class speaks about an area of that class.
    public boolean covers(AreaClass area) {
        return this == ALL || this == area;
    }

    /// Reads `A`, `B`, `C`, `ALL` or 全部; anything else is refused as `area-class-unknown`.
    public static AreaClass of(String text) {
        for (AreaClass each : values()) {
            if (each.name().equals(text) || each.zh.equals(text)) {
                return each;
            }
        }
        throw Refusal.of(
                        Refusal.Kind.MALFORMED,
                        "area-class-unknown",
                        Text.of("区域等级“" + text + "”无法识别。", "The area class “" + text + "” is not known."),
                        Text.of("请填 A、B、C 或 ALL(全部)。", "Write A, B, C or ALL."))
                .under("APM-04")
                .asException();
    }
}
