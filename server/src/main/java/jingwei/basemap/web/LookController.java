package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import jingwei.basemap.LookVersion;
import jingwei.basemap.Looks;
import jingwei.basemap.MapLook;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// 图面: order, visibility and colours of the map (APM-06).
@RestController
@Tag(name = "maintenance")
class LookController {

    private final Looks looks;

    LookController(Looks looks) {
        this.looks = looks;
    }

    record LookGiven(@Nullable List<MapLook.LayerLook> layers, @Nullable List<MapLook.SymbolLook> symbols, @Nullable String note) {
    }

    @GetMapping("/api/basemap/look")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "现行图面 the look of the map in force")
    MapLook look() {
        return looks.current();
    }

    @GetMapping("/api/basemap/look/versions")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "图面版本 every version of the look, the newest first")
    List<LookVersion> versions() {
        return looks.versions();
    }

    @PutMapping("/api/basemap/look")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "定图面 the next version of the look; every map follows", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"layers": [{"layer": "water", "visible": true, "color": "#7fb2d9"}, {"layer": "roads", "visible": true}],
                     "symbols": [{"classes": "component-0101", "color": "#005bbb"}], "note": "井盖改蓝色"}"""))))
    LookVersion keep(@RequestBody LookGiven given) {
        return looks.keep(new MapLook(given.layers() == null ? List.of() : given.layers(),
                given.symbols() == null ? List.of() : given.symbols()), given.note() == null ? "" : given.note().strip());
    }
}
