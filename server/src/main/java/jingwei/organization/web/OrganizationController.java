package jingwei.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Person;
import jingwei.organization.Axis;
import jingwei.organization.AxesProof;
import jingwei.organization.Organization;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.OrganizationKind;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
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
    private final Accounts accounts;

    OrganizationController(Organizations organizations, OrganizationKeeper keeper, Accounts accounts) {
        this.accounts = accounts;
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

    /// 某类岗位的权限. @param axis null for the three administrators, who lie on none
    /// @param holders names of those who hold such a post now, each once
    record RightsOfKind(String kind, String kindName, String kindNameEn, @Nullable Axis axis, List<Permission> permissions, List<String> holders) {
    }

    record RightWord(Permission permission, String zh) {
    }

    /// @param separate nobody sits on two axes
    record RightsView(boolean separate, List<RightWord> words, List<RightsOfKind> kinds) {
    }

    @GetMapping("/api/rights")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "权限一览 which kind of post may do what, and who holds such a post")
    RightsView rights() {
        Organization now = organizations.current();
        Map<UUID, Person> people = accounts.persons(now.posts().stream().filter(Post::inForce)
                .flatMap(post -> post.holders().stream()).toList());
        List<RightsOfKind> kinds = Stream.of(PostKind.values()).map(kind -> new RightsOfKind(kind.word(), kind.text().zh(), kind.text().en(),
                kind.axis().orElse(null), List.copyOf(new TreeSet<>(Organizations.powers(kind, now))), now.postsOf(kind).stream()
                        .flatMap(post -> post.holders().stream()).distinct().filter(people::containsKey)
                        .map(person -> people.get(person).name()).toList())).toList();
        return new RightsView(organizations.axesProof().separate(), Stream.of(Permission.values())
                .filter(each -> each != Permission.ANYONE && each != Permission.SIGNED_IN).map(each -> new RightWord(each, each.zh())).toList(), kinds);
    }

    private static Branch branch(Organization now, Unit unit) {
        return new Branch(unit.id(), unit.name(), unit.kind(), unit.axis(), unit.joined(), unit.validFrom(),
                now.children(unit.id()).stream().map(below -> branch(now, below)).toList());
    }
}
