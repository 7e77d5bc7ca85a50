package jingwei.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jingwei.standards.Refusal;
import jingwei.standards.Text;
import jingwei.tenancy.PlatformId;
import org.jspecify.annotations.Nullable;

/// 登录者: who is speaking in this request.
///
/// @param platform    the platform of the account
/// @param account     the account that signed in
/// @param person      the natural person behind it; the axes are separated by person (SEC-01)
/// @param post        the post chosen by `X-Post`, or the person's only post; null for somebody without a post
/// @param permissions what the post allows
public record SignedIn(PlatformId platform, UUID account, UUID person, @Nullable String post,
        Set<Permission> permissions) {

    private static final ScopedValue<SignedIn> CURRENT = ScopedValue.newInstance();

    public SignedIn {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permission == Permission.SIGNED_IN || permissions.contains(permission);
    }

    public static Optional<SignedIn> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Who is speaking. @throws RefusedException `not-signed-in`
    public static SignedIn current() {
        return find().orElseThrow(() -> Refusal.of(Refusal.Kind.NOT_SIGNED_IN, "not-signed-in",
                Text.of("尚未登录或会话已结束", "not signed in, or the session has ended"),
                Text.of("请登录后重试；已填写的内容不会丢失", "sign in and try again; what was typed is not lost"))
                .asException());
    }

    public static <T, X extends Throwable> T speaking(SignedIn who, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, who).call(work);
    }
}
