package jingwei.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FateTest {

    @Test
    void fortyCasesOfAHandBringEveryFateThatHandCanMeet() {
        assertThat(fortyCases(true)).isEqualTo(EnumSet.complementOf(EnumSet.of(Fate.UNTRUE)));
        assertThat(fortyCases(false)).isEqualTo(EnumSet.complementOf(
                EnumSet.of(Fate.SETTLED, Fate.SETTLED_BADLY, Fate.SHORT)));
    }

    @Test
    void oneInTenOfThePublicsReportsIsUntrue() {
        assertThat(IntStream.range(0, 400).filter(n -> Fate.of(number(n), 7, false) == Fate.UNTRUE)).hasSize(40);
    }

    private static Set<Fate> fortyCases(boolean collected) {
        return IntStream.range(100, 140).mapToObj(n -> Fate.of(number(n), 1, collected)).collect(Collectors.toSet());
    }

    private static String number(int ofTheDay) {
        return "4103-20261012-%05d".formatted(ofTheDay);
    }
}
