package jingwei.collection;

import jingwei.casework.CaseRoom;
import jingwei.casework.Performer;
import jingwei.organization.Axis;
import jingwei.organization.Post;
import jingwei.organization.PostKind;
import org.springframework.stereotype.Component;

/// 谁在说话: collectors speak for themselves, the supervision center leads them, the others of the two centers look on.
///
/// Units see no collector: where the people who check them walk is not theirs to know.
@Component
public class Speakers {

    private final CaseRoom room;

    Speakers(CaseRoom room) {
        this.room = room;
    }

    /// @throws jingwei.standards.RefusedException `no-collector`
    public Performer collector() {
        Performer speaker = room.speaker();
        if (speaker.post().kind() != PostKind.COLLECTOR) {
            throw CollectionRefusals.noCollector();
        }
        return speaker;
    }

    /// @throws jingwei.standards.RefusedException `collectors-not-yours`
    public Performer onlooker() {
        Performer speaker = room.speaker();
        if (speaker.post().axis() == Axis.HANDLING) {
            throw CollectionRefusals.notYours();
        }
        return speaker;
    }

    /// Who leads collectors: the supervision center, but no collector.
    ///
    /// @throws jingwei.standards.RefusedException `only-supervision`
    public Performer leading() {
        Performer speaker = room.speaker();
        if (speaker.post().axis() != Axis.SUPERVISION || speaker.post().kind() == PostKind.COLLECTOR) {
            throw CollectionRefusals.onlySupervision();
        }
        return speaker;
    }

    /// Posts and units in force.
    public jingwei.organization.Organization organization() {
        return room.around().organization();
    }

    /// Business time.
    public java.time.Instant now() {
        return room.around().now();
    }

    /// A collector sees himself, the supervision center everybody.
    public void mayLookAt(String post) {
        Performer speaker = room.speaker();
        if (speaker.post().id().equals(post) && speaker.post().kind() == PostKind.COLLECTOR) {
            return;
        }
        leading();
    }

    /// @throws jingwei.standards.RefusedException `no-such-collector`
    public Post post(String id) {
        return room.around().organization().post(id).filter(post -> post.kind() == PostKind.COLLECTOR)
                .orElseThrow(() -> CollectionRefusals.noSuchPost(id));
    }
}
