package jingwei.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jingwei.identity.Accounts;
import jingwei.identity.Permission;
import jingwei.identity.Permit;
import jingwei.identity.Person;
import jingwei.organization.Axis;
import jingwei.organization.CollectorDuty;
import jingwei.organization.OrganizationKeeper;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.organization.Shift;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// 岗位、任岗、班次和值守的维护 (APM-01, ACC-05).
@RestController
@Tag(name = "maintenance")
class PostController {

    private final Organizations organizations;
    private final OrganizationKeeper keeper;
    private final Accounts accounts;

    PostController(Organizations organizations, OrganizationKeeper keeper, Accounts accounts) {
        this.accounts = accounts;
        this.organizations = organizations;
        this.keeper = keeper;
    }

    /// @param kind word of the kind of post, `shift-leader`
    record PostView(String id, String kind, String kindName, @Nullable Axis axis, String organization, String name,
            List<UUID> holders, List<String> holderNames) {

        static PostView of(Post post, Map<UUID, Person> people) {
            return new PostView(post.id(), post.kind().word(), post.kind().text().zh(), post.axis(),
                    post.organizationId(), post.name(), post.holders(), post.holders().stream()
                            .map(person -> people.containsKey(person) ? people.get(person).name() : "").toList());
        }
    }

    record NewPost(@Nullable String id, @Nullable String kind, @Nullable String organization, @Nullable String name) {
    }

    record Renamed(@Nullable String name) {
    }

    record NewHolding(@Nullable UUID person) {
    }

    record ShiftHours(@Nullable String name, @Nullable LocalTime starts, @Nullable LocalTime ends) {
    }

    record NewDuty(@Nullable String post, @Nullable String dutyGrid, @Nullable String shift,
            @Nullable Set<DayOfWeek> weekdays, @Nullable LocalDate validFrom, @Nullable LocalDate validTo) {
    }

    /// @param organization only the posts of this organization
    @GetMapping("/api/posts")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "岗位列表 the posts in force with who holds them")
    List<PostView> posts(@RequestParam(required = false) @Nullable String organization) {
        List<Post> posts = organizations.current().posts().stream().filter(Post::inForce)
                .filter(post -> organization == null || post.organizationId().equals(organization)).toList();
        Map<UUID, Person> people = accounts.persons(posts.stream().flatMap(post -> post.holders().stream()).toList());
        return posts.stream().map(post -> PostView.of(post, people)).toList();
    }

    @PostMapping("/api/posts")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "设岗位 make a post", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"id": "operator-1", "kind": "operator", "organization": "supervision-center", "name": "受理员一号"}
                    """))))
    PostView create(@RequestBody NewPost given) {
        Given.require("id", given.id(), "kind", given.kind(), "organization", given.organization(),
                "name", given.name());
        PostKind kind = PostKind.ofWord(given.kind()).orElseThrow(() -> Refusal.of(Refusal.Kind.MALFORMED,
                "post-kind-unknown", Text.of("没有岗位类型“" + given.kind() + "”", "there is no kind of post " + given.kind()),
                Text.of("请填 operator、shift-leader、dispatcher、handler 等", "write operator, shift-leader, dispatcher, handler …"))
                .under("APM-01").asException());
        return PostView.of(keeper.createPost(given.id(), kind, given.organization(), given.name()), Map.of());
    }

    @PutMapping("/api/posts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "岗位改名 rename a post", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"name": "受理员（夜班）"}"""))))
    void rename(@PathVariable String id, @RequestBody Renamed given) {
        Given.require("name", given.name());
        keeper.renamePost(id, given.name());
    }

    @DeleteMapping("/api/posts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "撤销岗位 end a post; refused while somebody holds it")
    void end(@PathVariable String id) {
        keeper.endPost(id);
    }

    @PostMapping("/api/posts/{id}/holdings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.APPOINT)
    @Operation(summary = "任命 give a post to a person; refused to somebody of another axis", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"person": "0193f0c0-0000-7000-8000-000000000001"}"""))))
    void assign(@PathVariable String id, @RequestBody NewHolding given) {
        Given.require("person", given.person());
        keeper.assign(id, given.person());
    }

    @DeleteMapping("/api/posts/{id}/holdings/{person}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.APPOINT)
    @Operation(summary = "离任 take a post from a person; the last one leaves work only to a successor")
    void release(@PathVariable String id, @PathVariable UUID person, @RequestParam(required = false) @Nullable UUID successor) {
        keeper.release(id, person, successor);
    }

    @GetMapping("/api/shifts")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "班次列表 the shifts")
    List<Shift> shifts() {
        return organizations.shifts();
    }

    @PutMapping("/api/shifts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "定班次 make a shift or change its hours", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"name": "早班", "starts": "07:00", "ends": "15:00"}"""))))
    void putShift(@PathVariable String id, @RequestBody ShiftHours given) {
        Given.require("name", given.name(), "starts", given.starts(), "ends", given.ends());
        keeper.putShift(new Shift(id, given.name(), given.starts(), given.ends()));
    }

    @GetMapping("/api/collector-duties")
    @Permit(Permission.ORGANIZATION_READ)
    @Operation(summary = "值守列表 which collector's post serves which duty grid when")
    List<CollectorDuty> duties() {
        return organizations.current().duties();
    }

    @PostMapping("/api/collector-duties")
    @ResponseStatus(HttpStatus.CREATED)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "排值守 let a collector's post serve a duty grid", requestBody =
            @io.swagger.v3.oas.annotations.parameters.RequestBody(content = @Content(examples = @ExampleObject("""
                    {"post": "collector-1", "dutyGrid": "X01", "shift": "early",
                     "weekdays": ["MONDAY", "TUESDAY"], "validFrom": "2026-12-01"}"""))))
    CollectorDuty addDuty(@RequestBody NewDuty given) {
        Given.require("post", given.post(), "dutyGrid", given.dutyGrid(), "shift", given.shift(),
                "weekdays", given.weekdays(), "validFrom", given.validFrom());
        return keeper.addDuty(given.post(), given.dutyGrid(), given.shift(), given.weekdays(), given.validFrom(),
                given.validTo());
    }

    @DeleteMapping("/api/collector-duties/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Permit(Permission.ORGANIZATION_EDIT)
    @Operation(summary = "终止值守 end a duty; today is its last day")
    void endDuty(@PathVariable UUID id) {
        keeper.endDuty(id);
    }
}
