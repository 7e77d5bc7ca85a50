package jingwei.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// 口令: the rules a password must meet, and its Argon2id hash (SEC-06).
@Component
class Passwords {

    static final int SHORTEST = 10;
    static final int REMEMBERED = 5;
    /// Longer input is refused unread: hashing must not be a lever to load the machine.
    private static final int LONGEST = 200;

    /// 19 MiB, two passes, one lane: the least memory commonly advised for Argon2id. About 40 ms on a server's core,
    /// which a person does not notice and a guesser with stolen hashes does.
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /// Each running hash takes MEMORY_KIB of heap, so a flood of sign-ins waits here instead of filling the heap.
    private static final int AT_ONCE = 8;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore running = new Semaphore(AT_ONCE, true);
    private final String nobodys;

    Passwords() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        nobodys = argon2.encode(HexFormat.of().formatHex(random));
    }

    String hash(String password) {
        return bounded(() -> argon2.encode(password));
    }

    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && bounded(() -> argon2.matches(password, hash));
    }

    /// Takes as long as {@link #matches}, so that the time of the answer does not tell whether an account exists.
    void pretend(String password) {
        matches(password, nobodys);
    }

    /// @throws RefusedException `weak-password`, naming every rule that is not met
    void check(String password, String account) {
        List<String> missing = new ArrayList<>();
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            missing.add("length-10");
        }
        if (kinds(password) < 3) {
            missing.add("three-kinds");
        }
        if (password.toLowerCase(Locale.ROOT).contains(account.toLowerCase(Locale.ROOT))) {
            missing.add("without-account-name");
        }
        if (!missing.isEmpty()) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "weak-password",
                    Text.of("口令不符合规则", "the password does not meet the rules"),
                    Text.of("至少 10 个字符；大写字母、小写字母、数字、符号四类中至少三类；不含账号名",
                            "at least 10 characters; three of upper case, lower case, digits and symbols; "
                                    + "without the account's name"))
                    .under("SEC-06").missing(missing).asException();
        }
    }

    /// @throws RefusedException `used-password` where it equals one of the last five
    void refuseUsed(String password, List<String> former) {
        if (former.stream().anyMatch(hash -> matches(password, hash))) {
            throw Refusal.of(Refusal.Kind.UNPROCESSABLE, "used-password",
                    Text.of("与最近用过的五个口令之一相同", "the same as one of the last five passwords"),
                    Text.of("请换一个没有用过的口令", "choose one that was not used before"))
                    .under("SEC-06").asException();
        }
    }

    private static int kinds(String password) {
        int[] points = password.codePoints().toArray();
        int kinds = 0;
        boolean upper = false;
        boolean lower = false;
        boolean digit = false;
        boolean other = false;
        for (int point : points) {
            if (Character.isUpperCase(point)) {
                upper = true;
            } else if (Character.isLowerCase(point)) {
                lower = true;
            } else if (Character.isDigit(point)) {
                digit = true;
            } else {
                other = true;
            }
        }
        for (boolean kind : new boolean[] {upper, lower, digit, other}) {
            kinds += kind ? 1 : 0;
        }
        return kinds;
    }

    private <T> T bounded(Supplier<T> work) {
        running.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            running.release();
        }
    }
}
