package jingwei.basemap.backdrop;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jingwei.basemap.image.Picture;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.survey.CoordinateSystem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 底图的接口: which tile services stand behind the map, and their tiles by way of the server (BDR-11).
@RestController
@RequestMapping("/api/basemap/backdrops")
@Tag(name = "basedata")
class BackdropController {

    private final Backdrops backdrops;

    BackdropController(Backdrops backdrops) {
        this.backdrops = backdrops;
    }

    /// 底图, with all a map needs to lay its tiles; without address and key.
    @Schema(name = "MapBackdrop")
    record BackdropAnswer(@Schema(example = "city-vector") String id, @Schema(example = "市电子地图") String nameZh,
            @Schema(example = "City map") String nameEn, @Schema(description = "坐标系", example = "cgcs2000") String system,
            @Schema(description = "平面坐标系的中央子午线", example = "112.5") @Nullable Double meridian,
            @Schema(description = "带号，不加带号为 0", example = "0") int zone,
            @Schema(description = "左上角，先东后北", example = "[-180, 90]") double[] origin, double[] resolutions,
            @Schema(example = "256") int tileSize, @Schema(example = "1") int leastZoom, @Schema(example = "18") int mostZoom,
            @Schema(example = "市自然资源和规划局") @Nullable String attribution) {

        static BackdropAnswer of(Backdrop it) {
            CoordinateSystem plane = it.plane();
            return new BackdropAnswer(it.id(), it.nameZh(), it.nameEn(), it.system(), plane == null ? null : plane.meridian(),
                    plane == null ? 0 : plane.zone(), it.corner(), it.steps(), it.pixels(), it.leastZoom(), it.mostZoom(), it.attribution());
        }
    }

    @GetMapping
    @Permit(Permission.LAND_READ)
    @Operation(summary = "底图列表", description = "可用的底图服务及其切片方案。Tile services to stand behind the map.")
    List<BackdropAnswer> list() {
        return backdrops.all().stream().map(BackdropAnswer::of).toList();
    }

    @GetMapping("/{id}/{z}/{x}/{y}")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "底图瓦片", description = "由服务器代取，密钥不出服务器。A tile, fetched by the server.")
    ResponseEntity<byte[]> tile(@Parameter(example = "city-vector") @PathVariable String id,
            @Parameter(description = "级别 level", example = "12") @PathVariable int z,
            @Parameter(description = "列号 column", example = "3327") @PathVariable int x,
            @Parameter(description = "行号 row", example = "629") @PathVariable int y) {
        Picture picture = backdrops.tile(id, z, x, y);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(picture.type())).cacheControl(CacheControl.maxAge(java.time.Duration.ofHours(1)).cachePrivate())
                .body(picture.content());
    }
}
