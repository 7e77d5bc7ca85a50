package jingwei.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jingwei.catalog.AreaScope;
import jingwei.catalog.Catalog;
import jingwei.catalog.ClassScope;
import jingwei.catalog.Hole;
import jingwei.catalog.Responsibility;
import jingwei.catalog.Sheet;
import jingwei.catalog.SheetExport;
import jingwei.catalog.SheetKeeper;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.SignedIn;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCode;
import jingwei.standards.SheetFault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 立案结案规范的版本、导入、权责清单和发布 (ACC-07, APM-04, COL-05).
@RestController
@Tag(name = "maintenance")
class SheetController {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Catalog catalog;
    private final SheetKeeper keeper;

    SheetController(Catalog catalog, SheetKeeper keeper) {
        this.catalog = catalog;
        this.keeper = keeper;
    }

    record HeaderView(int version, String edition, String name, String provenance, boolean published,
            @Nullable Instant validFrom) {

        static HeaderView of(Sheet.Header header) {
            return new HeaderView(header.version(), header.edition().number(), header.name(), header.provenance(),
                    header.published(), header.validFrom());
        }
    }

    /// @param code `component-0101`
    record ClassConditions(String code, String name, List<ClassController.ConditionView> conditions) {
    }

    /// @param classes `all`, `event`, `component-01` or `component-0101`
    /// @param area    `all`, `region:410305` or `duty-grid:X01`
    record Line(@Nullable String classes, @Nullable String area, @Nullable String unit, @Nullable Integer priority) {

        static Line of(Responsibility line) {
            return new Line(line.classes().text(), line.area().text(), line.unit(), line.priority());
        }

        Responsibility read() {
            Given.require("classes", classes, "area", area, "unit", unit);
            return new Responsibility(new ClassScope(classes), new AreaScope(area), unit,
                    priority == null ? Responsibility.USUAL : priority);
        }
    }

    record SheetView(HeaderView header, List<ClassConditions> classes, List<Line> responsibilities) {

        static SheetView of(Sheet sheet) {
            return new SheetView(HeaderView.of(sheet.header()), sheet.entries().stream()
                    .filter(entry -> !sheet.conditions(entry.code()).isEmpty())
                    .map(entry -> new ClassConditions(entry.code().toString(), entry.name().zh(),
                            sheet.conditions(entry.code()).stream().map(ClassController.ConditionView::of).toList()))
                    .toList(), sheet.responsibilities().stream().map(Line::of).toList());
        }
    }

    /// @param text the whole fault as one Chinese line
    record FaultView(int line, int column, String columnName, String code, String text) {

        static FaultView of(SheetFault fault) {
            return new FaultView(fault.line(), fault.column(), fault.columnName(), fault.code(), fault.toString());
        }
    }

    record PreviewView(int rows, int classes, int conditions, List<FaultView> faults) {
    }

    /// @param limits `{"ALL": "4 工作时"}`, or one each for A, B and C
    record ConditionPut(@Nullable String text, @Nullable String closing, @Nullable Map<AreaClass, String> limits, @Nullable String unitType) {
    }

    record ConditionNumber(int number) {
    }

    record Signature(@Nullable String reason) {
    }

    record Publication(@Nullable Instant validFrom) {
    }

    @GetMapping("/api/sheets")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "规范版本列表 the versions of the sheet, the newest first")
    List<HeaderView> versions() {
        return catalog.versions().stream().map(HeaderView::of).toList();
    }

    @GetMapping("/api/sheets/current")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "现行规范 the sheet in force")
    SheetView current() {
        return SheetView.of(catalog.current());
    }

    @GetMapping("/api/sheets/{version}")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "规范版本 one version of the sheet")
    SheetView version(@PathVariable int version) {
        return SheetView.of(catalog.version(version));
    }

    @GetMapping(path = "/api/sheets/{version}/csv", produces = CSV)
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "导出 CSV one version as CSV that can be imported again")
    ResponseEntity<byte[]> csv(@PathVariable int version) {
        return file("sheet-" + version + ".csv", CSV + ";charset=UTF-8", SheetExport.csv(catalog.version(version)));
    }

    @GetMapping(path = "/api/sheets/{version}/xlsx", produces = XLSX)
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "导出 Excel one version as .xlsx that can be imported again")
    ResponseEntity<byte[]> workbook(@PathVariable int version) {
        return file("sheet-" + version + ".xlsx", XLSX, SheetExport.workbook(catalog.version(version)));
    }

    /// @param file name of the file, told in faults
    @PostMapping(path = "/api/sheets/preview", consumes = {CSV, XLSX})
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "导入预览 what an import would bring and every fault of the file; nothing is written")
    PreviewView preview(@RequestParam(defaultValue = "立案结案规范") String file, @RequestBody byte[] body) {
        SheetKeeper.Preview preview = keeper.preview(file, body);
        return new PreviewView(preview.rows(), preview.classes(), preview.conditions(),
                preview.faults().stream().map(FaultView::of).toList());
    }

    @PostMapping(path = "/api/sheets", consumes = {CSV, XLSX})
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "导入规范 import a whole file as a draft, CSV or .xlsx; all of it or nothing")
    HeaderView create(@RequestParam String name, @RequestParam(defaultValue = "立案结案规范") String file,
            @RequestBody byte[] body) {
        return HeaderView.of(keeper.importDraft(name, file, body));
    }

    @PostMapping("/api/sheets/{version}/copies")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "复制为草稿 copy a version to a new draft")
    HeaderView copy(@PathVariable int version, @RequestParam String name) {
        return HeaderView.of(keeper.copy(version, name));
    }

    @PostMapping("/api/sheets/{version}/responsibilities")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "定权责清单 replace the responsibility list of a draft", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    [{"classes": "component-01", "area": "all", "unit": "water"},
                     {"classes": "event", "area": "region:410305", "unit": "jianxi", "priority": 100}]"""))))
    void setResponsibilities(@PathVariable int version, @RequestBody List<Line> lines) {
        keeper.setResponsibilities(version, lines.stream().map(Line::read).toList());
    }

    @PutMapping("/api/sheets/{version}/classes/{code}/conditions/{number}")
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "定立案条件 put one condition of a draft; number 0 makes a new one and the answer tells its number", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"text": "积水影响通行", "closing": "积水排除", "limits": {"ALL": "4 工作时"}, "unitType": "市政设施管理处"}"""))))
    ConditionNumber putCondition(@PathVariable int version, @PathVariable String code, @PathVariable int number,
            @RequestBody ConditionPut given) {
        Given.require("text", given.text(), "closing", given.closing(), "limits", given.limits());
        return new ConditionNumber(keeper.putCondition(version, ClassCode.of(code), number, given.text(), given.closing(),
                given.limits(), given.unitType() == null ? "" : given.unitType()));
    }

    @DeleteMapping("/api/sheets/{version}/classes/{code}/conditions/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "删立案条件 take one condition out of a draft")
    void removeCondition(@PathVariable int version, @PathVariable String code, @PathVariable int number) {
        keeper.removeCondition(version, ClassCode.of(code), number);
    }

    @GetMapping("/api/sheets/{version}/holes")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "权责空白 classes without a responsible unit in some area")
    List<String> holes(@PathVariable int version) {
        return keeper.holes(version).stream().map(Hole::toString).toList();
    }

    @PostMapping("/api/sheets/{version}/signature")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "签认空白 answer for the holes of a draft with one's name and a reason", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"reason": "模拟运行期间由指挥中心指定"}"""))))
    void sign(@PathVariable int version, @RequestBody Signature given) {
        Given.require("reason", given.reason());
        SignedIn who = SignedIn.current();
        keeper.signHoles(version, who.post() == null ? who.person().toString() : who.post(), given.reason());
    }

    @PostMapping("/api/sheets/{version}/publication")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "发布规范 publish a draft; it never changes again", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"validFrom": "2027-01-01T00:00:00+08:00"}"""))))
    void publish(@PathVariable int version, @RequestBody Publication given) {
        keeper.publish(version, given.validFrom());
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"").body(bytes);
    }
}
