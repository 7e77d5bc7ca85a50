package jingwei.component.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jingwei.component.ComponentChange;
import jingwei.component.ComponentState;
import jingwei.component.ManagedComponent;
import jingwei.component.NearComponent;
import org.jspecify.annotations.Nullable;

/// 回答的样子: codes as plain text; the state as word and in Chinese.
final class ComponentAnswers {

    private ComponentAnswers() {
    }

    /// 部件.
    @Schema(name = "ManagedComponent")
    record Answer(
            @Schema(example = "4103030118000001") String code,
            @Schema(example = "component-0118") String classCode,
            @Schema(example = "路灯") String name,
            @Schema(example = "lighting") @Nullable String competentUnit,
            @Schema(example = "lighting") @Nullable String owningUnit,
            @Schema(example = "lighting") @Nullable String maintainingUnit,
            @Schema(example = "410303001001001") String unitGrid,
            @Schema(example = "112.4400") double longitude,
            @Schema(example = "34.6700") double latitude,
            ComponentState state,
            @Schema(example = "完好") String stateText,
            LocalDate recordedOn,
            @Nullable LocalDate changedOn,
            @Schema(example = "实测") String source,
            @Nullable String note,
            @Schema(example = "{}") Map<String, String> extra,
            @Schema(description = "按 near 查找时到该点的距离（米）", example = "12.5") @Nullable Double meters) {

        static Answer of(ManagedComponent it) {
            return of(it, null);
        }

        static Answer of(NearComponent near) {
            return of(near.component(), Math.round(near.meters() * 10) / 10.0);
        }

        private static Answer of(ManagedComponent it, @Nullable Double meters) {
            return new Answer(it.code().digits(), it.classCode().toString(), it.name(), it.competentUnit(),
                    it.owningUnit(), it.maintainingUnit(), it.unitGrid().digits(), it.at().longitude(),
                    it.at().latitude(), it.state(), it.state().text().zh(), it.recordedOn(), it.changedOn(),
                    it.source(), it.note(), it.extra(), meters);
        }
    }

    /// 一个部件及其变更历史.
    @Schema(name = "ManagedComponentWithHistory")
    record WithHistory(Answer component, List<Version> history) {
    }

    /// 一次变更.
    @Schema(name = "ManagedComponentVersion")
    record Version(
            @Schema(example = "1") int version,
            LocalDate changedOn,
            @Schema(example = "初始记录") String reason,
            Answer content) {

        static Version of(ComponentChange change) {
            return new Version(change.version(), change.changedOn(), change.reason(), Answer.of(change.content()));
        }
    }
}
