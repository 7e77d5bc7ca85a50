package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import jingwei.basemap.store.DatumStore;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.survey.ControlPoint;
import jingwei.survey.Conversion;
import jingwei.survey.CoordinateSystem;
import jingwei.survey.Datum;
import jingwei.survey.DatumStep;
import jingwei.survey.PlaneFit;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 坐标系与转换参数 (BDR-08).
@RestController
@RequestMapping("/api/basemap")
@Tag(name = "basedata")
class SurveyController {

    private final DatumStore datums;
    private final PlatformClock clock;

    SurveyController(DatumStore datums, PlatformClock clock) {
        this.datums = datums;
        this.clock = clock;
    }

    /// 坐标系.
    @Schema(name = "UsableCoordinateSystem")
    record SystemAnswer(@Schema(example = "cgcs2000-gk3-cm111") String word, @Schema(example = "CGCS2000 3 度带，中央子午线 111°") String name,
            Datum datum, @Schema(description = "能否转换：不需参数或已配置 usable") boolean usable,
            @Schema(description = "预期精度（米）", example = "0.001") @Nullable Double accuracyMeters) {
    }

    record ConvertedPoint(@Schema(example = "112.45") double longitude, @Schema(example = "34.62") double latitude,
            @Schema(description = "预期精度（米）", example = "0.001") double accuracyMeters) {
    }

    record GivenPoint(@Nullable String name, double x, double y, double longitude, double latitude) {
    }

    record FitRequest(@Nullable String system, @Nullable List<GivenPoint> points, @Nullable Boolean keep) {
    }

    record FitReport(@Schema(description = "中误差（米）", example = "0.012") double rms,
            @Schema(description = "最大残差（米）", example = "0.021") double max, List<PointResidual> residuals,
            @Schema(description = "被剔除的控制点") List<PointResidual> thrownOut, double dx, double dy, double scale,
            @Schema(description = "旋转（秒）") double turnSeconds,
            @Schema(description = "保存为第几版；只试算时没有") @Nullable Integer version) {
    }

    record PointResidual(@Schema(example = "GPS012") String point, @Schema(example = "0.021") double meters) {
    }

    record SevenParameters(double dx, double dy, double dz, double rx, double ry, double rz, double ppm,
            @Nullable Double accuracyMeters) {
    }

    @GetMapping("/coordinate-systems")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "坐标系清单", description = "可用的坐标系及能否转换。The closed list of coordinate systems.")
    List<SystemAnswer> systems() {
        Map<Datum, DatumStep> steps = datums.current();
        return CoordinateSystem.all().stream().map(system -> {
            boolean usable = !system.datum().needsParameters() || steps.containsKey(system.datum());
            return new SystemAnswer(system.word(), system.zh(), system.datum(), usable,
                    usable ? Conversion.of(system, steps).accuracyMeters() : null);
        }).toList();
    }

    @GetMapping("/conversion")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "坐标转换", description = "一个点转换到 CGCS2000 经纬度，并说明精度。One point to CGCS2000 degrees.")
    ConvertedPoint convert(@Parameter(example = "cgcs2000-gk3-cm111") @RequestParam String system,
            @Parameter(description = "东向坐标或经度", example = "632981.94") @RequestParam double x,
            @Parameter(description = "北向坐标或纬度", example = "3833392.92") @RequestParam double y) {
        Conversion conversion = Conversion.of(CoordinateSystem.of(system), datums.current());
        if (!conversion.plausible(new Coordinate(x, y))) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "coordinates-implausible",
                    Text.of("坐标 " + x + "，" + y + " 不可能属于“" + conversion.system().zh() + "”",
                            "the coordinates cannot be of the system " + system),
                    Text.of("请核对坐标系、带号和横纵坐标的顺序", "check the system, the zone and the order of the two")).under("BDR-08").asException();
        }
        Coordinate degrees = conversion.toDegrees(new Coordinate(x, y));
        return new ConvertedPoint(degrees.x, degrees.y, conversion.accuracyMeters());
    }

    @PostMapping("/datum-fits")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "拟合转换参数", description = "用至少 4 个控制点拟合四参数，给出残差和被剔除的点；keep 为真时保存。Fit plane parameters from control points.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"system": "city", "keep": false, "points": [
                     {"name": "GPS001", "x": 480123.456, "y": 3830123.456, "longitude": 112.2831, "latitude": 34.6002},
                     {"name": "GPS002", "x": 520123.456, "y": 3830123.456, "longitude": 112.7193, "latitude": 34.6002},
                     {"name": "GPS003", "x": 480123.456, "y": 3850123.456, "longitude": 112.2827, "latitude": 34.7805},
                     {"name": "GPS004", "x": 520123.456, "y": 3850123.456, "longitude": 112.7197, "latitude": 34.7805}]}"""))))
    FitReport fit(@RequestBody FitRequest given) {
        CoordinateSystem system = CoordinateSystem.of(given.system() == null ? "" : given.system());
        refuseFixed(system.datum());
        List<ControlPoint> points = given.points() == null ? List.of() : given.points().stream().map(point ->
                new ControlPoint(point.name() == null ? "" : point.name(), point.x(), point.y(), point.longitude(),
                        point.latitude())).toList();
        PlaneFit fit = PlaneFit.of(system, points);
        FitReport report = report(fit, null);
        if (!Boolean.TRUE.equals(given.keep())) {
            return report;
        }
        SignedIn who = SignedIn.current();
        return report(fit, datums.put(system.datum(), fit.step(), report, clock.now(), who.post() == null ? "" : who.post()));
    }

    @PutMapping("/datum-steps/{datum}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "填写七参数", description = "测绘部门提供的七参数：米、秒、百万分之一。The seven parameters of the surveying office.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"dx": 110, "dy": -60, "dz": 20, "rx": 1.2, "ry": -0.8, "rz": 2.1, "ppm": 3.5, "accuracyMeters": 0.1}"""))))
    void seven(@Parameter(example = "XIAN_80") @PathVariable Datum datum, @RequestBody SevenParameters given) {
        refuseFixed(datum);
        SignedIn who = SignedIn.current();
        datums.put(datum, new DatumStep.Seven(given.dx(), given.dy(), given.dz(), given.rx(), given.ry(), given.rz(), given.ppm(),
                given.accuracyMeters() == null ? 1 : given.accuracyMeters()), Map.of("given", "seven"), clock.now(),
                who.post() == null ? "" : who.post());
    }

    private static void refuseFixed(Datum datum) {
        if (!datum.needsParameters()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "datum-step-fixed", Text.of("“" + datum.zh() + "”不需要转换参数",
                    datum + " needs no parameters"), Text.of("只有西安 80、北京 54 和城市坐标系需要", "only Xi'an 80, Beijing 54 and the city grid do"))
                    .under("BDR-08").asException();
        }
    }

    private static FitReport report(PlaneFit fit, @Nullable Integer version) {
        return new FitReport(fit.rms(), fit.max(), residuals(fit.residuals()), residuals(fit.thrownOut()), fit.step().dx(),
                fit.step().dy(), fit.step().scale(), Math.toDegrees(fit.step().turn()) * 3600, version);
    }

    private static List<PointResidual> residuals(List<PlaneFit.Residual> residuals) {
        return residuals.stream().map(one -> new PointResidual(one.point(), one.meters())).toList();
    }
}
