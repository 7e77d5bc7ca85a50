package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 时限: printed as people say it and read back.
class TimeLimitTest {

    @Property
    void aLimitIsReadAsPrintedWithOrWithoutABlank(
            @ForAll @IntRange(min = 1, max = 999_999) int amount, @ForAll LimitUnit unit) {
        TimeLimit limit = new TimeLimit(amount, unit);
        assertThat(TimeLimit.of(limit.toString())).isEqualTo(limit);
        assertThat(TimeLimit.of(limit.toString().replace(" ", ""))).isEqualTo(limit);
    }

    @ParameterizedTest
    @CsvSource({
        "4 工作时,WORKING_HOUR,4,false",
        "2紧急工作时,EMERGENCY_HOUR,2,true",
        "7 工作日,WORKING_DAY,7,false",
        "1 紧急工作日,DAY,1,true",
        "3 天,DAY,3,true",
        "3日,DAY,3,true",
        "15 分钟,EMERGENCY_MINUTE,15,true"
    })
    void theWordsOfSheets(String text, LimitUnit unit, int amount, boolean continuous) {
        assertThat(TimeLimit.of(text)).isEqualTo(new TimeLimit(amount, unit));
        assertThat(unit.continuous()).isEqualTo(continuous);
    }

    @ParameterizedTest
    @CsvSource({
        "'',time-limit-malformed",
        "0 工作时,time-limit-malformed",
        "-1 工作时,time-limit-malformed",
        "工作时,time-limit-malformed",
        "4,time-limit-malformed",
        "4.5 工作时,time-limit-malformed",
        "4 工作时 2,time-limit-malformed",
        "9999999 工作时,time-limit-malformed",
        "4 小时,limit-unit-unknown",
        "4 星期,limit-unit-unknown"
    })
    void aBadLimitIsNamed(String text, String code) {
        assertThat(Refusals.code(() -> TimeLimit.of(text))).isEqualTo(code);
    }
}
