package jingwei.collection.track;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jingwei.collection.TrackPoint;
import jingwei.grid.LandMap;

/// 轨迹回放: a stretch of a collector's duty as it can be shown: points, gaps, stops and length.
///
/// @param meters length without jumps and poor fixes; what lies in a gap is not guessed
/// @param gaps   times without a position while on duty: unknown, and nothing else (a web page has none with the screen off)
/// @param stops  times at one place for ten minutes or more
@Schema(name = "Track")
public record Track(List<TrackPoint> points, long meters, List<Span> gaps, List<Stop> stops) {

    private static final Duration GAP = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofMinutes(10);
    private static final double STOP_METERS = 40;
    /// Nobody walks or rides faster; such a step is the satellite's.
    private static final double FASTEST = 25;

    /// 空段.
    @Schema(name = "TrackGap")
    public record Span(Instant from, Instant to) {
    }

    /// 停留.
    @Schema(name = "TrackStop")
    public record Stop(Instant from, Instant to, double longitude, double latitude) {
    }

    public Track {
        points = List.copyOf(points);
        gaps = List.copyOf(gaps);
        stops = List.copyOf(stops);
    }

    /// Reads a track, in time.
    public static Track of(List<TrackPoint> points) {
        double meters = 0;
        List<Span> gaps = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        TrackPoint last = null;
        TrackPoint anchor = null;
        TrackPoint still = null;
        for (TrackPoint point : points) {
            if (point.coarse()) {
                continue;
            }
            if (last != null) {
                Duration between = Duration.between(last.at(), point.at());
                double step = LandMap.distanceMeters(last.point(), point.point());
                if (between.compareTo(GAP) > 0) {
                    gaps.add(new Span(last.at(), point.at()));
                } else if (step <= FASTEST * Math.max(1, between.toMillis() / 1000.0)) {
                    meters += step;
                }
            }
            if (anchor == null || LandMap.distanceMeters(anchor.point(), point.point()) > STOP_METERS) {
                addStop(stops, anchor, still);
                anchor = point;
            }
            still = point;
            last = point;
        }
        addStop(stops, anchor, still);
        return new Track(points, Math.round(meters), gaps, stops);
    }

    private static void addStop(List<Stop> stops, @org.jspecify.annotations.Nullable TrackPoint from,
            @org.jspecify.annotations.Nullable TrackPoint to) {
        if (from != null && to != null && Duration.between(from.at(), to.at()).compareTo(STOP) >= 0) {
            stops.add(new Stop(from.at(), to.at(), from.longitude(), from.latitude()));
        }
    }
}
