package jingwei.exchange.cases;

import jingwei.notice.Notices;
import jingwei.notice.Recipient;
import jingwei.organization.Organizations;
import jingwei.organization.PostKind;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 提醒派遣员: what another platform decided is told to the people of the command center, who act on it.
@Component
class Bell {

    private final Notices notices;
    private final Organizations organizations;

    Bell(Notices notices, Organizations organizations) {
        this.notices = notices;
        this.organizations = organizations;
    }

    void ring(String zh, String en, @Nullable String number) {
        organizations.current().postsOf(PostKind.DISPATCHER).forEach(post -> notices.send(new Recipient.ToPost(post.id()),
                Text.of(number == null ? zh : zh + "（" + number + "）", number == null ? en : en + ": " + number),
                number == null ? "/office/exchange" : "/office/cases/" + number));
    }
}
