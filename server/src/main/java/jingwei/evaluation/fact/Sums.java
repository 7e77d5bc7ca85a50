package jingwei.evaluation.fact;

import java.math.BigDecimal;
import java.util.Arrays;
import jingwei.evaluation.fact.Tally.Amount;
import org.jspecify.annotations.Nullable;

/// 一个对象的日计: the sums of one subject by fact, day and day of leaving, in open places instead of a map: a case adds some eighty of
/// them, and a map's entries, keys and boxed numbers were four fifths of the time of a rebuild.
final class Sums {

    private static final Fact[] FACTS = Fact.values();
    private static final long DAYS = 0xFFFFFFL;
    /// A day before 1970 is still a place.
    private static final int SHIFT = 1 << 20;

    /// Fact, day and day of leaving in one number, never zero; zero is an open place.
    private long[] places = new long[16];
    private long[] counts = new long[16];
    /// Only what is summed; what is counted adds up to its count.
    private @Nullable BigDecimal[] totals = new BigDecimal[0];
    private int used;

    /// 一项日计. @param until a day, or {@link Tally#NEVER}
    @FunctionalInterface
    interface Teller {
        void tell(Fact fact, int day, int until, Amount amount);
    }

    /// @param amount what is summed; null where rows are counted
    /// @return how many places are new: one or none
    int add(Fact fact, int day, int until, @Nullable BigDecimal amount) {
        long place = (long) (fact.ordinal() + 1) << 48 | (day + SHIFT & DAYS) << 24 | (until == Tally.NEVER ? DAYS : until + SHIFT & DAYS);
        int at = find(place);
        int before = used;
        if (places[at] == 0) {
            if (used * 2 >= places.length) {
                grow();
                at = find(place);
            }
            places[at] = place;
            used++;
        }
        counts[at]++;
        if (amount != null) {
            if (totals.length == 0) {
                totals = new BigDecimal[places.length];
            }
            BigDecimal total = totals[at];
            totals[at] = total == null ? amount : total.add(amount);
        }
        return used - before;
    }

    void tell(Teller teller) {
        for (int at = 0; at < places.length; at++) {
            long place = places[at];
            if (place != 0) {
                long until = place & DAYS;
                BigDecimal total = totals.length == 0 ? null : totals[at];
                teller.tell(FACTS[(int) (place >>> 48) - 1], (int) (place >>> 24 & DAYS) - SHIFT, until == DAYS ? Tally.NEVER : (int) until - SHIFT,
                        new Amount(counts[at], total == null ? BigDecimal.valueOf(counts[at]) : total));
            }
        }
    }

    private int find(long place) {
        int last = places.length - 1;
        int at = (int) (place * 0x9E3779B97F4A7C15L >>> 32) & last;
        while (places[at] != 0 && places[at] != place) {
            at = at + 1 & last;
        }
        return at;
    }

    private void grow() {
        long[] oldPlaces = places;
        long[] oldCounts = counts;
        @Nullable BigDecimal[] oldTotals = totals;
        places = new long[oldPlaces.length * 2];
        counts = new long[places.length];
        totals = oldTotals.length == 0 ? oldTotals : Arrays.copyOf(new BigDecimal[0], places.length);
        for (int i = 0; i < oldPlaces.length; i++) {
            if (oldPlaces[i] != 0) {
                int at = find(oldPlaces[i]);
                places[at] = oldPlaces[i];
                counts[at] = oldCounts[i];
                if (oldTotals.length > 0) {
                    totals[at] = oldTotals[i];
                }
            }
        }
    }
}
