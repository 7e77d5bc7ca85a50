package jingwei.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// 节假日: counts of each year and the days people remember.
class HolidayYearTest {

    @ParameterizedTest
    @CsvSource({"2024,28,8,251", "2025,28,5,248", "2026,33,6,248"})
    void theYearHasItsHolidaysAndMakeUpWorkdays(int year, int holidays, int makeUps, int workdays) {
        HolidayYear arrangement = HolidayYear.load(year).orElseThrow();
        assertThat(arrangement.days().stream().filter(day -> day.kind() == HolidayYear.Kind.HOLIDAY))
                .hasSize(holidays);
        assertThat(arrangement.days().stream().filter(day -> day.kind() == HolidayYear.Kind.MAKE_UP_WORKDAY))
                .hasSize(makeUps)
                .allSatisfy(day -> assertThat(day.date().getDayOfWeek()).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        long counted = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(arrangement::isWorkday)
                .count();
        assertThat(counted).isEqualTo(workdays);
        assertThat(arrangement.days()).allSatisfy(day -> assertThat(day.notice()).startsWith("国办发明电〔" + (year - 1) + "〕"));
    }

    @Test
    void knownDays() {
        HolidayYear of2025 = HolidayYear.load(2025).orElseThrow();
        assertThat(of2025.isWorkday(LocalDate.of(2025, 1, 28))).isFalse();
        assertThat(of2025.isWorkday(LocalDate.of(2025, 1, 26))).isTrue();
        assertThat(of2025.isWorkday(LocalDate.of(2025, 1, 27))).isTrue();
        assertThat(of2025.isWorkday(LocalDate.of(2025, 3, 1))).isFalse();
        assertThat(of2025.find(LocalDate.of(2025, 10, 6)).orElseThrow().name()).isEqualTo("中秋");
        assertThat(HolidayYear.all()).extracting(HolidayYear::year).containsExactly(2024, 2025, 2026);
    }

    @Test
    void anUnknownYearIsNotAYearWithoutHolidays() {
        assertThat(HolidayYear.load(2031)).isEmpty();
        HolidayYear of2025 = HolidayYear.load(2025).orElseThrow();
        assertThatThrownBy(() -> of2025.isWorkday(LocalDate.of(2026, 1, 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
