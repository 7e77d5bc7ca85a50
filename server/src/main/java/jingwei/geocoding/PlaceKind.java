package jingwei.geocoding;

import java.util.Locale;
import java.util.Optional;

/// 地点类别: the kinds of basic place (基本地点分类, GEO-01).
public enum PlaceKind {
    CITY("市", "city"),
    DISTRICT("区县", "district"),
    STREET("街道", "subdistrict"),
    COMMUNITY("社区", "community"),
    ROAD("街巷", "road"),
    PLATE("门牌", "door plate"),
    QUARTER("小区", "quarter"),
    BUILDING("楼牌", "building"),
    LANDMARK("标志物", "landmark"),
    POI("兴趣点", "point of interest");

    private final String zh;
    private final String en;

    PlaceKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /// The word in files and in the contract, e.g. `poi`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Administrative areas: city, district, subdistrict, community.
    public boolean isArea() {
        return ordinal() <= COMMUNITY.ordinal();
    }

    public static Optional<PlaceKind> of(String word) {
        for (PlaceKind kind : values()) {
            if (kind.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
