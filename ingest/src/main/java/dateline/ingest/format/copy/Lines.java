package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field of several lines holds, each told once, in the order found; blank and missing ones say nothing. */
final class Lines {
    /** Longer than any headline, in characters; longer ones are cut. */
    private static final int LONGEST = 2_000;

    private final Set<String> told = new LinkedHashSet<>();
    private final int most;

    /** @param most how many are kept: a hostile document has more than anyone files */
    Lines(int most) {
        this.most = most;
    }

    void add(@Nullable String text) {
        String line = line(text);
        if (line != null && told.size() < most) {
            told.add(line);
        }
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    List<String> list() {
        return List.copyOf(told);
    }

    /** All of them as one text; null where there are none. */
    @Nullable
    String joined(String by) {
        return told.isEmpty() ? null : String.join(by, told);
    }

    /** A text as a field of one line holds it; null where it says nothing. */
    static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = Element.fold(text);
        if (plain.length() > LONGEST) {
            plain = plain.substring(0, LONGEST);
        }
        return plain.isEmpty() ? null : plain;
    }
}
