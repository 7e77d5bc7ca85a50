package jingwei.journal;

import java.util.Map;
import jingwei.identity.AccountChanged;
import jingwei.identity.SignInTried;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// 身份的日志: writes down what identity publishes, in identity's own transaction.
///
/// A refused sign-in is an outcome that identity commits (the failure is counted), so its entry stays too.
@Component
class IdentityListener {

    private final Journal journal;

    IdentityListener(Journal journal) {
        this.journal = journal;
    }

    @EventListener
    void hear(SignInTried tried) {
        journal.write(JournalEntry.Kind.SIGN_IN, tried.account(), tried.person(), tried.name(), tried.outcome(),
                Map.of(), tried.address());
    }

    @EventListener
    void hear(AccountChanged changed) {
        journal.write(JournalEntry.Kind.DATA_CHANGE, changed.subject().toString(), changed.what(),
                Map.of("person", changed.person()));
    }
}
