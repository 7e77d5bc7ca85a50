package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jingwei.basemap.update.CellDrafts;
import jingwei.grid.CellSuccession;
import jingwei.grid.UnitGrid;
import jingwei.grid.edit.CellEdit;
import jingwei.grid.edit.EditedCells;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.standards.AreaClass;
import jingwei.standards.Refusal;
import jingwei.standards.RegionCode;
import jingwei.standards.Text;
import jingwei.standards.UnitGridCode;
import jingwei.survey.file.GeoJsonShape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 网格编辑的接口: tries edits of cells and proposes them (BDR-02, BDR-03, BDR-05).
@RestController
@RequestMapping("/api/basemap/cell-edits")
@Tag(name = "basedata")
class CellEditController {

    private final CellDrafts drafts;

    CellEditController(CellDrafts drafts) {
        this.drafts = drafts;
    }

    /// 编辑种类.
    enum EditKind {
        MOVE, INSERT, REMOVE, SPLIT, MERGE, RENUMBER, NOTE
    }

    /// One edit; which of the rest is needed goes by its kind. Places are `[longitude, latitude]`.
    record CellEditStep(@Nullable EditKind kind, @Schema(example = "410303001001001") @Nullable String cell, @Nullable List<String> cells,
            @Nullable String code, @Nullable String note, double @Nullable [] at, double @Nullable [] from, double @Nullable [] to,
            @Nullable List<double[]> line) {
    }

    record CellEditDraft(@Nullable UUID id, @Nullable String note, @Nullable List<CellEditStep> edits) {
    }

    @Schema(name = "EditedCellProperties")
    record EditedProperties(@Schema(example = "A") AreaClass areaClass, @Schema(example = "10012") long areaSquareMeters,
            @Nullable String note) {
    }

    @Schema(name = "EditedCellFeature")
    record EditedFeature(@Schema(example = "Feature") String type, @Schema(example = "410303001001001") String id,
            Map<String, Object> geometry, EditedProperties properties) {

        static EditedFeature of(UnitGrid cell) {
            return new EditedFeature("Feature", cell.code().digits(), GeoJsonShape.write(cell.outline()),
                    new EditedProperties(cell.areaClass(), Math.round(cell.areaSquareMeters()), cell.note()));
        }
    }

    @Schema(name = "EditedCellSuccession")
    record EditedSuccession(@Schema(example = "410303001001001") String from, @Schema(example = "410303001001021") String to,
            CellSuccession.Kind kind, @Schema(example = "0.52") double share) {
    }

    @Schema(name = "CellEditOutcome")
    record EditedAnswer(@Schema(description = "新的和改了形状的网格，GeoJSON") List<EditedFeature> features,
            @Schema(description = "不再有的编码") List<String> ended, @Schema(description = "编码沿革") List<EditedSuccession> successions,
            @Schema(description = "涉及的社区") List<String> communities) {

        static EditedAnswer of(EditedCells it) {
            return new EditedAnswer(it.changed().stream().map(EditedFeature::of).toList(),
                    it.ended().stream().map(UnitGridCode::digits).sorted().toList(),
                    it.successions().stream().map(one -> new EditedSuccession(one.from().digits(), one.to().digits(), one.kind(), one.share()))
                            .toList(),
                    it.touched().stream().map(RegionCode::digits).sorted().toList());
        }
    }

    @PostMapping("/trial")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "试做网格编辑", description = "移点、加点、删点、拆分、合并、换码；公共边一起动，会出现缝隙或重叠的一步被退回。什么也不改。Try edits of cells; shared borders move together.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"edits": [{"kind": "SPLIT", "cell": "410303001001001", "line": [[112.441, 34.67], [112.442, 34.67]]}]}"""))))
    EditedAnswer attempt(@RequestBody CellEditDraft given) {
        return EditedAnswer.of(drafts.apply(edits(given)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "提交网格编辑", description = "成为一次单元网格更新，随即检查；审核发布前不生效。Propose the edits as an update of the unit grids.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a13", "note": "拆分", "edits": [{"kind": "MERGE",
                     "cells": ["410303001001001", "410303001001002"]}]}"""))))
    UpdateAnswers.UpdateAnswer propose(@RequestBody CellEditDraft given) {
        return UpdateAnswers.UpdateAnswer.of(drafts.propose(given.id() == null ? UUID.randomUUID() : given.id(), edits(given),
                given.note() == null ? "" : given.note(), SignedIn.current()));
    }

    private static List<CellEdit> edits(CellEditDraft given) {
        return given.edits() == null ? List.of() : given.edits().stream().map(CellEditController::edit).toList();
    }

    private static CellEdit edit(CellEditStep it) {
        return switch (need("kind", it.kind())) {
            case MOVE -> new CellEdit.Move(place("from", it.from()), place("to", it.to()));
            case INSERT -> new CellEdit.Insert(place("from", it.from()), place("to", it.to()), place("at", it.at()));
            case REMOVE -> new CellEdit.Remove(place("at", it.at()));
            case SPLIT -> new CellEdit.Split(UnitGridCode.of(need("cell", it.cell())),
                    need("line", it.line()).stream().map(at -> place("line", at)).toList());
            case MERGE -> new CellEdit.Merge(need("cells", it.cells()).stream().map(UnitGridCode::of).toList());
            case RENUMBER -> new CellEdit.Renumber(UnitGridCode.of(need("cell", it.cell())), UnitGridCode.of(need("code", it.code())));
            case NOTE -> new CellEdit.Remark(UnitGridCode.of(need("cell", it.cell())), it.note() == null ? "" : it.note());
        };
    }

    private static Coordinate place(String field, double @Nullable [] at) {
        double[] place = need(field, at);
        if (place.length != 2 || !(Math.abs(place[0]) <= 180) || !(Math.abs(place[1]) <= 90)) {
            throw missing(field);
        }
        return new Coordinate(place[0], place[1]);
    }

    private static <T> T need(String field, @Nullable T value) {
        if (value == null) {
            throw missing(field);
        }
        return value;
    }

    private static RuntimeException missing(String field) {
        return Refusal.of(Refusal.Kind.MALFORMED, "edit-incomplete", Text.of("这一步编辑缺少或写错了：" + field, "the edit lacks or miswrites: " + field),
                Text.of("请补上；位置写成 [经度, 纬度]", "add it; a place is [longitude, latitude]")).missing(List.of(field)).under("BDR-05").asException();
    }
}
