package jingwei.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jingwei.identity.SignedIn;
import jingwei.organization.Axis;
import jingwei.organization.Organizations;
import jingwei.organization.Post;
import jingwei.organization.Unit;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// 谁在看: from which post somebody speaks, and whose cases he may see behind a number.
@Component
@Transactional(readOnly = true)
public class Reader {

    private final Organizations organizations;
    private final Subjects subjects;

    Reader(Organizations organizations, Subjects subjects) {
        this.organizations = organizations;
        this.subjects = subjects;
    }

    /// Who speaks. @param person the natural person, @param post his post
    public record Speaker(UUID person, Post post) {

        public boolean handles() {
            return post.axis() == Axis.HANDLING;
        }
    }

    /// @throws jingwei.standards.RefusedException `no-post`
    public Speaker speaker() {
        SignedIn who = SignedIn.current();
        return new Speaker(who.person(), Optional.ofNullable(who.post()).flatMap(organizations.current()::post)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_ALLOWED, "no-post", Text.of("您没有岗位，不能评价", "you hold no post"),
                        Text.of("请管理员安排岗位", "ask the administrator for a post")).under("APM-02").asException()));
    }

    /// The unit a handler's post belongs to and those below it.
    public List<String> ownUnits(Speaker speaker) {
        return organizations.current().within(speaker.post().organizationId()).stream().map(Unit::id).toList();
    }

    /// A unit sees the cases behind its own numbers and nobody else's.
    ///
    /// @throws jingwei.standards.RefusedException `not-your-unit`
    public void mayDrill(Subject subject, String code, Period period) {
        Speaker speaker = speaker();
        if (!speaker.handles()) {
            return;
        }
        List<String> own = ownUnits(speaker);
        if (subject != Subject.UNIT || !own.containsAll(subjects.within(code, period)) || subjects.within(code, period).isEmpty()) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "not-your-unit", Text.of("责任单位只能查看本单位数字背后的案件", "a unit sees the cases behind its own numbers only"),
                    Text.of("请选择本单位", "choose your own unit")).under("SEC-03").asException();
        }
    }
}
