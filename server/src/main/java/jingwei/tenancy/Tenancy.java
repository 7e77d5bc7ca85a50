package jingwei.tenancy;

import java.util.Optional;

/// 当前平台: binds the platform that is being served to the running work. Nothing else is ambient in this house.
public final class Tenancy {

    private static final ScopedValue<PlatformId> PLATFORM = ScopedValue.newInstance();

    private Tenancy() {
    }

    /// Does the work for one platform; every transaction inside sees that platform's rows and no others.
    public static <T, X extends Throwable> T within(PlatformId platform, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(PLATFORM, platform).call(work);
    }

    /// As {@link #within}, for work without an answer.
    public static void run(PlatformId platform, Runnable work) {
        ScopedValue.where(PLATFORM, platform).run(work);
    }

    public static Optional<PlatformId> bound() {
        return PLATFORM.isBound() ? Optional.of(PLATFORM.get()) : Optional.empty();
    }

    /// The platform being served. @throws IllegalStateException where none is bound: a fault of the code, not of a user
    public static PlatformId current() {
        return bound().orElseThrow(() -> new IllegalStateException("no platform is bound to this work"));
    }
}
