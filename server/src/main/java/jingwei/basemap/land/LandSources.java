package jingwei.basemap.land;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jingwei.basemap.FeatureIndex;
import jingwei.basemap.LayerSource;
import jingwei.basemap.MapFeature;
import jingwei.component.ComponentMark;
import jingwei.component.Components;
import jingwei.grid.DutyGrid;
import jingwei.grid.Land;
import jingwei.grid.LandMap;
import jingwei.grid.Location;
import jingwei.grid.Region;
import jingwei.grid.UnitGrid;
import jingwei.standards.ComponentCode;
import jingwei.standards.RefusedException;
import jingwei.standards.RegionCode;
import jingwei.tenancy.PerPlatform;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Component;

/// 网格和部件的图层: cells, beats and communities from the picture of the land, components from their table.
@Component
public class LandSources {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private final Land land;
    private final Components components;
    private final PerPlatform<Pictures> pictures;

    /// What is drawn of the land, made once a revision.
    private record Pictures(long revision, FeatureIndex cells, FeatureIndex beats, FeatureIndex communities) {
    }

    LandSources(Land land, Components components, Clock clock) {
        this.land = land;
        this.components = components;
        this.pictures = new PerPlatform<>(clock, land::revision, this::draw);
    }

    public LayerSource unitGrids() {
        return new Drawn(Pictures::cells);
    }

    public LayerSource dutyGrids() {
        return new Drawn(Pictures::beats);
    }

    public LayerSource communities() {
        return new Drawn(Pictures::communities);
    }

    public LayerSource components() {
        return new Inventory();
    }

    private Pictures draw() {
        LandMap map = land.current();
        return new Pictures(land.revision(), new FeatureIndex(map.cells().stream().map(cell -> cell(cell, map)).toList()),
                new FeatureIndex(map.dutyGrids().stream().map(beat -> beat(beat, map)).toList()),
                new FeatureIndex(communities(map)));
    }

    private static MapFeature cell(UnitGrid cell, LandMap map) {
        Location location = map.locationOf(cell.code()).orElseThrow();
        Location.Beat beat = location.dutyGrid();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("community", location.community().code().digits());
        about.put("communityName", location.community().name());
        if (beat != null) {
            about.put("dutyGrid", beat.code());
        }
        about.put("areaClass", cell.areaClass().name());
        about.put("areaSquareMeters", Math.round(cell.areaSquareMeters()));
        return new MapFeature(cell.code().digits(), cell.outline(), about);
    }

    private static MapFeature beat(DutyGrid beat, LandMap map) {
        Geometry[] cells = beat.cells().stream().flatMap(code -> map.unitGrid(code).stream()).map(UnitGrid::outline)
                .toArray(Geometry[]::new);
        return new MapFeature(beat.code(), cells.length == 0 ? SHAPES.createPolygon() : CoverageUnion.union(cells),
                Map.of("name", beat.name(), "cells", beat.cells().size()));
    }

    /// The outline of a community is the union of its cells: it is taken from the cells, never drawn twice.
    private static List<MapFeature> communities(LandMap map) {
        Map<RegionCode, List<Geometry>> inside = new TreeMap<>();
        map.cells().forEach(cell -> inside.computeIfAbsent(cell.code().community(), code -> new ArrayList<>())
                .add(cell.outline()));
        return inside.entrySet().stream().map(one -> new MapFeature(one.getKey().digits(),
                CoverageUnion.union(one.getValue().toArray(Geometry[]::new)),
                Map.of("name", name(map, one.getKey()),
                        "subdistrict", name(map, one.getKey().at(RegionCode.Level.SUBDISTRICT)),
                        "district", name(map, one.getKey().at(RegionCode.Level.DISTRICT))))).toList();
    }

    private static String name(LandMap map, RegionCode code) {
        return map.region(code).map(Region::name).orElse(code.digits());
    }

    /// A layer drawn from the picture of the land.
    private final class Drawn implements LayerSource {

        private final Pictures now = pictures.get();
        private final FeatureIndex index;

        Drawn(Function<Pictures, FeatureIndex> which) {
            this.index = which.apply(now);
        }

        @Override
        public long revision() {
            return now.revision();
        }

        @Override
        public List<MapFeature> within(Envelope box, int most) {
            return index.within(box, most);
        }

        @Override
        public List<MapFeature> page(@Nullable Envelope box, String after, int limit) {
            return index.page(box, after, limit);
        }

        @Override
        public Optional<MapFeature> find(String id) {
            return index.find(id);
        }

        @Override
        public long count() {
            return index.size();
        }

        @Override
        public Envelope extent() {
            return index.extent();
        }
    }

    /// The inventory: too large for memory, read by place and by code.
    private final class Inventory implements LayerSource {

        @Override
        public long revision() {
            return components.revision();
        }

        @Override
        public List<MapFeature> within(Envelope box, int most) {
            return components.marks(box, most).stream().map(Inventory::feature).toList();
        }

        @Override
        public List<MapFeature> page(@Nullable Envelope box, String after, int limit) {
            if (box == null) {
                return components.marksAfter(after, limit).stream().map(Inventory::feature).toList();
            }
            return components.marks(box, Integer.MAX_VALUE).stream().filter(mark -> mark.code().compareTo(after) > 0)
                    .sorted(Comparator.comparing(ComponentMark::code)).limit(limit).map(Inventory::feature).toList();
        }

        @Override
        public Optional<MapFeature> find(String id) {
            try {
                return components.find(ComponentCode.of(id)).map(it -> feature(ComponentMark.of(it)));
            } catch (RefusedException e) {
                return Optional.empty();
            }
        }

        @Override
        public long count() {
            return components.count();
        }

        /// Components stand in cells, so the cells say where they lie.
        @Override
        public Envelope extent() {
            return pictures.get().cells().extent();
        }

        private static MapFeature feature(ComponentMark mark) {
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("class", mark.minor());
            about.put("name", mark.name());
            about.put("state", mark.state().name());
            about.put("unitGrid", mark.unitGrid());
            return new MapFeature(mark.code(), SHAPES.createPoint(new Coordinate(mark.longitude(), mark.latitude())), about);
        }
    }
}
