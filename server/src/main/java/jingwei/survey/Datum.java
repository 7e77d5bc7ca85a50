package jingwei.survey;

/// 大地基准: the reference a set of coordinates is tied to.
public enum Datum {
    CGCS2000("2000 国家大地坐标系", 6_378_137.0, 298.257222101),
    XIAN_80("1980 西安坐标系", 6_378_140.0, 298.257),
    BEIJING_54("1954 北京坐标系", 6_378_245.0, 298.3),
    /// The city's own grid, on the ellipsoid of Xi'an 80 unless its office says otherwise.
    CITY("城市地方坐标系", 6_378_140.0, 298.257),
    /// Internet coordinates, shifted on purpose; within ±10 m, never measured in.
    GCJ_02("火星坐标 GCJ-02", 6_378_137.0, 298.257222101),
    BD_09("百度坐标 BD-09", 6_378_137.0, 298.257222101);

    private final String zh;
    private final double semiMajor;
    private final double inverseFlattening;

    Datum(String zh, double semiMajor, double inverseFlattening) {
        this.zh = zh;
        this.semiMajor = semiMajor;
        this.inverseFlattening = inverseFlattening;
    }

    public String zh() {
        return zh;
    }

    double semiMajor() {
        return semiMajor;
    }

    double inverseFlattening() {
        return inverseFlattening;
    }

    /// Whether the step to CGCS2000 needs parameters of the platform.
    public boolean needsParameters() {
        return switch (this) {
            case XIAN_80, BEIJING_54, CITY -> true;
            case CGCS2000, GCJ_02, BD_09 -> false;
        };
    }
}
