package jingwei.door.gate;

import java.util.List;

/// 区域: who comes in through a listener, and therefore which addresses it serves (SEC-02).
///
/// The handset's and the public's lists name what is served; everything else is not there. The office serves all that has
/// no listener of its own.
enum Zone {
    /// 办公区: desks, wall and administration.
    OFFICE("办公区", List.of()),
    /// 手持区: the collectors' app and what it calls.
    HANDSET("手持区", List.of("/collector", "/api/health", "/api/platforms", "/api/sessions", "/api/accounts/current", "/api/vocabulary",
            "/api/cases", "/api/classes", "/api/collection", "/api/collectors", "/api/components", "/api/media", "/api/notices",
            "/api/geocoding", "/api/basemap/tiles", "/api/basemap/layers", "/api/unit-grids", "/api/locate", "/api/clock")),
    /// 公众区: reports of citizens and of other systems; of the base data only what the citizens' page shows.
    PUBLIC("公众区", List.of("/report", "/api/health", "/api/platforms", "/api/citizen", "/open311"));

    private final String zh;
    private final List<String> served;

    Zone(String zh, List<String> served) {
        this.zh = zh;
        this.served = served;
    }

    String zh() {
        return zh;
    }

    /// Whether the path is one of those named, or below one of them; the office names none and is asked through {@link Zones}.
    boolean names(String path) {
        return served.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    /// The first page of this zone.
    String home() {
        return this == PUBLIC ? "/report/" : this == HANDSET ? "/collector/" : "/office/";
    }

    /// The app that is only here once this zone has a listener of its own.
    List<String> own() {
        return switch (this) {
            case OFFICE -> List.of();
            case HANDSET -> List.of("/collector");
            case PUBLIC -> List.of("/report", "/api/citizen", "/open311");
        };
    }
}
