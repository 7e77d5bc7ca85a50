package jingwei.basemap.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jingwei.basemap.FeatureIndex;
import jingwei.basemap.Layer;
import jingwei.basemap.LayerKeeper;
import jingwei.basemap.LayerVersion;
import jingwei.basemap.Layers;
import jingwei.basemap.MapFeature;
import jingwei.basemap.store.DatumStore;
import jingwei.basemap.store.FeatureStore;
import jingwei.component.ComponentArrivals;
import jingwei.component.Components;
import jingwei.grid.GridKeeper;
import jingwei.grid.Land;
import jingwei.grid.Region;
import jingwei.grid.RegionHistory;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.Datum;
import jingwei.survey.DatumStep;
import jingwei.survey.SystemCheck;
import jingwei.survey.SystemDoubt;
import jingwei.survey.file.RecordReader;
import jingwei.survey.file.SurveyFiles;
import jingwei.survey.file.SurveyRecord;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/// Reads the file of an update into its layer, to check or to publish.
@Component
class Intakes {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int TOLD_EVERY = 5000;
    private static final int SAMPLE = 400;

    private final Layers layers;
    private final LayerKeeper keeper;
    private final FeatureStore features;
    private final DatumStore datums;
    private final Land land;
    private final GridKeeper grids;
    private final Components components;
    private final ComponentArrivals arrivals;
    private final PlatformClock clock;
    private final Platforms platforms;

    Intakes(Layers layers, LayerKeeper keeper, FeatureStore features, DatumStore datums, Land land, GridKeeper grids,
            Components components, ComponentArrivals arrivals, PlatformClock clock, Platforms platforms) {
        this.layers = layers;
        this.keeper = keeper;
        this.features = features;
        this.datums = datums;
        this.land = land;
        this.grids = grids;
        this.components = components;
        this.arrivals = arrivals;
        this.clock = clock;
        this.platforms = platforms;
    }

    record Outcome(LandUpdate.Counts counts, long version) {
    }

    LandUpdate.Counts check(LandUpdate update, Path file, Path place, FaultList faults, UpdateWorker.Progress progress) {
        Layer layer = layers.get(update.layer());
        if (layer.keeping() == Layer.Keeping.FEATURES) {
            try (FeatureStore.Writing dry = features.writing(layer.id(), layer.version() + 1, true)) {
                FeatureIntake intake = new FeatureIntake(layer, extent(), faults, dry::add, () -> {
                    dry.finish(update.mode() == LandUpdate.Mode.REPLACE);
                    return new LandUpdate.Counts(dry.added(), dry.changed(), dry.removed(), dry.same());
                });
                return read(update, file, place, intake, faults, progress, true);
            }
        }
        if (layer.keeping() == Layer.Keeping.IMAGERY) {
            long tiles = pictures(update, file, faults, progress, tile -> { });
            long before = layers.source(layer).count();
            return new LandUpdate.Counts(tiles, 0, update.mode() == LandUpdate.Mode.REPLACE ? before : 0, 0);
        }
        return read(update, file, place, intake(update, layer, faults, false), faults, progress, true);
    }

    Outcome publish(LandUpdate update, Path file, Path place, FaultList faults, UpdateWorker.Progress progress) {
        Layer layer = layers.get(update.layer());
        String by = update.publishedBy() == null ? update.proposedBy() : update.publishedBy();
        if (layer.keeping() == Layer.Keeping.FEATURES) {
            LayerVersion version = keeper.publish(layer.id(), update.mode() == LandUpdate.Mode.REPLACE, by, update.note(), sink -> {
                FeatureIntake intake = new FeatureIntake(layer, extent(), faults, sink, () -> LandUpdate.Counts.NONE);
                read(update, file, place, intake, faults, progress, false);
            });
            return new Outcome(new LandUpdate.Counts(version.added(), version.changed(), version.removed(),
                    update.counts().unchanged()), version.version());
        }
        if (layer.keeping() == Layer.Keeping.IMAGERY) {
            LayerVersion version = keeper.publishImages(layer.id(), update.mode() == LandUpdate.Mode.REPLACE, by, update.note(),
                    sink -> pictures(update, file, faults, progress, sink));
            return new Outcome(new LandUpdate.Counts(version.added(), 0, update.counts().removed(), 0), version.version());
        }
        Intake intake = intake(update, layer, faults, true);
        LandUpdate.Counts counts = read(update, file, place, intake, faults, progress, false);
        return new Outcome(counts, intake instanceof ComponentIntake inventory ? inventory.revision() : land.revision());
    }

    private Intake intake(LandUpdate update, Layer layer, FaultList faults, boolean write) {
        return switch (layer.keeping()) {
            case COMPONENTS -> new ComponentIntake(land.current(), components, write ? arrivals : null, published("roads"), faults, clock.today(),
                    update.note().isBlank() ? "导入" : update.note());
            case UNIT_GRIDS -> new CellIntake(land.current(), land.revision(), grids, write, update.mode() == LandUpdate.Mode.REPLACE, faults,
                    clock.today(), regions(), update.note().isBlank() ? update.fileName() : update.note(), published("community-borders"));
            case DUTY_GRIDS -> new BeatIntake(land.current(), grids, write, faults, clock.today());
            case FEATURES, COMMUNITIES, IMAGERY -> throw new IllegalStateException(layer.id() + " is not taken in here");
        };
    }

    private long pictures(LandUpdate update, Path file, FaultList faults, UpdateWorker.Progress progress,
            java.util.function.Consumer<jingwei.basemap.image.ImageTile> sink) {
        return new ImageIntake(land.current().cells().isEmpty() ? new Envelope() : extent(), faults, progress)
                .read(file, update.system(), datums.current(), sink);
    }

    /// The regions in force; before the first import those of the divisions of the platform's own region.
    private List<Region> regions() {
        List<Region> known = land.current().regions();
        return !known.isEmpty() ? known : RegionHistory.of(RegionCode.of(platforms.find(Tenancy.current()).orElseThrow().region()))
                .regions();
    }

    private FeatureIndex published(String id) {
        return new FeatureIndex(layers.find(id).filter(layer -> layer.version() > 0)
                .map(layer -> layers.source(layer).page(null, "", Integer.MAX_VALUE)).orElse(List.of()));
    }

    /// The platform's land with some kilometers around it; empty where it has none yet.
    private Envelope extent() {
        Envelope box = new Envelope();
        land.current().cells().forEach(cell -> box.expandToInclude(cell.outline().getEnvelopeInternal()));
        box.expandBy(0.2);
        return box;
    }

    private LandUpdate.Counts read(LandUpdate update, Path file, Path place, Intake intake, FaultList faults,
            UpdateWorker.Progress progress, boolean checking) {
        Map<Datum, DatumStep> steps = datums.current();
        try (RecordReader reader = SurveyFiles.open(file, update.fileName(), place,
                new SurveyFiles.Reading(update.encoding(), update.x(), update.y()))) {
            CoordinateSystem system = system(update, reader);
            @Nullable Conversion conversion = system == null ? null : Conversion.of(system, steps);
            List<Coordinate> sample = new ArrayList<>();
            long number = 0;
            for (SurveyRecord record = reader.next(); record != null; record = reader.next()) {
                number = record.number();
                take(record, conversion, intake, faults, sample);
                if (number % TOLD_EVERY == 0) {
                    progress.at(number, reader.total());
                }
            }
            if (checking && system != null) {
                doubt(new SystemCheck(steps, intake::fits).doubt(system, sample), sample, conversion, faults);
            }
            LandUpdate.Counts counts = intake.finish();
            progress.at(number, number);
            return counts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the surveyor declared, else what the file names; null where nothing has coordinates.
    private static @Nullable CoordinateSystem system(LandUpdate update, RecordReader reader) {
        if (update.system() != null) {
            return CoordinateSystem.of(update.system());
        }
        return reader.system().map(CoordinateSystem::of).orElse(null);
    }

    private static void take(SurveyRecord record, @Nullable Conversion conversion, Intake intake, FaultList faults,
            List<Coordinate> sample) {
        Geometry given = record.geometry();
        if (record.flaw() != null) {
            faults.fault("shape-flawed", record.number(), record.attributes().getOrDefault("标识码", ""),
                    Text.of(record.flaw(), record.flaw()), null);
            return;
        }
        if (given == null) {
            intake.take(new Arrival(record.number(), null, null, null, record.attributes()));
            return;
        }
        if (conversion == null) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "coordinate-system-missing",
                    Text.of("文件没有说明坐标系", "the file names no coordinate system"),
                    Text.of("请撤销后重新提交，并从坐标系清单中选择", "cancel it and propose it again with a system of the list")).under("BDR-08")
                    .asException();
        }
        Coordinate first = given.getCoordinate();
        // Kept as a sample spread over the file: every record at first, then ever fewer.
        if (first != null && (sample.size() < SAMPLE || record.number() % SAMPLE == 0 && sample.size() < 2 * SAMPLE)) {
            sample.add(first);
        }
        if (first == null || !conversion.plausible(first)) {
            faults.fault("coordinates-implausible", record.number(), record.attributes().getOrDefault("标识码", ""),
                    Text.of("坐标 " + (first == null ? "" : first.x + "，" + first.y) + " 不可能属于“" + conversion.system().zh() + "”",
                            "the coordinates cannot be of the system " + conversion.system().word()), null);
            return;
        }
        boolean same = conversion.system().equals(CoordinateSystem.CGCS2000);
        intake.take(new Arrival(record.number(), same ? given : conversion.toDegrees(given), given,
                same ? null : conversion.system().word(), record.attributes()));
    }

    private static void doubt(Optional<SystemDoubt> found, List<Coordinate> sample, @Nullable Conversion conversion,
            FaultList faults) {
        found.ifPresent(doubt -> {
            String likely = doubt.likely().isEmpty() ? "" : "（" + CoordinateSystem.find(doubt.likely()).map(CoordinateSystem::zh)
                    .orElse("") + "）";
            Coordinate first = sample.getFirst();
            faults.fault(doubt.kind().word(), 0, "", Text.of("坐标与声明的坐标系不符：" + doubt.kind().text().zh() + likely
                            + "。按声明读，" + percent(doubt.before()) + " 与现有数据相符；这样读，" + percent(doubt.fits()),
                    "the coordinates are not of the system declared: " + doubt.kind().text().en() + " " + doubt.likely()),
                    conversion == null || !conversion.plausible(first) ? null : SHAPES.createPoint(conversion.toDegrees(first)));
        });
    }

    private static String percent(double share) {
        return Math.round(share * 100) + "%";
    }

}
