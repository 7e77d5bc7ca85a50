package jingwei.simulator;

/// 命运: what is in store for a case, dealt by its number so that every forty cases bring everything once.
enum Fate {
    SETTLED, SETTLED_BADLY, DUPLICATE, UNTRUE, NOT_FILED, SENT_BACK, SHORT, MERGED_EARLY, MERGED_LATE, SPLIT, TRANSFERRED,
    RETURNED_TO_FILING, SENT_WRONG, SENT_WRONG_AGAIN, GROUNDLESS_RETURN, EXTENDED, EXTENSION_REFUSED, HELD, HOLD_REFUSED,
    REWORKED, CHECKED_AGAIN, ANNULLED, REOPENED, INCOMPLETE, EXPEDITED, REMINDED, INSTRUCTED, HELD_BEFORE_DISPATCH, SLOW,
    ORDINARY;

    private static final int HAND = 40;

    /// A report of the public cannot be settled by its reporter, but it may be found untrue; a collector's the other way round.
    /// So neither hand has a fate that its cases could not meet.
    ///
    /// @param number number of the case; its last digits count the cases of the day
    static Fate of(String number, long seed, boolean collected) {
        long ofTheDay = Long.parseLong(number.substring(number.length() - 5));
        int dealt = (int) Math.floorMod(ofTheDay * 11 + seed, HAND);
        Fate fate = dealt < ORDINARY.ordinal() ? values()[dealt] : ORDINARY;
        return switch (fate) {
            case SETTLED, SETTLED_BADLY, SHORT -> collected ? fate : UNTRUE;
            case UNTRUE -> collected ? SHORT : UNTRUE;
            case DUPLICATE, NOT_FILED, SENT_BACK, MERGED_EARLY, MERGED_LATE, SPLIT, TRANSFERRED, RETURNED_TO_FILING,
                    SENT_WRONG, SENT_WRONG_AGAIN, GROUNDLESS_RETURN, EXTENDED, EXTENSION_REFUSED, HELD, HOLD_REFUSED,
                    REWORKED, CHECKED_AGAIN, ANNULLED, REOPENED, INCOMPLETE, EXPEDITED, REMINDED, INSTRUCTED,
                    HELD_BEFORE_DISPATCH, SLOW, ORDINARY -> fate;
        };
    }
}
