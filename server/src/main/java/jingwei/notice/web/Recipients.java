package jingwei.notice.web;

import java.util.HashSet;
import java.util.Set;
import jingwei.identity.Seating;
import jingwei.identity.SignedIn;
import jingwei.notice.Recipient;
import org.springframework.stereotype.Component;

/// 谁的通知: all the addresses under which somebody signed in is reached: account, person, and every post held now.
@Component
class Recipients {

    private final Seating seating;

    Recipients(Seating seating) {
        this.seating = seating;
    }

    Set<Recipient> of(SignedIn who) {
        Set<Recipient> all = new HashSet<>();
        all.add(new Recipient.ToAccount(who.account()));
        all.add(new Recipient.ToPerson(who.person()));
        seating.of(who.person()).forEach(seat -> all.add(new Recipient.ToPost(seat.post())));
        return all;
    }
}
