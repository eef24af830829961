package dateline.enrich.credit;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the lines that point to another story: "Also read: …", "Lire aussi …", "READ MORE". */
final class Related {
    private static final int LONGEST = 250;
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_WORDS = 4;
    private static final String DIVIDERS = ":|»>→–—-";

    private static final Set<String> LABELS = new HashSet<>();
    private static final Set<String> SURE = new HashSet<>();
    private static final Set<String> FIRST = new HashSet<>();

    static {
        for (String line : Words.lines("related.txt")) {
            String label = line.startsWith("*") ? line.substring(1) : line;
            LABELS.add(label);
            FIRST.add(label.split(" ", 2)[0]);
            if (line.startsWith("*")) {
                SURE.add(label);
            }
        }
    }

    private Related() {}

    /** The title that such a line names; empty if it is nothing but the label, null if it is no such line. */
    static @Nullable String title(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        int from = 0;
        while (from < line.length() && "([*•►▶-–— ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        if (!FIRST.contains(lower(line, from, wordEnd(line, from)))) {
            return null;
        }
        int end = from;
        for (int words = 0; words < MOST_WORDS && end < line.length() && end - from < LONGEST_LABEL; words++) {
            end = wordEnd(line, end);
            String label = lower(line, from, end);
            int next = end;
            while (next < line.length() && line.charAt(next) == ' ') {
                next++;
            }
            if (LABELS.contains(label)) {
                if (next == line.length()) {
                    // A word of its own, such as "Watch", is a label only with a colon.
                    return SURE.contains(label) || label.indexOf(' ') > 0 ? "" : null;
                }
                if (DIVIDERS.indexOf(line.charAt(next)) >= 0) {
                    return bare(line.substring(next + 1));
                }
                char c = line.charAt(next);
                if (SURE.contains(label) && next > end && (Character.isUpperCase(c) || "\"“‘'«„".indexOf(c) >= 0)) {
                    return bare(line.substring(next));
                }
            }
            end = next;
        }
        return null;
    }

    private static String bare(String title) {
        int from = 0;
        while (from < title.length() && (title.charAt(from) == ' ' || DIVIDERS.indexOf(title.charAt(from)) >= 0)) {
            from++;
        }
        return title.substring(from).strip();
    }

    private static int wordEnd(String line, int from) {
        int end = from;
        while (end < line.length() && (Character.isLetter(line.charAt(end)) || "'’".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    private static String lower(String line, int from, int to) {
        return line.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
