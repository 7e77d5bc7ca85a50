package jingwei.tenancy;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// 墙上时钟: the machine's time, for security, retries and logs only; the business asks its platform's clock.
@Configuration
class WallClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
