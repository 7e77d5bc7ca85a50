package jingwei.geocoding.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import jingwei.geocoding.Answer;
import jingwei.geocoding.Found;
import jingwei.geocoding.Suggestion;
import jingwei.grid.GeoPoint;
import jingwei.grid.LandMap;
import jingwei.grid.Location;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// Shapes of the answers of the geocoding endpoints: GeoJSON features with what was understood and how far it may be trusted.
final class GeocodingAnswers {

    private GeocodingAnswers() {
    }

    /// A geometry of GeoJSON; coordinates are longitude, latitude (CGCS2000).
    @Schema(name = "AddressShape")
    record Shape(String type, Object coordinates) {
    }

    /// @param grade    word of the grade
    /// @param letter   A to F
    /// @param sure     whether the spot may be used without asking
    /// @param places   ids of the places used
    /// @param matched  parts of the text that were understood
    /// @param text     standard description and how it was reached
    /// @param radius   meters within which to look
    /// @param way      the line that was walked, if any
    /// @param unitGrid code of the unit grid of the spot; null outside all
    @Schema(name = "AddressProperties")
    record Properties(String grade, String gradeName, String letter, boolean sure, double score, String kind, List<String> places,
            List<String> matched, String text, double radius, @Nullable Shape way, @Nullable String unitGrid, @Nullable String community,
            @Nullable String subdistrict, @Nullable String district, @Nullable String dutyGrid) {
    }

    @Schema(name = "AddressFeature")
    record Feature(String type, @Nullable Shape geometry, Properties properties) {

        static Feature of(Found found, LandMap map) {
            boolean located = !Double.isNaN(found.longitude()) && !Double.isNaN(found.latitude());
            Location where = located ? map.locate(new GeoPoint(found.longitude(), found.latitude())).orElse(null) : null;
            return new Feature("Feature", located ? new Shape("Point", List.of(found.longitude(), found.latitude())) : null,
                    new Properties(found.grade().word(), found.grade().zh(), String.valueOf(found.grade().letter()), found.grade().confident(),
                            Math.round(found.score() * 100) / 100.0, found.kind(), found.places(), found.matched(), found.text(), found.radius(),
                            way(found), where == null ? null : where.unitGrid().digits(), where == null ? null : where.community().name(),
                            where == null ? null : where.subdistrict().name(), where == null ? null : where.district().name(),
                            where == null || where.dutyGrid() == null ? null : where.dutyGrid().code()));
        }

        private static @Nullable Shape way(Found found) {
            if (found.way().size() < 2) {
                return null;
            }
            List<List<Double>> line = new ArrayList<>();
            found.way().forEach(at -> line.add(List.of(at[0], at[1])));
            return new Shape("LineString", line);
        }
    }

    /// Why there are no features.
    @Schema(name = "AddressRefusal")
    record Reason(String code, String text, List<String> understood) {
    }

    @Schema(name = "AddressFeatures")
    record Features(String type, List<Feature> features, @Nullable Reason refused) {

        static Features of(Answer answer, LandMap map) {
            return switch (answer) {
                case Answer.Spots spots -> new Features("FeatureCollection", spots.found().stream().map(found -> Feature.of(found, map)).toList(), null);
                case Answer.Nothing nothing -> new Features("FeatureCollection", List.of(),
                        new Reason(nothing.code(), nothing.reason(), nothing.understood()));
            };
        }
    }

    /// @param grid what the land says about the point; null outside every unit grid
    @Schema(name = "AddressDescription")
    record Reversed(String type, List<Feature> features, @Nullable String unitGrid, @Nullable String dutyGrid) {
    }

    @Schema(name = "AddressSuggestion")
    record SuggestionAnswer(String place, String text, String kind, String kindName, String area, @Nullable Double longitude, @Nullable Double latitude) {

        static SuggestionAnswer of(Suggestion suggestion) {
            boolean located = !Double.isNaN(suggestion.longitude());
            return new SuggestionAnswer(suggestion.place(), suggestion.text(), suggestion.kind().word(), suggestion.kind().zh(), suggestion.area(),
                    located ? suggestion.longitude() : null, located ? suggestion.latitude() : null);
        }
    }

    /// Share of the rows of one grade.
    @Schema(name = "AddressGradeCount")
    record GradeCount(String grade, String letter, Text name, int count) {
    }

    @Schema(name = "AddressBatchRow")
    record BatchRow(String id, String query, Features answer) {
    }

    /// 质量报告 of a batch. @param sure rows whose first spot may be used without asking
    @Schema(name = "AddressBatch")
    record Batch(int total, int sure, List<GradeCount> grades, List<BatchRow> rows) {
    }
}
