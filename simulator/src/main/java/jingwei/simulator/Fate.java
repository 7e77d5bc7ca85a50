package jingwei.simulator;

/// 命运: what is in store for a case, dealt by its number so that every forty cases bring everything once.
enum Fate {
    SETTLED, SETTLED_BADLY, DUPLICATE, UNTRUE, NOT_FILED, SENT_BACK, SHORT, MERGED_EARLY, MERGED_LATE, SPLIT, TRANSFERRED,
    RETURNED_TO_FILING, SENT_WRONG, SENT_WRONG_AGAIN, GROUNDLESS_RETURN, EXTENDED, EXTENSION_REFUSED, HELD, HOLD_REFUSED,
    REWORKED, CHECKED_AGAIN, ANNULLED, REOPENED, INCOMPLETE, EXPEDITED, REMINDED, INSTRUCTED, HELD_BEFORE_DISPATCH, SLOW,
    ORDINARY;

    private static final int HAND = 40;

    /// @param number number of the case; its last digits count the cases of the day
    static Fate of(String number, long seed) {
        long ofTheDay = Long.parseLong(number.substring(number.length() - 5));
        int dealt = (int) Math.floorMod(ofTheDay * 11 + seed, HAND);
        return dealt < ORDINARY.ordinal() ? values()[dealt] : ORDINARY;
    }
}
