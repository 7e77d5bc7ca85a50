package jingwei.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.organization.Axis;
import jingwei.organization.AxesProof;
import jingwei.organization.Organization;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Organizations;
import jingwei.organization.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 机构的维护 (APM-01) and the proof of the two axes (SEC-01).
@RestController
@Tag(name = "maintenance")
class OrganizationController {

    private final Organizations organizations;
    private final OrganizationKeeper keeper;

    OrganizationController(Organizations organizations, OrganizationKeeper keeper) {
        this.organizations = organizations;
        this.keeper = keeper;
    }

    /// 机构树的一枝.
    record Branch(String id, String name, OrganizationKind kind, @Nullable Axis axis, boolean joined,
            LocalDate validFrom, List<Branch> below) {
    }

    record NewOrganization(@Nullable String id, @Nullable String name, @Nullable OrganizationKind kind,
            @Nullable String parent, boolean joined) {
    }

    record ChangedOrganization(@Nullable String name, @Nullable String parent, boolean joined) {
    }

    @GetMapping("/api/organizations")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "机构树 the tree of organizations in force")
    List<Branch> tree() {
        Organization now = organizations.current();
        return now.units().stream().filter(unit -> unit.inForce() && unit.parent() == null)
                .map(unit -> branch(now, unit)).toList();
    }

    @PostMapping("/api/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "建机构 make an organization", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "water", "name": "自来水公司", "kind": "UNIT", "joined": true}"""))))
    Unit create(@RequestBody NewOrganization given) {
        Given.require("id", given.id(), "name", given.name(), "kind", given.kind());
        return keeper.createUnit(given.id(), given.name(), given.kind(), given.parent(), given.joined());
    }

    @PutMapping("/api/organizations/{id}")
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "改机构 rename or move an organization, or say whether it has joined", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"name": "洛阳北控水务", "joined": true}"""))))
    Unit change(@PathVariable String id, @RequestBody ChangedOrganization given) {
        Given.require("name", given.name());
        return keeper.changeUnit(id, given.name(), given.parent(), given.joined());
    }

    @DeleteMapping("/api/organizations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "撤销机构 end an organization; refused while posts or organizations stand below it")
    void end(@PathVariable String id) {
        keeper.endUnit(id);
    }

    @GetMapping("/api/axes-proof")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "两轴分立证明 that nobody sits on two axes, and the constraints that hold it")
    AxesProof axesProof() {
        return organizations.axesProof();
    }

    private static Branch branch(Organization now, Unit unit) {
        return new Branch(unit.id(), unit.name(), unit.kind(), unit.axis(), unit.joined(), unit.validFrom(),
                now.children(unit.id()).stream().map(below -> branch(now, below)).toList());
    }
}
