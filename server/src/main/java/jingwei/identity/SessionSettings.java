package jingwei.identity;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// 会话时限: how long a session lives.
///
/// `jingwei.session.idle` (office, 30 minutes unless given), `jingwei.session.idle-device` (a bound device in the street,
/// where a collector walks for hours between two reports), `jingwei.session.longest` (whatever happens, 12 hours).
@Component
class SessionSettings {

    final Duration idle;
    final Duration idleDevice;
    final Duration longest;

    SessionSettings(@Value("${jingwei.session.idle:PT30M}") Duration idle,
            @Value("${jingwei.session.idle-device:PT12H}") Duration idleDevice,
            @Value("${jingwei.session.longest:PT12H}") Duration longest) {
        this.idle = idle;
        this.idleDevice = idleDevice;
        this.longest = longest;
    }
}
