package jingwei.geocoding.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jingwei.geocoding.AliasProposal;
import jingwei.geocoding.Place;
import jingwei.geocoding.PlaceEdition;
import jingwei.geocoding.PlaceKeeper;
import jingwei.geocoding.PlaceKin;
import jingwei.geocoding.PlaceVersion;
import jingwei.geocoding.Succession.FormerName;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 地名维护的接口: import, edit, retire, review and publish places; settle alias proposals (GCF-08, GCF-10).
@RestController
@RequestMapping("/api/places")
@Tag(name = "geocoding")
class PlaceController {

    private static final int MOST = 500;
    private static final int LONGEST_NAME = 120;

    private final PlaceKeeper keeper;

    PlaceController(PlaceKeeper keeper) {
        this.keeper = keeper;
    }

    /// A version of a place as a form shows it.
    record VersionView(String id, int version, String state, String stateName, String kind, String name, String standardName, List<String> aliases,
            String regionCode, String streetCode, String communityCode, String roadId, String plateNumber, String plateSide,
            @Nullable Double longitude, @Nullable Double latitude, @Nullable String wkt, @Nullable Double width, @Nullable LocalDate validFrom, @Nullable LocalDate validTo, String source, String note,
            Instant changedAt, String changedBy, String reason, String successor, List<FormerName> formerNames, String parentId) {

        static VersionView of(PlaceVersion one) {
            Place place = one.place();
            return new VersionView(place.id(), one.version(), one.state().name(), one.state().zh(), place.kind().word(), place.name(),
                    place.standardName(), place.aliases(), place.regionCode(), place.streetCode(), place.communityCode(), place.roadId(),
                    place.plateNumber(), String.valueOf(place.plateSide()).strip(),
                    place.hasPoint() ? place.longitude() : null, place.hasPoint() ? place.latitude() : null,
                    place.geometry() == null ? null : place.geometry().toText(),
                    Double.isNaN(place.width()) ? null : place.width(), place.validFrom(), place.validTo(), place.source(), place.note(),
                    one.changedAt(), one.changedBy(), one.reason(), place.succession().successor(), place.succession().formerNames(),
                    place.parentId());
        }
    }

    /// 亲缘 of a place. @param parents nearest first
    @Schema(name = "PlaceRelations")
    record Relations(List<Relative> parents, List<Relative> successors, List<Relative> predecessors, List<FormerName> formerNames) {

        static Relations of(PlaceKin kin) {
            return new Relations(kin.parents().stream().map(Relative::of).toList(), kin.successors().stream().map(Relative::of).toList(),
                    kin.predecessors().stream().map(Relative::of).toList(), kin.formerNames());
        }
    }

    @Schema(name = "PlaceRelative")
    record Relative(String id, String kind, String kindName, String name, @Nullable LocalDate validTo) {

        static Relative of(Place place) {
            return new Relative(place.id(), place.kind().word(), place.kind().zh(), place.name(), place.validTo());
        }
    }

    @Schema(name = "PlaceRenaming")
    record Renaming(@Nullable String name, @Nullable LocalDate from, @Nullable String reason) {
    }

    /// @param count places proposed or published
    record ChangedPlaces(int count) {
    }

    record Retirement(@Nullable LocalDate last, @Nullable String reason, @Nullable String successor) {
    }

    record EditionNote(@Nullable String note) {
    }

    record Correction(@Nullable String words, @Nullable String place) {
    }

    record Settlement(@Nullable String place, @Nullable String alias, @Nullable Boolean accepted) {
    }

    @PostMapping(path = "/import", consumes = "text/csv")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "导入地点", description = "整个文件待审，有一行不对就全不导入；一行也可，用于新增和修改。Propose every place of a file; all or nothing.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(mediaType = "text/csv",
                    examples = @ExampleObject("id,kind,name,longitude,latitude\nL1,landmark,丽景门,112.4601,34.6805\n"))))
    ChangedPlaces importFile(@RequestBody byte[] body) {
        return new ChangedPlaces(keeper.importFile(body, who()));
    }

    @PostMapping(path = "/import/spatial", consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "导入空间文件", description = "GeoJSON、打包的 Shapefile 或 GeoPackage，列名同地点文件；整个文件待审，有一条不对就全不导入。"
            + "Propose the places of a spatial file; all or nothing.")
    ChangedPlaces importShapes(@Parameter(description = "文件名 name of the file", example = "places.geojson") @RequestParam String name,
            @RequestBody byte[] body) {
        return new ChangedPlaces(keeper.importShapes(body, name, who()));
    }

    @GetMapping("/proposals")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "待发布的地点", description = "已提出、未发布的新增和变更，按标识码排列。Proposed versions, by id.")
    List<VersionView> proposals(
            @Parameter(description = "从此标识码之后 after this id", example = "L1") @RequestParam(defaultValue = "") String after,
            @Parameter(description = "最多几个，1 到 500 at most", example = "100") @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw missing("limit");
        }
        return keeper.proposed(after, limit).stream().map(VersionView::of).toList();
    }

    @PostMapping("/publication")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "发布地名库", description = "全部待审的一次生效，查询不中断。Put all proposals in force as one edition, without a pause.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"note": "2026年第四季度补充"}"""))))
    ChangedPlaces publish(@RequestBody EditionNote given) {
        return new ChangedPlaces(keeper.publish(who(), given.note() == null ? "" : given.note()));
    }

    @GetMapping("/editions")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "地名库版本", description = "历次发布，新的在前。Publications, the newest first.")
    List<PlaceEdition> editions() {
        return keeper.editions();
    }

    @GetMapping("/{id}")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "地点及其历史", description = "一个地点的全部版本，新的在前。All versions of a place, the newest first.")
    List<VersionView> history(@Parameter(description = "标识码 id", example = "L1") @PathVariable String id) {
        return keeper.history(id).stream().map(VersionView::of).toList();
    }

    @PostMapping("/{id}/retirement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "停用地点", description = "提出停用，可指明后继，发布后生效；旧日期仍能查到，此后的查询说明今称。Propose the end of a place and what takes over.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"last": "2026-12-31", "reason": "并入", "successor": "L2"}"""))))
    void retire(@Parameter(description = "标识码 id", example = "L1") @PathVariable String id, @RequestBody Retirement given) {
        if (given.last() == null) {
            throw missing("last");
        }
        if (given.reason() == null || given.reason().isBlank()) {
            throw missing("reason");
        }
        keeper.retire(id, given.last(), given.successor() == null ? "" : given.successor().strip(), who(), given.reason());
    }

    @PostMapping("/{id}/renaming")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "地点改名", description = "提出新名，发布后生效；旧名连同起止日期保留，仍能查到。Propose another name; the old one is kept with its days.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"name": "丽景门城楼", "from": "2026-12-31", "reason": "地名公告"}"""))))
    void rename(@Parameter(description = "标识码 id", example = "L1") @PathVariable String id, @RequestBody Renaming given) {
        if (given.name() == null || given.name().isBlank() || given.name().strip().length() > LONGEST_NAME) {
            throw missing("name");
        }
        if (given.from() == null) {
            throw missing("from");
        }
        if (given.reason() == null || given.reason().isBlank()) {
            throw missing("reason");
        }
        keeper.rename(id, given.name().strip(), given.from(), who(), given.reason());
    }

    @GetMapping("/{id}/relations")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "地点的所属、后继与前身", description = "所属道路、小区或地点、社区、街道、区县；后继、前身和曾用名。Parents, successor, predecessors and former names.")
    Relations relations(@Parameter(description = "标识码 id", example = "L1") @PathVariable String id) {
        return Relations.of(keeper.kin(id));
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "不采纳待审地点", description = "撤下一个地点的待审变更。Withdraw what is proposed for a place.")
    void decline(@Parameter(description = "标识码 id", example = "L1") @PathVariable String id) {
        keeper.decline(id);
    }

    @PostMapping("/corrections")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_READ)
    @Operation(summary = "登记更正", description = "把说法与人工选定的地点记下，次数多的成为别名建议。Remember which place was meant by some words.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"words": "百货楼", "place": "L1"}"""))))
    void correct(@RequestBody Correction given) {
        if (given.words() == null || given.words().isBlank()) {
            throw missing("words");
        }
        if (given.place() == null) {
            throw missing("place");
        }
        keeper.corrected(given.words(), given.place());
    }

    @GetMapping("/alias-proposals")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "别名建议", description = "由人工更正积累的别名建议，次数多的在前。Alias proposals, the most frequent first.")
    List<AliasProposal> aliases() {
        return keeper.aliasProposals();
    }

    @PostMapping("/alias-proposals/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "审核别名建议", description = "采纳的成为该地点的待发布变更。Accept or decline an alias proposal.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"place": "L1", "alias": "百货楼", "accepted": true}"""))))
    void settle(@RequestBody Settlement given) {
        if (given.place() == null || given.alias() == null || given.accepted() == null) {
            throw missing(given.place() == null ? "place" : given.alias() == null ? "alias" : "accepted");
        }
        keeper.settleAlias(given.place(), given.alias(), given.accepted(), who());
    }

    private static String who() {
        SignedIn who = SignedIn.current();
        return who.post() == null ? who.person().toString() : who.post();
    }

    private static RuntimeException missing(String field) {
        return Refusal.of(Refusal.Kind.MALFORMED, "place-field-missing", Text.of("缺少或不对：" + field, "missing or wrong: " + field),
                Text.of("请补上该项后重试", "add it and try again")).missing(List.of(field)).under("GCF-08").asException();
    }
}
