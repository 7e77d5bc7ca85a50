package jingwei.exchange.cases;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jingwei.casework.Evidence;
import jingwei.casework.Particulars;
import jingwei.casework.Performer;
import jingwei.exchange.Partner;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import jingwei.standards.Refusal;
import jingwei.standards.RefusedException;
import jingwei.standards.Text;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// 交换岗位: the named posts through which letters act; nothing anonymous ever moves a case.
@Component
class Gateways {

    private final Organizations organizations;
    private final JsonMapper json;

    Gateways(Organizations organizations, JsonMapper json) {
        this.organizations = organizations;
        this.json = json;
    }

    /// @throws RefusedException `no-exchange-post`
    Performer supervision() {
        return held(PostKind.SUPERVISION_GATEWAY);
    }

    Performer command() {
        return held(PostKind.COMMAND_GATEWAY);
    }

    /// The post that stands for the partner among our units.
    Performer of(Partner partner) {
        List<Post> posts = partner.unit() == null ? List.of()
                : organizations.current().postsOfOrganization(partner.unit(), PostKind.PARTNER);
        return first(posts).orElseThrow(() -> none("代表" + partner.name().zh() + "的协同平台岗位"));
    }

    private Performer held(PostKind kind) {
        return first(organizations.current().postsOf(kind)).orElseThrow(() -> none(kind.text().zh() + "岗位"));
    }

    private static Optional<Performer> first(List<Post> posts) {
        return posts.stream().filter(post -> post.inForce() && !post.holders().isEmpty()).findFirst()
                .map(post -> Performer.of(post.holders().getFirst(), post));
    }

    private static RefusedException none(String what) {
        return Refusal.of(Refusal.Kind.CONFLICT, "no-exchange-post", Text.of("没有人担任" + what, "nobody holds the exchange post"),
                Text.of("请管理员设岗并任命，再重新办理此信", "have the post held, then apply the letter again")).under("EXC-01").asException();
    }

    /// What a letter says, as the particulars of an act.
    Particulars particulars(ObjectNode said, List<Evidence> evidence) {
        if (!evidence.isEmpty()) {
            said.set("evidence", json.valueToTree(evidence));
        }
        return json.treeToValue(said, Particulars.class);
    }

    /// The evidence a letter's body names.
    static List<Evidence> evidence(JsonNode body) {
        return body.path("media") instanceof ArrayNode list ? list.valueStream().map(piece -> new Evidence(
                piece.path("hash").asString(""), shows(piece.path("shows").asString("document")))).toList() : List.of();
    }

    static List<Evidence> evidence(JsonNode body, Evidence.Kind kind) {
        return evidence(body).stream().filter(each -> each.kind() == kind).toList();
    }

    private static Evidence.Kind shows(String word) {
        try {
            return Evidence.Kind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Evidence.Kind.DOCUMENT;
        }
    }
}
