package jingwei.collection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jingwei.collection.CollectionSettings;
import jingwei.collection.SettingsKeeper;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// 采集设置: the numbers a city settles with its collectors.
@RestController
@RequestMapping("/api/collection/settings")
@Tag(name = "collection")
class CollectionSettingsController {

    private final SettingsKeeper keeper;

    CollectionSettingsController(SettingsKeeper keeper) {
        this.keeper = keeper;
    }

    @GetMapping
    @Permit(Permission.SIGNED_IN)
    @Operation(summary = "采集设置 the settings of the collection")
    CollectionSettings show() {
        return keeper.current();
    }

    @PutMapping
    @Permit(Permission.PLATFORM_EDIT)
    @Operation(summary = "修改采集设置 change the settings", requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(
                    examples = @ExampleObject(value = """
                            {"intervalSeconds": 30, "retentionDays": 90, "onlyInGrid": false, "onlyInShift": false,
                             "photosLeast": 1, "photosMost": 5, "mediaWaitMinutes": 120, "photoAgeMinutes": 30,
                             "farMeters": 300, "coarseMeters": 200, "lowestVersion": "1.0.0",
                             "centerPhone": "0379-12319"}"""))))
    CollectionSettings put(@RequestBody CollectionSettings settings) {
        keeper.put(settings);
        return keeper.current();
    }
}
