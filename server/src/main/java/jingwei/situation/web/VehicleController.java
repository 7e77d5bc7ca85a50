package jingwei.situation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jingwei.grid.GeoPoint;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.organization.Organizations;
import jingwei.situation.MapLayer;
import jingwei.situation.store.VehicleTables;
import jingwei.standards.Text;
import jingwei.workcalendar.PlatformClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 作业车辆与扩展图层: vehicles report where they are (GPS-01); layers of extensions (HOUSE 18).
@RestController
@RequestMapping("/api/situation")
@Tag(name = "overview")
class VehicleController {

    private static final int FIXES = 1_000;
    private static final int MARKS = 2_000;
    /// A terminal's clock may be a little ahead.
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final VehicleTables vehicles;
    private final Organizations organizations;
    private final PlatformClock clock;
    private final ObjectProvider<MapLayer> layers;

    VehicleController(VehicleTables vehicles, Organizations organizations, PlatformClock clock, ObjectProvider<MapLayer> layers) {
        this.vehicles = vehicles;
        this.organizations = organizations;
        this.clock = clock;
        this.layers = layers;
    }

    @Schema(name = "VehicleBody")
    record VehicleBody(@Nullable String name, @Nullable String duty, @Nullable String unit) {
    }

    @Schema(name = "VehicleFix")
    record FixLine(@Nullable Instant at, @Nullable Double longitude, @Nullable Double latitude, @Nullable Double speed,
            @Nullable Double heading) {
    }

    @Schema(name = "VehicleFixes")
    record FixList(@Nullable List<FixLine> fixes) {
    }

    @Schema(name = "WallLayer")
    record LayerLine(String id, Text name) {
    }

    @GetMapping("/vehicles")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "作业车辆 the register of vehicles")
    List<VehicleTables.Vehicle> list() {
        return vehicles.all();
    }

    @PutMapping("/vehicles/{id}")
    @Permit(Permission.SITUATION_EDIT)
    @Operation(summary = "登记车辆 register a vehicle",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"name": "豫C12345", "duty": "清扫", "unit": "sanitation"}"""))))
    VehicleTables.Vehicle put(@PathVariable String id, @RequestBody VehicleBody body) {
        if (body.unit() != null && organizations.current().unit(body.unit()).isEmpty()) {
            throw Ask.wrong("no-such-unit", "GPS-01", "没有单位 " + body.unit(), "there is no unit " + body.unit(), "请填机构代号，或不填",
                    "give the code of an organization, or leave it out");
        }
        VehicleTables.Vehicle vehicle = new VehicleTables.Vehicle(Ask.code(id, "id", "GPS-01"), Ask.text(body.name(), "name", 40, "GPS-01"),
                Ask.text(body.duty(), "duty", 20, "GPS-01"), body.unit());
        vehicles.put(vehicle);
        return vehicle;
    }

    @PostMapping("/vehicles/{id}/fixes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.SITUATION_FEED)
    @Transactional
    @Operation(summary = "报送车辆定位，可成批、可乱序、可重报 fixes of a vehicle, in batches, in any order, also again",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"fixes": [{"at": "2026-11-28T01:00:00Z", "longitude": 112.44, "latitude": 34.67, "speed": 18, "heading": 90}]}"""))))
    void feed(@PathVariable String id, @RequestBody FixList list) {
        List<FixLine> lines = list.fixes() == null ? List.of() : list.fixes();
        if (lines.isEmpty() || lines.size() > FIXES) {
            throw Ask.wrong("bad-batch", "GPS-01", "一批有 1 到 1000 个定位", "a batch has 1 to 1000 fixes", "请分批报送", "send smaller batches");
        }
        Instant latest = clock.now().plus(AHEAD);
        List<VehicleTables.Sighted> fixes = lines.stream().map(line -> {
            GeoPoint at = Ask.point(line.longitude(), line.latitude(), "GPS-01");
            if (line.at() == null || line.at().isAfter(latest)) {
                throw Ask.wrong("bad-moment", "GPS-01", "定位时刻缺失或在未来", "the moment of a fix is missing or lies ahead",
                        "请校准终端时钟", "set the terminal's clock");
            }
            return new VehicleTables.Sighted(line.at(), at.longitude(), at.latitude(), line.speed(), line.heading());
        }).toList();
        if (!vehicles.keep(id, fixes)) {
            throw Ask.missing("no-such-vehicle", "GPS-01", "没有车辆 " + id, "there is no vehicle " + id, "请先登记车辆", "register the vehicle first");
        }
    }

    @GetMapping("/layers")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "扩展图层 layers that extensions bring")
    List<LayerLine> layers() {
        return layers.orderedStream().map(layer -> new LayerLine(layer.id(), layer.name())).toList();
    }

    @GetMapping("/layers/{id}/marks")
    @Permit(Permission.SITUATION_READ)
    @Operation(summary = "图层在视窗内的点 marks of a layer in a window")
    List<MapLayer.Mark> marks(@PathVariable String id, @RequestParam double west, @RequestParam double south,
            @RequestParam double east, @RequestParam double north) {
        return layers.orderedStream().filter(layer -> layer.id().equals(id)).findFirst()
                .orElseThrow(() -> Ask.missing("no-such-layer", "CMD-01", "没有图层 " + id, "there is no layer " + id, "请刷新图层列表",
                        "load the list of layers again")).within(west, south, east, north, MARKS);
    }
}
