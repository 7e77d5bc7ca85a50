package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.basemap.update.LandUpdate;
import jingwei.basemap.update.UpdateFault;
import jingwei.basemap.update.UpdateState;
import jingwei.survey.file.GeoJsonShape;
import org.jspecify.annotations.Nullable;

/// 回答的样子：数据更新.
final class UpdateAnswers {

    private UpdateAnswers() {
    }

    /// 更新.
    @Schema(name = "LandUpdateView")
    record UpdateAnswer(UUID id, @Schema(example = "components") String layer, LandUpdate.Mode mode,
            @Schema(example = "部件普查.zip") String fileName, @Nullable String encoding,
            @Schema(example = "cgcs2000-gk3-cm111") @Nullable String system, @Schema(example = "2026 年普查") String note,
            UpdateState state, @Schema(example = "待审核") String stateText,
            @Schema(description = "已处理记录数", example = "125000") long done,
            @Schema(description = "记录总数，未知为 -1", example = "1000000") long total,
            @Schema(example = "120") long added, @Schema(example = "3") long changed, @Schema(example = "0") long removed,
            @Schema(example = "877") long unchanged, @Schema(example = "0") long faults, @Schema(example = "2") long warnings,
            @Nullable String message, @Nullable Long version, Instant proposedAt, String proposedBy,
            @Nullable Instant reviewedAt, @Nullable String reviewedBy, @Nullable String remark, @Nullable Instant publishedAt,
            @Nullable String publishedBy) {

        static UpdateAnswer of(LandUpdate it) {
            return new UpdateAnswer(it.id(), it.layer(), it.mode(), it.fileName(), it.encoding(), it.system(), it.note(),
                    it.state(), it.state().text().zh(), it.done(), it.total(), it.counts().added(), it.counts().changed(),
                    it.counts().removed(), it.counts().unchanged(), it.faults(), it.warnings(), it.message(), it.version(),
                    it.proposedAt(), it.proposedBy(), it.reviewedAt(), it.reviewedBy(), it.remark(), it.publishedAt(),
                    it.publishedBy());
        }
    }

    /// 检查报告：GeoJSON FeatureCollection.
    @Schema(name = "UpdateFaultFeatures")
    record FaultFeatures(@Schema(example = "FeatureCollection") String type, List<FaultFeature> features) {

        static FaultFeatures of(List<UpdateFault> faults) {
            return new FaultFeatures("FeatureCollection", faults.stream().map(FaultFeature::of).toList());
        }
    }

    /// 一条差错.
    @Schema(name = "UpdateFaultFeature")
    record FaultFeature(@Schema(example = "Feature") String type, @Schema(example = "1") int id,
            @Nullable Map<String, Object> geometry, FaultProperties properties) {

        static FaultFeature of(UpdateFault it) {
            return new FaultFeature("Feature", it.number(), it.place() == null ? null : GeoJsonShape.write(it.place()),
                    new FaultProperties(it.severity(), it.kind(), it.record(), it.subject(), it.what().zh(), it.what().en(),
                            it.settled(), it.remark()));
        }
    }

    /// 差错属性.
    @Schema(name = "UpdateFaultProperties")
    record FaultProperties(UpdateFault.Severity severity, @Schema(example = "outside-every-grid") String kind,
            @Schema(example = "17") long record, @Schema(example = "4103030118000001") String subject,
            @Schema(example = "坐标不在任何单元网格内") String what, String whatEn, boolean settled, @Nullable String remark) {
    }
}
