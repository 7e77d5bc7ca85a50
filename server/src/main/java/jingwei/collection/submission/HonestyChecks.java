package jingwei.collection.submission;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jingwei.collection.CollectionSettings;
import jingwei.collection.SettingsKeeper;
import jingwei.collection.store.PositionTables;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.media.Media;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 诚信比对: compares photo, clock, position and track, and marks what cannot be.
///
/// A gap in the track is no evidence of anything; only a position at about that time can be too far away.
@Component
class HonestyChecks {

    private static final Duration NEAR_IN_TIME = Duration.ofMinutes(5);
    private static final int CLOCK_SECONDS = 120;

    private final SubmissionTables tables;
    private final PositionTables positions;
    private final SettingsKeeper settings;
    private final Media media;

    HonestyChecks(SubmissionTables tables, PositionTables positions, SettingsKeeper settings, Media media) {
        this.tables = tables;
        this.positions = positions;
        this.settings = settings;
        this.media = media;
    }

    List<Doubt> of(Submission it, @Nullable String number, Instant now) {
        CollectionSettings rules = settings.current();
        List<Doubt> doubts = new ArrayList<>();
        GeoPoint point = it.particulars().point() != null ? it.particulars().point() : it.particulars().fix();
        for (Submission.Medium medium : it.media()) {
            tables.sameMedium(medium.hash(), it.id()).ifPresent(other -> doubts.add(doubt(it, Doubt.Kind.SAME_PHOTO, number,
                    now, "同一张照片已用于另一份报送", "the same photo came with another submission")));
            Instant taken = taken(it, medium);
            if (taken != null && Duration.between(taken, it.saidAt()).toMinutes() > rules.photoAgeMinutes()) {
                doubts.add(doubt(it, Doubt.Kind.OLD_PHOTO, number, now,
                        "照片比填报早 " + Duration.between(taken, it.saidAt()).toMinutes() + " 分钟",
                        "a photo is " + Duration.between(taken, it.saidAt()).toMinutes() + " minutes older than the report"));
            }
            GeoPoint where = place(medium);
            if (where != null && point != null && LandMap.distanceMeters(where, point) > rules.farMeters()) {
                doubts.add(doubt(it, Doubt.Kind.PHOTO_ELSEWHERE, number, now,
                        "照片的拍摄地点离上报点 " + Math.round(LandMap.distanceMeters(where, point)) + " 米",
                        "a photo was taken " + Math.round(LandMap.distanceMeters(where, point)) + " m from the point"));
            }
        }
        if (point != null) {
            fromTrack(it, point).filter(meters -> meters > rules.farMeters()).ifPresent(meters -> doubts.add(doubt(it,
                    Doubt.Kind.FAR_FROM_TRACK, number, now, "上报点离当时的轨迹 " + Math.round(meters) + " 米",
                    "the point is " + Math.round(meters) + " m from the track at that time")));
        }
        if (it.kind() != Submission.Kind.ANSWER && it.particulars().fix() == null) {
            doubts.add(doubt(it, Doubt.Kind.POOR_FIX, number, now, "没有可用的卫星定位，位置是在地图上选的",
                    "there was no usable fix, the point was set on the map"));
        }
        if (Math.abs(it.clockSkew()) > CLOCK_SECONDS) {
            doubts.add(doubt(it, Doubt.Kind.WRONG_CLOCK, number, now, "手机时钟与服务器相差 " + it.clockSkew() + " 秒",
                    "the phone's clock differs by " + it.clockSkew() + " seconds"));
        }
        return doubts;
    }

    /// The least distance from the track around that time; empty where there is no track to compare with.
    private Optional<Double> fromTrack(Submission it, GeoPoint point) {
        return positions.nearest(it.post(), it.saidAt().minus(NEAR_IN_TIME), it.saidAt().plus(NEAR_IN_TIME), point)
                .map(each -> LandMap.distanceMeters(each, point));
    }

    /// When the photo was taken, by its own word (EXIF), else the form's; the phone's clock put right.
    private @Nullable Instant taken(Submission it, Submission.Medium medium) {
        return media.find(medium.hash()).map(item -> item.takenAt()).map(at -> at.minusSeconds(it.clockSkew()))
                .or(() -> Optional.ofNullable(medium.takenAt())).orElse(null);
    }

    private @Nullable GeoPoint place(Submission.Medium medium) {
        return media.find(medium.hash()).filter(item -> item.longitude() != null && item.latitude() != null)
                .map(item -> new GeoPoint(item.longitude(), item.latitude()))
                .or(() -> medium.longitude() == null || medium.latitude() == null ? Optional.empty()
                        : Optional.of(new GeoPoint(medium.longitude(), medium.latitude()))).orElse(null);
    }

    private static Doubt doubt(Submission it, Doubt.Kind kind, @Nullable String number, Instant now, String zh, String en) {
        return new Doubt(it.id(), kind, it.post(), number, Text.of(zh, en), now);
    }
}
