package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import jingwei.basemap.Layers;
import jingwei.basemap.Looks;
import jingwei.basemap.MapLook;
import jingwei.basemap.Tiles;
import jingwei.basemap.tile.TileAddress;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 图层目录和矢量瓦片 (BDR-01, BDR-07, ACQ-09).
@RestController
@RequestMapping("/api/basemap")
@Tag(name = "basedata")
class BasemapController {

    static final String TILE_TYPE = "application/vnd.mapbox-vector-tile";

    private final Layers layers;
    private final Tiles tiles;
    private final Looks looks;

    BasemapController(Layers layers, Tiles tiles, Looks looks) {
        this.looks = looks;
        this.layers = layers;
        this.tiles = tiles;
    }

    @GetMapping("/layers")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "图层目录", description = "全部图层及其元数据、版本和范围，叠放次序在下的在前。The catalogue of layers.")
    List<BasemapAnswers.LayerAnswer> layers() {
        MapLook look = looks.current();
        return layers.all().stream().map(layer -> BasemapAnswers.LayerAnswer.of(layer, layers.source(layer), look))
                .sorted(Comparator.comparingInt(BasemapAnswers.LayerAnswer::drawOrder)).toList();
    }

    @GetMapping("/tiles/{layer}/{z}/{x}/{y}.mvt")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "矢量瓦片", description = "一个图层的一格，Mapbox Vector Tile 2.0，Web Mercator，列号在行号之前；图层名与地址相同，"
            + "要素标识在属性 id 中。未变时按 ETag 答 304。One square of a layer; 304 while unchanged.",
            responses = @ApiResponse(responseCode = "200", description = "瓦片 the tile", content = @Content(mediaType = TILE_TYPE)))
    void tile(@Parameter(description = "图层 layer", example = "unit-grids") @PathVariable String layer,
            @Parameter(description = "级别 zoom", example = "15") @PathVariable int z,
            @Parameter(description = "列号 column from the west", example = "26618") @PathVariable int x,
            @Parameter(description = "行号 row from the north", example = "13006") @PathVariable int y,
            HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(tiles.draw(layer, new TileAddress(z, x, y)), request, response);
    }

    /// Sends a tile as it is kept, packed, to whoever can unpack it; a browser may keep it and asks whether it changed.
    static void answer(Tiles.Tile tile, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String tag = "\"" + tile.revision() + "\"";
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "private, no-cache");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(TILE_TYPE);
        byte[] body = tile.packed();
        String accepts = request.getHeader("Accept-Encoding");
        if (body.length > 0 && accepts != null && accepts.contains("gzip")) {
            response.setHeader("Content-Encoding", "gzip");
        } else if (body.length > 0) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
