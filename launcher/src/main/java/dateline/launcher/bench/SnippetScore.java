package dateline.launcher.bench;

import dateline.launcher.bench.PageCases.PageCase;
import java.util.regex.Pattern;

/**
 * How well articles match what is said of them: of the snippets that must be in them those that are count as right, those that
 * are not as missing; of those that must not be, those that are count as too much. White space and soft hyphens count for
 * nothing.
 */
public final class SnippetScore {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    private int pages;
    private int right;
    private int missing;
    private int excess;

    public synchronized void add(PageCase page, String body) {
        String text = plain(body);
        pages++;
        for (String snippet : page.with()) {
            if (text.contains(plain(snippet))) {
                right++;
            } else {
                missing++;
            }
        }
        for (String snippet : page.without()) {
            excess += text.contains(plain(snippet)) ? 1 : 0;
        }
    }

    public int pages() {
        return pages;
    }

    public double precision() {
        return right / (double) Math.max(1, right + excess);
    }

    public double recall() {
        return right / (double) Math.max(1, right + missing);
    }

    /** The harmonic mean of both. */
    public double f1() {
        return 2.0 * right / Math.max(1, 2 * right + excess + missing);
    }

    private static String plain(String text) {
        return SPACES.matcher(text.replace("\u00ad", "")).replaceAll(" ").strip();
    }
}
