package jingwei.casework.clock;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// 案件计时: the clock of the post that must move the case, the unit's bundled handling clock, and a hold.
///
/// @param post     岗位时限 of the state; null in a final state, in handling and where the state has none
/// @param handling 处置时限, from dispatch to the unit's answer; kept after it to judge on time or late
/// @param hold     挂账; null while the clocks run
public record Clocks(@Nullable CaseClock post, @Nullable CaseClock handling, @Nullable Hold hold) {

    public static final Clocks NONE = new Clocks(null, null, null);

    public Clocks withPost(@Nullable CaseClock value) {
        return new Clocks(value, handling, hold);
    }

    public Clocks withHandling(@Nullable CaseClock value) {
        return new Clocks(post, value, hold);
    }

    /// The clock a list shows: the post's, or the handling clock while it has not ended.
    @JsonIgnore
    public Optional<CaseClock> leading() {
        return Stream.of(Optional.ofNullable(post), Optional.ofNullable(handling)).flatMap(Optional::stream)
                .filter(clock -> clock.ended() == null).findFirst();
    }

    /// The next moment at which something changes by itself: a light, or the end of a hold.
    @JsonIgnore
    public Optional<Instant> wakesAt(Instant now) {
        if (hold != null) {
            return Optional.of(hold.until());
        }
        return leading().flatMap(clock -> Stream.of(clock.yellowAt(), clock.due().plusMillis(1))
                .filter(moment -> moment.isAfter(now)).findFirst());
    }
}
