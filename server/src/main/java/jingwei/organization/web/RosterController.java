package jingwei.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.organization.RosterKeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 花名册: units, posts and people from one sheet (APM-01). What the sheet asks for decides which permissions it takes.
@RestController
@Tag(name = "maintenance")
class RosterController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RosterKeeper keeper;

    RosterController(RosterKeeper keeper) {
        this.keeper = keeper;
    }

    /// @param content   the file, .xlsx or CSV UTF-8, as Base64
    /// @param passwords first password by account; not asked for by a preview
    record RosterFile(@Nullable String file, byte @Nullable [] content, @Nullable Map<String, String> passwords) {

        String fileName() {
            return file == null || file.isBlank() ? "花名册" : file;
        }

        byte[] bytes() {
            Given.require("content", content);
            return java.util.Objects.requireNonNull(content);
        }
    }

    @Schema(name = "RosterFault")
    record FaultShown(int line, int column, String columnName, String code, String text, String textEn) {
    }

    /// @param people       names of those who are not registered yet
    /// @param appointments how many posts are given to somebody
    /// @param accounts     accounts to be opened; each needs a first password
    /// @param lacking      what the post in use may not do of it
    record RosterView(int rows, List<String> units, List<String> posts, List<String> people, int appointments,
            List<String> accounts, List<String> lacking, List<FaultShown> faults) {

        static RosterView of(RosterKeeper.Outcome outcome) {
            return new RosterView(outcome.rows(), outcome.units(), outcome.posts(), outcome.people(), outcome.appointments(),
                    outcome.accounts(), outcome.lacking().stream().map(Permission::zh).toList(), outcome.faults().stream()
                            .map(fault -> new FaultShown(fault.line(), fault.column(), fault.columnName(), fault.code(),
                                    fault.rule().zh(), fault.rule().en())).toList());
        }
    }

    @GetMapping(path = "/api/organization-roster/template", produces = XLSX)
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "花名册样表 the sheet to fill in, with rows that show how")
    ResponseEntity<byte[]> template() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roster.xlsx\"").body(keeper.template());
    }

    @PostMapping("/api/organization-roster/preview")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "花名册预览 what an import would bring and every fault by row and column; nothing is written", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"file": "花名册.xlsx", "content": "UEsDBBQ="}"""))))
    RosterView preview(@RequestBody RosterFile given) {
        return RosterView.of(keeper.preview(given.fileName(), given.bytes()));
    }

    @PostMapping("/api/organization-roster")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "导入花名册 import the sheet, all of it or nothing; needs the permissions of what it does", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"file": "花名册.xlsx", "content": "UEsDBBQ=", "passwords": {"heating-1": "Peony-in-April-7"}}"""))))
    RosterView bring(@RequestBody RosterFile given) {
        return RosterView.of(keeper.bring(given.fileName(), given.bytes(), given.passwords() == null ? Map.of() : given.passwords()));
    }
}
