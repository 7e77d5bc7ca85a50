package jingwei.tenancy;

import java.time.Instant;
import jingwei.standards.Text;
import org.jspecify.annotations.Nullable;

/// 平台: a city's or a county's system, complete in itself.
///
/// @param region    GB/T 2260 code in force now, four digits for a city, six for a county
/// @param standing  on trial (模拟运行) or live
/// @param liveSince when it went live, business time; null on trial
public record Platform(PlatformId id, Text name, String region, OperatingModel model, Hosting hosting,
        Standing standing, @Nullable Instant liveSince) {

    /// 运行模式: who supervises and who commands (workflow.md chapter 6).
    public enum OperatingModel {
        ONE_LEVEL, TWO_LEVEL
    }

    /// 建租结合: on its own server or hosted on the city's.
    public enum Hosting {
        OWN, HOSTED
    }

    /// 模拟运行 or 正式运行. On trial nothing counts for limits or evaluation.
    public enum Standing {
        TRIAL, LIVE
    }
}
