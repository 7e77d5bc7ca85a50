package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import jingwei.basemap.Layer;
import jingwei.basemap.Layers;
import jingwei.basemap.image.Picture;
import jingwei.basemap.store.ImageStore;
import jingwei.basemap.tile.TileAddress;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// 影像的接口: squares of published pictures, from our own tables (BDR-01).
@RestController
@Tag(name = "basedata")
class ImageController {

    private static final Duration KEPT = Duration.ofDays(30);

    private final Layers layers;
    private final ImageStore images;

    ImageController(Layers layers, ImageStore images) {
        this.layers = layers;
        this.images = images;
    }

    @GetMapping("/api/basemap/imagery/{layer}/{z}/{x}/{y}")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "影像瓦片", description = "Web 墨卡托标准切片；不填版本为现行。A square of an imagery layer; the version in force unless another is asked for.")
    ResponseEntity<byte[]> tile(@Parameter(example = "imagery") @PathVariable String layer,
            @Parameter(description = "级别 zoom", example = "15") @PathVariable int z,
            @Parameter(description = "列号 column from the west", example = "26618") @PathVariable int x,
            @Parameter(description = "行号 row from the north", example = "13006") @PathVariable int y,
            @Parameter(description = "版本 version", example = "1") @RequestParam(name = "v", defaultValue = "0") int version) {
        Layer one = layers.get(layer);
        Picture picture = images.tile(layer, version < 1 ? one.version() : Math.min(version, one.version()), new TileAddress(z, x, y))
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_FOUND, "image-tile-unknown", Text.of("影像“" + one.nameZh() + "”没有这一块",
                                "the imagery " + one.id() + " has no such tile"),
                        Text.of("请在它的范围和级别内取图", "stay within its area and its levels")).under("BDR-01").asException());
        // An address that names its version never answers otherwise.
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(picture.type()))
                .cacheControl(version < 1 ? CacheControl.noCache().cachePrivate() : CacheControl.maxAge(KEPT).cachePrivate()).body(picture.content());
    }
}
