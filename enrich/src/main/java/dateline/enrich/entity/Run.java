package dateline.enrich.entity;

/**
 * A stretch of tokens of one sentence that may all be in one name, and within it the stretches of capitals: "Foreign Minister
 * Yoshimasa Hayashi". Moves along a story, one stretch after another.
 */
public final class Run {
    private static final long EDGE = 21;
    private static final int LONGEST = 400;

    private final Story story;
    private int from;
    private int to;
    private int capsFrom = -1;
    private int capsTo = -1;
    private long first;
    private long last;
    private long before;
    private long after;
    private long firstKnown;
    private long lastKnown;
    private long beforeKnown;
    private long afterKnown;

    public Run(Story story) {
        this.story = story;
    }

    /** Goes to the next stretch, past any that is too long to be copy. Whether there is one. */
    public boolean next() {
        do {
            if (!move()) {
                return false;
            }
        } while (to - from > LONGEST);
        return true;
    }

    private boolean move() {
        from = to;
        int count = story.count();
        while (from < count && !story.candidates[from]) {
            from++;
        }
        if (from == count) {
            return false;
        }
        to = from + 1;
        while (to < count && story.candidates[to] && !story.starts(to)) {
            to++;
        }
        capsFrom = -1;
        capsTo = -1;
        return true;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    /** Where a token stands in its stretch of capitals; settles what the other methods answer. */
    int place(int token) {
        if (token >= capsTo || token < capsFrom) {
            settle(token);
        }
        if (!story.forms[token].core) {
            return 5;
        }
        if (capsTo - capsFrom == 1) {
            return 0;
        }
        return token == capsFrom ? 1 : token == capsTo - 1 ? 2 : token == capsFrom + 1 ? 3 : 4;
    }

    private void settle(int token) {
        Form[] forms = story.forms;
        capsFrom = token;
        capsTo = token + 1;
        if (forms[token].core) {
            while (capsFrom > from && forms[capsFrom - 1].core) {
                capsFrom--;
            }
            while (capsTo < to && forms[capsTo].core) {
                capsTo++;
            }
        }
        Form start = forms[capsFrom];
        Form end = forms[capsTo - 1];
        first = start.lower;
        firstKnown = start.known;
        last = end.lower;
        lastKnown = end.known;
        boolean opens = story.starts(capsFrom);
        boolean closes = capsTo >= story.count() || story.starts(capsTo);
        before = opens ? EDGE : forms[capsFrom - 1].lower;
        after = closes ? EDGE : forms[capsTo].lower;
        beforeKnown = opens ? EDGE : forms[capsFrom - 1].known;
        afterKnown = closes ? EDGE : forms[capsTo].known;
    }

    int size() {
        return Math.min(capsTo - capsFrom, 7);
    }

    long before() {
        return before;
    }

    long after() {
        return after;
    }

    long first() {
        return first;
    }

    long last() {
        return last;
    }

    long firstKnown() {
        return firstKnown;
    }

    long lastKnown() {
        return lastKnown;
    }

    long beforeKnown() {
        return beforeKnown;
    }

    long afterKnown() {
        return afterKnown;
    }
}
