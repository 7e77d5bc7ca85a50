package jingwei.simulator.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// 故事中的时刻: so many days after the Monday the story starts on, and a time of day in Asia/Shanghai.
public record Moment(int day, LocalTime time) implements Comparable<Moment> {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Instant on(LocalDate monday) {
        return monday.plusDays(day).atTime(time).atZone(ZONE).toInstant();
    }

    @Override
    public int compareTo(Moment other) {
        return day != other.day ? Integer.compare(day, other.day) : time.compareTo(other.time);
    }
}
