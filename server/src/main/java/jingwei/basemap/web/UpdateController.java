package jingwei.basemap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import jingwei.basemap.update.BeatDrafts;
import jingwei.basemap.update.LandUpdate;
import jingwei.basemap.update.Updates;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 数据更新的接口: propose, send, check, review, publish (BDR-02, BDR-05, BDR-06).
@RestController
@RequestMapping("/api/basemap/updates")
@Tag(name = "basedata")
class UpdateController {

    private static final int MOST = 1000;

    private final Updates updates;
    private final BeatDrafts beats;

    UpdateController(Updates updates, BeatDrafts beats) {
        this.beats = beats;
        this.updates = updates;
    }

    record UpdateProposal(@Nullable UUID id, @Nullable String layer, LandUpdate.@Nullable Mode mode, @Nullable String fileName,
            @Nullable String encoding, @Nullable String system, @Nullable String x, @Nullable String y, @Nullable String note) {
    }

    record UpdateParts(int parts) {
    }

    record UpdateReview(@Nullable Boolean accepted, @Nullable String remark) {
    }

    record FaultSettlement(boolean settled, @Nullable String remark) {
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "提出更新", description = "先说明图层、方式、文件名和坐标系，再分段上传。坐标系和编码不填时以文件为准。Propose an update; its file follows in parts.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a11", "layer": "components", "mode": "MERGE", "fileName": "部件.csv",
                     "system": "cgcs2000", "note": "2026 年普查"}"""))))
    UpdateAnswers.UpdateAnswer propose(@RequestBody UpdateProposal given) {
        require("layer", given.layer());
        require("fileName", given.fileName());
        LandUpdate.Mode mode = given.mode() == null ? LandUpdate.Mode.MERGE : given.mode();
        return UpdateAnswers.UpdateAnswer.of(updates.propose(new Updates.Proposal(
                given.id() == null ? UUID.randomUUID() : given.id(), String.valueOf(given.layer()), mode,
                String.valueOf(given.fileName()), given.encoding(), given.system(), given.x(), given.y(),
                given.note() == null ? "" : given.note()), SignedIn.current()));
    }

    record DivisionOrder(@Nullable UUID id, @Nullable String note) {
    }

    @PostMapping("/divisions")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "自动划分单元网格", description = "由已发布的社区界线、道路、铁路和水系提出约 1 万平方米的网格，随即检查；审核发布前不生效。Propose unit grids from borders and lines.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a12", "note": "2026 年划分"}"""))))
    UpdateAnswers.UpdateAnswer divide(@RequestBody DivisionOrder given) {
        return UpdateAnswers.UpdateAnswer.of(updates.divide(given.id() == null ? UUID.randomUUID() : given.id(),
                given.note() == null ? "" : given.note(), SignedIn.current()));
    }

    record BeatOrder(@Nullable UUID id, @Nullable Integer count, @Nullable String note) {
    }

    @PostMapping("/beats")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "按负荷划分责任网格", description = "由现行单元网格提出大致均衡的责任网格，负荷按部件数和面积计；审核发布前不生效。Propose duty grids of about the same load.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "0198f2a4-6c1e-7a55-b0d4-0c7f5d0f2a14", "count": 24}"""))))
    UpdateAnswers.UpdateAnswer beats(@RequestBody BeatOrder given) {
        require("count", given.count());
        return UpdateAnswers.UpdateAnswer.of(beats.propose(given.id() == null ? UUID.randomUUID() : given.id(),
                given.count() == null ? 0 : given.count(), given.note() == null ? "" : given.note(), SignedIn.current()));
    }

    @PutMapping(path = "/{id}/parts/{number}", consumes = "application/octet-stream")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "上传一段", description = "文件从 0 起分段，每段不超过 1.5 MB；断了可以重传。One part of the file, at most 1.5 MB.")
    void part(@PathVariable UUID id, @Parameter(example = "0") @PathVariable int number, @RequestBody byte[] content) {
        updates.part(id, number, content);
    }

    @PostMapping("/{id}/check")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "检查", description = "文件已传完，转入检查；检查给出变化预览和差错报告，什么也不改。Check the whole file: a preview and a report.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"parts": 3}"""))))
    UpdateAnswers.UpdateAnswer check(@PathVariable UUID id, @RequestBody UpdateParts given) {
        return UpdateAnswers.UpdateAnswer.of(updates.check(id, given.parts()));
    }

    @GetMapping
    @Permit(Permission.LAND_READ)
    @Operation(summary = "更新列表", description = "新的在前。Updates, the newest first.")
    List<UpdateAnswers.UpdateAnswer> list(@Parameter(description = "最多几个 at most", example = "50")
            @RequestParam(defaultValue = "50") int limit) {
        return updates.latest(Math.clamp(limit, 1, MOST)).stream().map(UpdateAnswers.UpdateAnswer::of).toList();
    }

    @GetMapping("/{id}")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "一次更新", description = "状态、进度和变化。State, progress and changes of an update.")
    UpdateAnswers.UpdateAnswer one(@PathVariable UUID id) {
        return UpdateAnswers.UpdateAnswer.of(updates.get(id));
    }

    @GetMapping("/{id}/faults")
    @Permit(Permission.LAND_READ)
    @Operation(summary = "检查报告", description = "差错和提醒，GeoJSON，可直接在地图上逐条处理。Faults and warnings as GeoJSON.")
    UpdateAnswers.FaultFeatures faults(@PathVariable UUID id,
            @Parameter(description = "从此序号之后 after this number", example = "0") @RequestParam(defaultValue = "0") int after,
            @Parameter(description = "最多几条 at most", example = "200") @RequestParam(defaultValue = "200") int limit) {
        return UpdateAnswers.FaultFeatures.of(updates.faults(id, after, Math.clamp(limit, 1, MOST)));
    }

    @PostMapping("/{id}/faults/{number}/settlement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "处理一条差错", description = "记下已核实或处理的差错。Mark one fault as dealt with.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"settled": true, "remark": "现场核实无误"}"""))))
    void settle(@PathVariable UUID id, @Parameter(example = "1") @PathVariable int number, @RequestBody FaultSettlement given) {
        updates.settle(id, number, given.settled(), given.remark() == null ? "" : given.remark());
    }

    @PostMapping("/{id}/review")
    @Permit(Permission.LAND_REVIEW)
    @Operation(summary = "审核更新", description = "由提出人以外的人审核。Review an update; not one's own.",
            requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"accepted": true, "remark": "同意发布"}"""))))
    UpdateAnswers.UpdateAnswer review(@PathVariable UUID id, @RequestBody UpdateReview given) {
        require("accepted", given.accepted());
        return UpdateAnswers.UpdateAnswer.of(updates.review(id, Boolean.TRUE.equals(given.accepted()),
                given.remark() == null ? "" : given.remark(), SignedIn.current()));
    }

    @PostMapping("/{id}/publication")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "发布更新", description = "审核过的更新，全部生效或一条也不生效。Publish what was reviewed: all or nothing.")
    UpdateAnswers.UpdateAnswer publish(@PathVariable UUID id) {
        return UpdateAnswers.UpdateAnswer.of(updates.publish(id, SignedIn.current()));
    }

    @PostMapping("/{id}/cancellation")
    @Permit(Permission.LAND_EDIT)
    @Operation(summary = "撤销更新", description = "发布之前随时可以；正在进行的作业停下，不留痕迹。Cancel at any moment before it is published.")
    UpdateAnswers.UpdateAnswer cancel(@PathVariable UUID id) {
        return UpdateAnswers.UpdateAnswer.of(updates.cancel(id));
    }

    private static void require(String field, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "update-field-missing", Text.of("缺少：" + field, "missing: " + field),
                    Text.of("请补上该项后重试", "add it and try again")).missing(List.of(field)).under("BDR-05").asException();
        }
    }
}
