package jingwei.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.Platform;
import jingwei.tenancy.Platforms;
import jingwei.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// 首位管理员: how an empty system gets its first person, without any built-in password (SEC-06).
///
/// The door prints a code of this start on the console; whoever can read the console may use it once.
@Component
public class FirstAdministrator {

    private final Platforms platforms;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final String code;

    FirstAdministrator(Platforms platforms, Accounts accounts, ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.platforms = platforms;
        this.accounts = accounts;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        byte[] bytes = new byte[10];
        new SecureRandom().nextBytes(bytes);
        this.code = HexFormat.of().formatHex(bytes);
    }

    /// The code of this start, while the system is empty.
    public Optional<String> code() {
        return platforms.all().isEmpty() ? Optional.of(code) : Optional.empty();
    }

    /// Makes the first platform, person and account.
    ///
    /// @throws RefusedException `system-not-empty`, `wrong-code`, or what {@link Accounts#createAccount} refuses
    public synchronized Account create(String given, Platform platform, String person, String account,
            String password) {
        if (code().isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "system-not-empty",
                    Text.of("系统已有平台，不能再建立首位管理员", "the system has a platform already"),
                    Text.of("请由现有管理员建立账号", "let an administrator make the account"))
                    .under("SEC-06").asException();
        }
        if (!MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(
                StandardCharsets.UTF_8))) {
            throw Refusal.of(Refusal.Kind.NOT_ALLOWED, "wrong-code",
                    Text.of("首次启动码不对", "the code of the first start is wrong"),
                    Text.of("请抄写服务器控制台上打印的码", "copy the code printed on the server's console"))
                    .under("SEC-06").asException();
        }
        return Tenancy.within(platform.id(), () -> transaction.execute(status -> {
            platforms.create(platform);
            Person holder = accounts.createPerson(person, null, null);
            Account made = accounts.createAccount(holder.id(), account, password, false, false);
            events.publishEvent(new FirstAdministratorCreated(platform.id(), holder.id(), made.id()));
            return made;
        }));
    }
}
