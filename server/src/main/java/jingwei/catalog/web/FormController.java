package jingwei.catalog.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import jingwei.catalog.FormField;
import jingwei.catalog.Forms;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.standards.ClassCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 小类的补充栏目 (APM-03).
@RestController
@Tag(name = "maintenance")
class FormController {

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
    }

    /// @param ever   every field that was ever asked, for reading older cases
    /// @param schema the form as JSON Schema 2020-12
    record ClassForm(String code, List<FormField> fields, List<FormField> ever, Map<String, Object> schema) {
    }

    record FormFields(@Nullable List<FormField> fields) {
    }

    @GetMapping("/api/classes/{code}/form")
    @Permit(Permission.CATALOG_READ)
    @Operation(summary = "补充栏目 what the reports of a class ask besides")
    ClassForm form(@PathVariable String code) {
        ClassCode wanted = ClassCode.of(code);
        return new ClassForm(wanted.toString(), forms.of(wanted), List.copyOf(forms.everOf(wanted).values()), forms.schema(wanted));
    }

    @PutMapping("/api/classes/{code}/form")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.CATALOG_EDIT)
    @Operation(summary = "定补充栏目 replace the fields of a class; in force at once", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"fields": [{"key": "depth", "label": "积水深度（厘米）", "kind": "NUMBER", "required": true, "listed": true},
                                {"key": "passable", "label": "车辆能否通行", "kind": "CHOICE", "choices": ["能", "不能"]}]}"""))))
    void put(@PathVariable String code, @RequestBody FormFields given) {
        Given.require("fields", given.fields());
        forms.put(ClassCode.of(code), given.fields());
    }
}
