package jingwei.citizen.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jingwei.catalog.ClassEntry;
import jingwei.citizen.CitizenReport;
import jingwei.citizen.CitizenSettings;
import jingwei.citizen.Progress;
import jingwei.grid.LandMap;
import jingwei.tenancy.Platform;
import org.jspecify.annotations.Nullable;

/// 公众上报的应答.
final class CitizenAnswers {

    private CitizenAnswers() {
    }

    /// @param box west, south, east, north of the platform's land
    record Front(String platform, String name, String nameEn, boolean open, String centerPhone, boolean sendsCodes,
            List<Offered> classes, List<Double> box) {
    }

    record Offered(String code, String zh, String en, String major, String majorZh, String majorEn) {
    }

    record SpotAnswer(boolean inside, String address) {
    }

    record PhotoAnswer(String hash) {
    }

    record StepAnswer(String what, Instant at, @Nullable String note) {
    }

    record ProgressAnswer(String number, String className, String words, String address, List<StepAnswer> steps, boolean ended,
            boolean gradeable, @Nullable Integer grade, @Nullable Boolean solved, List<String> photos) {
    }

    record ReporterAnswer(String number, @Nullable String name, @Nullable String phone, boolean wantsReply,
            CitizenReport.@Nullable Confirmed confirmed, Instant madeAt, @Nullable Instant maskedAt, @Nullable Integer grade,
            @Nullable Boolean solved, @Nullable String words) {
    }

    static Front front(Platform platform, CitizenSettings settings, List<ClassEntry> classes, boolean sendsCodes, LandMap map) {
        double[] box = {180, 90, -180, -90};
        map.cells().forEach(cell -> {
            var outline = cell.outline().getEnvelopeInternal();
            box[0] = Math.min(box[0], outline.getMinX());
            box[1] = Math.min(box[1], outline.getMinY());
            box[2] = Math.max(box[2], outline.getMaxX());
            box[3] = Math.max(box[3], outline.getMaxY());
        });
        return new Front(platform.id().value(), platform.name().zh(), platform.name().en(), settings.open(),
                settings.centerPhone(), sendsCodes, classes.stream().map(CitizenAnswers::offered).toList(),
                map.cells().isEmpty() ? List.of() : List.of(box[0], box[1], box[2], box[3]));
    }

    static ProgressAnswer followed(Progress progress, Locale locale) {
        return new ProgressAnswer(progress.number(), progress.className().in(locale), progress.words(), progress.address(),
                progress.steps().stream().map(step -> new StepAnswer(step.what().in(locale), step.at(), step.note())).toList(),
                progress.ended(), progress.gradeable(), progress.grade(), progress.solved(), progress.photos());
    }

    static ReporterAnswer reporter(CitizenReport r) {
        return new ReporterAnswer(r.number(), r.name(), r.phone(), r.wantsReply(), r.confirmed(), r.madeAt(), r.maskedAt(), r.grade(),
                r.solved(), r.words());
    }

    private static Offered offered(ClassEntry entry) {
        return new Offered(entry.code().toString(), entry.name().zh(), entry.name().en(), entry.major(), entry.majorName().zh(),
                entry.majorName().en());
    }
}
