package jingwei.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jingwei.catalog.Catalog;
import jingwei.catalog.ClassEntry;
import jingwei.catalog.FilingCondition;
import jingwei.catalog.Sheet;
import jingwei.catalog.SheetKeeper;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.AreaClass;
import jingwei.standards.ClassCatalogue.Geometry;
import jingwei.standards.ClassCode;
import jingwei.standards.ClassKind;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 大小类的查询与地方扩展 (APM-04).
@RestController
@Tag(name = "maintenance")
class ClassController {

    private final Catalog catalog;
    private final SheetKeeper keeper;

    ClassController(Catalog catalog, SheetKeeper keeper) {
        this.catalog = catalog;
        this.keeper = keeper;
    }

    /// @param code       `component-0101`
    /// @param conditions how many filing conditions the sheet in force has for it
    record ClassView(String code, ClassKind kind, String name, String nameEn, String major, String majorName,
            Geometry geometry, boolean local, int conditions) {

        static ClassView of(ClassEntry entry, int conditions) {
            return new ClassView(entry.code().toString(), entry.code().kind(), entry.name().zh(), entry.name().en(),
                    entry.major(), entry.majorName().zh(), entry.geometry(), entry.local(), conditions);
        }
    }

    /// @param limits what the handling as a whole has to keep, by area class: `{"ALL": "4 工作时"}`
    /// @param steps  the single steps by area class
    record ConditionView(int number, String text, String closing, Map<AreaClass, String> limits,
            Map<AreaClass, List<String>> steps, @Nullable String unitType, @Nullable String confidence) {

        static ConditionView of(FilingCondition condition) {
            Map<AreaClass, String> limits = new TreeMap<>();
            Map<AreaClass, List<String>> steps = new TreeMap<>();
            condition.plans().forEach((area, plan) -> {
                limits.put(area, plan.limit().toString());
                steps.put(area, plan.steps().stream().map(Object::toString).toList());
            });
            return new ConditionView(condition.number(), condition.text(), condition.closing(), limits, steps,
                    condition.unitType(),
                    condition.provenance() == null ? null : condition.provenance().confidence().word());
        }
    }

    record NewClass(@Nullable ClassKind kind, @Nullable String major, @Nullable String name, @Nullable String nameEn,
            @Nullable Geometry geometry) {
    }

    record OpenMajor(ClassKind kind, String code, String name, String nameEn) {
    }

    @GetMapping("/api/classes/open-majors")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "可扩展的大类 major classes to which the city may add classes of its own")
    List<OpenMajor> openMajors() {
        return keeper.openMajors().stream().map(major -> new OpenMajor(major.kind(), major.code(), major.name().zh(), major.name().en())).toList();
    }

    /// @param kind `component` or `event`
    /// @param q    beginning of a code, or part of a name
    @GetMapping("/api/classes")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "查小类 find minor classes by kind, code or name")
    List<ClassView> classes(@RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "") String q) {
        Sheet sheet = catalog.current();
        @Nullable ClassKind wanted = kind == null ? null : ClassKind.of(kind);
        return sheet.findClasses(q).stream().filter(entry -> wanted == null || entry.code().kind() == wanted)
                .map(entry -> ClassView.of(entry, sheet.conditions(entry.code()).size())).toList();
    }

    @GetMapping("/api/classes/{code}/conditions")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "立案条件 the filing conditions of a minor class by the sheet in force")
    List<ConditionView> conditions(@PathVariable String code) {
        ClassCode wanted = ClassCode.of(code);
        Sheet sheet = catalog.current();
        if (sheet.entry(wanted).isEmpty()) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "class-unknown",
                    Text.of("没有小类 " + code, "there is no class " + code),
                    Text.of("请查小类列表", "look it up in the list of classes")).under("APM-04").asException();
        }
        return sheet.conditions(wanted).stream().map(ConditionView::of).toList();
    }

    @PostMapping("/api/classes")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "增加地方扩展小类 add a class of the city's own", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"kind": "COMPONENT", "major": "21", "name": "共享单车停放点",
                     "nameEn": "shared-bicycle parking spot", "geometry": "POLYGON"}"""))))
    ClassView add(@RequestBody NewClass given) {
        Given.require("kind", given.kind(), "major", given.major(), "name", given.name(), "geometry",
                given.geometry());
        return ClassView.of(keeper.addLocalClass(given.kind(), given.major(),
                Text.of(given.name().strip(), given.nameEn() == null ? "" : given.nameEn().strip()),
                given.geometry()), 0);
    }
}
