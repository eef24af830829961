package dateline.enrich.take;

/**
 * What one mark on copy says happened to it.
 *
 * @param text the mark as filed
 * @param number the how-manieth of its kind; 0 if it does not say
 */
public record Hint(Kind kind, String text, int number) {
    /** What may have happened. */
    public enum Kind {
        UPDATE,
        WRITETHRU,
        LEAD,
        RECAST,
        CORRECTION,
        REFILE,
        REPEAT,
        TAKE,
        URGENT,
        /** a word to editors, not to readers */
        ADVISORY;

        /** Whether such copy takes the place of an earlier story. */
        public boolean replaces() {
            return switch (this) {
                case UPDATE, WRITETHRU, LEAD, RECAST, CORRECTION, REFILE -> true;
                case REPEAT, TAKE, URGENT, ADVISORY -> false;
            };
        }
    }
}
