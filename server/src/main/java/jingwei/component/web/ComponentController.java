package jingwei.component.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jingwei.component.Components;
import jingwei.component.web.ComponentAnswers.Answer;
import jingwei.component.web.ComponentAnswers.Version;
import jingwei.component.web.ComponentAnswers.WithHistory;
import jingwei.grid.GeoPoint;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.ClassCode;
import jingwei.standards.ComponentCode;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 基础数据·部件: components by place and by code (BDR-04).
@RestController
@RequestMapping("/api/components")
@Tag(name = "basedata")
class ComponentController {

    private static final int MOST = 2000;
    private static final double FARTHEST_METERS = 2000;

    private final Components components;

    ComponentController(Components components) {
        this.components = components;
    }

    @GetMapping
    @Permit(Permission.LAND_READ)
    @Operation(summary = "按位置查部件", description = "视窗内（bbox）或一点附近（near，由近到远）的部件，二者填其一；"
            + "已移除的不列出。Components in a box, or near a point, nearest first.")
    List<Answer> byPlace(
            @Parameter(description = "西,南,东,北 west,south,east,north", example = "112.438,34.668,112.442,34.672")
            @RequestParam(required = false) @Nullable String bbox,
            @Parameter(description = "经度,纬度 longitude,latitude", example = "112.44,34.67")
            @RequestParam(required = false) @Nullable String near,
            @Parameter(name = "class", description = "小类 class", example = "component-0118")
            @RequestParam(name = "class", required = false) @Nullable String classCode,
            @Parameter(description = "near 的最大距离（米），不超过 2000", example = "200")
            @RequestParam(defaultValue = "200") double meters,
            @Parameter(description = "最多几个，不超过 2000", example = "20")
            @RequestParam(defaultValue = "20") int limit) {
        ClassCode wanted = classCode == null ? null : ClassCode.of(classCode);
        if ((bbox == null) == (near == null) || limit < 1 || limit > MOST || !(meters > 0 && meters <= FARTHEST_METERS)) {
            throw malformed();
        }
        if (near != null) {
            double[] at = numbers(near, 2);
            return components.nearest(wanted, new GeoPoint(at[0], at[1]), limit, meters).stream().map(Answer::of)
                    .toList();
        }
        double[] box = numbers(bbox, 4);
        GeoPoint southWest = new GeoPoint(box[0], box[1]);
        GeoPoint northEast = new GeoPoint(box[2], box[3]);
        if (southWest.longitude() >= northEast.longitude() || southWest.latitude() >= northEast.latitude()) {
            throw malformed();
        }
        return components.inBox(new Envelope(box[0], box[2], box[1], box[3]), wanted, limit).stream()
                .map(Answer::of).toList();
    }

    @GetMapping("/{code}")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "一个部件", description = "按标识码查部件及其变更历史。One component with its history.")
    WithHistory byCode(
            @Parameter(description = "16 或 17 位标识码 code", example = "4103030118000001")
            @PathVariable String code) {
        ComponentCode wanted = ComponentCode.of(code);
        return new WithHistory(
                components.find(wanted).map(Answer::of).orElseThrow(() -> Components.unknown(wanted)),
                components.history(wanted).stream().map(Version::of).toList());
    }

    private static double[] numbers(String text, int count) {
        String[] parts = text.split(",", -1);
        if (parts.length != count) {
            throw malformed();
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            try {
                numbers[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException e) {
                throw malformed();
            }
        }
        return numbers;
    }

    private static RefusedException malformed() {
        return Refusal.of(Refusal.Kind.MALFORMED, "component-search-malformed",
                Text.of("查找条件不对", "the search is not well formed"),
                Text.of("填 bbox=西,南,东,北 或 near=经度,纬度 其中之一；limit 为 1 到 2000，meters 大于 0 且不超过 2000",
                        "give either bbox=west,south,east,north or near=longitude,latitude; limit 1 to 2000, meters "
                                + "above 0 and up to 2000"))
                .asException();
    }
}
