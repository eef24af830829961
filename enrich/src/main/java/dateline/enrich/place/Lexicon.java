package dateline.enrich.place;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of one or more words and what they stand for; finds the longest that begins at a word. */
final class Lexicon {
    private static final int ACRONYM = 6;

    private final Node root = new Node();

    /** A name's end: the words it was entered with and what it stands for. */
    record Found(Term term, int words) {}

    private static final class Node {
        final Map<String, Node> next = new HashMap<>();

        @Nullable
        Term term;

        boolean exact;
    }

    /** Enters a name; the first term entered for a name is kept. */
    void add(String name, Term term) {
        var words = new Words(name);
        Node node = root;
        for (int i = 0; i < words.count(); i++) {
            node = node.next.computeIfAbsent(words.word(i).toLowerCase(Locale.ROOT), word -> new Node());
        }
        if (node.term == null && node != root) {
            node.term = term;
            node.exact = isAcronym(name);
        }
    }

    private static boolean isAcronym(String name) {
        return name.length() <= ACRONYM && name.equals(name.toUpperCase(Locale.ROOT));
    }

    /** The longest name that begins at this word, as it is written there: acronyms as they are, all else capitalised. */
    @Nullable
    Found at(Words words, int first) {
        Node node = root;
        Found longest = null;
        for (int i = first; i < words.count(); i++) {
            String word = words.word(i);
            node = node.next.get(word.toLowerCase(Locale.ROOT));
            if (node == null) {
                break;
            }
            if (node.term != null && (!node.exact || isWritten(words, first, i))) {
                longest = new Found(node.term, i - first + 1);
            }
            if (i + 1 < words.count() && !words.joinsNext(i)) {
                break;
            }
        }
        return longest;
    }

    private static boolean isWritten(Words words, int first, int last) {
        for (int i = first; i <= last; i++) {
            String word = words.word(i);
            if (!word.equals(word.toUpperCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
