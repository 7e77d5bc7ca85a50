package jingwei.citizen;

import jingwei.casework.Performer;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import org.springframework.stereotype.Component;

/// 登记岗: the exchange post of the supervision side, from which reports of the public enter; its holder answers for it.
@Component
class Gateway {

    private final Organizations organizations;

    Gateway(Organizations organizations) {
        this.organizations = organizations;
    }

    /// @throws jingwei.standards.RefusedException `no-exchange-post`
    Performer performer() {
        Post post = organizations.current().postsOf(PostKind.SUPERVISION_GATEWAY).stream()
                .filter(each -> !each.holders().isEmpty()).findFirst().orElseThrow(CitizenRefusals::noPost);
        return Performer.of(post.holders().getFirst(), post);
    }
}
