package jingwei.basemap.backdrop;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.Datum;
import org.jspecify.annotations.Nullable;

/// 底图服务: one tile service as the operator wrote it down.
///
/// @param url         address of a tile with `{z}`, `{x}` (column), `{y}` (row) and, where needed, `{key}`
/// @param key         goes into `{key}`; known to the server alone
/// @param system      `web-mercator`, `cgcs2000` (degrees), or a plane of the closed list
/// @param origin      upper left corner of the tile matrix, east before north; not needed for the first two
/// @param resolutions units of one pixel, level by level; not needed for the first two
/// @param matrices    names of the levels in the service where they are not 0, 1, 2 …
/// @param platforms   platforms that may use it; empty for all
record Backdrop(String id, String nameZh, String nameEn, String url, @Nullable String key, String system, double @Nullable [] origin,
        double @Nullable [] resolutions, @Nullable List<String> matrices, @Nullable Integer tileSize, int leastZoom, int mostZoom,
        @Nullable String attribution, @Nullable List<String> platforms) {

    private static final double HALF = Math.PI * 6_378_137;
    private static final int LEVELS = 22;

    /// What is wrong with it; null for nothing.
    @Nullable String fault() {
        if (id == null || !id.matches("[a-z][a-z0-9-]{1,40}") || nameZh == null || nameEn == null || url == null || system == null) {
            return "id, nameZh, nameEn, url and system are needed; id in lower case";
        }
        if (!url.contains("{z}") || !url.contains("{x}") || !url.contains("{y}") || url.contains("{key}") != (key != null)) {
            return id + ": the url needs {z}, {x} and {y}, and {key} exactly where there is a key";
        }
        try {
            URI plain = new URI(url.replace("{key}", "k").replaceAll("\\{[zxy]}", "0"));
            URI other = new URI(url.replace("{key}", "q").replaceAll("\\{[zxy]}", "1"));
            if (plain.getHost() == null || !List.of("http", "https").contains(plain.getScheme().toLowerCase(Locale.ROOT))
                    || plain.getUserInfo() != null || !plain.getRawAuthority().equals(other.getRawAuthority())) {
                return id + ": the url must be http or https with one fixed host";
            }
        } catch (URISyntaxException e) {
            return id + ": the url is none";
        }
        boolean known = system.equals("web-mercator") || system.equals("cgcs2000");
        if (!known && (plane() == null || origin == null
                || origin.length != 2 || resolutions == null)) {
            return id + ": a plane of the list needs origin and resolutions";
        }
        if (leastZoom < 0 || mostZoom < leastZoom || mostZoom >= steps().length || matrices != null && matrices.size() <= mostZoom) {
            return id + ": levels run from 0 to " + (steps().length - 1) + ", with a name each where names are given";
        }
        return null;
    }

    /// The plane it is cut in; null for the usual squares and for degrees. Only what needs no datum step: tiles are laid by the browser.
    @Nullable CoordinateSystem plane() {
        return CoordinateSystem.find(system).filter(one -> one.kind() == CoordinateSystem.Kind.GAUSS && one.datum() == Datum.CGCS2000).orElse(null);
    }

    double[] corner() {
        return origin != null ? origin : system.equals("cgcs2000") ? new double[] {-180, 90} : new double[] {-HALF, HALF};
    }

    double[] steps() {
        if (resolutions != null) {
            return resolutions;
        }
        double[] steps = new double[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            steps[i] = (system.equals("cgcs2000") ? 360 : 2 * HALF) / (pixels() * (1L << i));
        }
        return steps;
    }

    int pixels() {
        return tileSize == null ? 256 : tileSize;
    }

    URI tile(int zoom, int column, int row) {
        return URI.create(url.replace("{z}", matrices == null ? String.valueOf(zoom) : matrices.get(zoom)).replace("{x}", String.valueOf(column))
                .replace("{y}", String.valueOf(row)).replace("{key}", key == null ? "" : key));
    }

    boolean serves(String platform) {
        return platforms == null || platforms.isEmpty() || platforms.contains(platform);
    }
}
