package dateline.enrich.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** How lines begin that are no part of a story, in many languages; the phrases are in {@code phrases.txt}. */
final class Phrases {
    /** Ways on, notes of pictures and calls to act, wherever they stand. */
    static final Phrases LINE;
    /** Notes of who, when and under what, before and after a story. */
    static final Phrases EDGE;
    /** What opens the part after a story, as a line of its own. */
    static final Phrases END;

    static {
        List<String> all = lines();
        LINE = new Phrases("LINE", all);
        EDGE = new Phrases("EDGE", all);
        END = new Phrases("END", all);
    }

    /** As much of a line is looked at, in characters. */
    private static final int START = 60;

    /** Phrases by their first two characters, longest first. */
    private final Map<String, List<String>> phrases = new HashMap<>();

    private Phrases(String name, List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(name + ':')) {
                add(line.substring(name.length() + 1).strip().split("\\|", -1));
            }
        }
        phrases.values()
                .forEach(alike ->
                        alike.sort(Comparator.comparingInt(String::length).reversed()));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream("phrases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String... lines) {
        for (String line : lines) {
            String phrase = plain(line);
            phrases.computeIfAbsent(key(phrase), k -> new ArrayList<>()).add(phrase);
        }
    }

    /** The length of the phrase that a line begins with, 0 if it begins with none. */
    int begin(String line) {
        String plain = plain(line);
        for (String phrase : phrases.getOrDefault(key(plain), List.of())) {
            if (plain.startsWith(phrase) && endsWord(plain, phrase) && !goesOn(line, plain, phrase)) {
                return phrase.length();
            }
        }
        return 0;
    }

    /** Whether a line is such a phrase and no more than a mark or two. */
    boolean is(String line) {
        int begun = begin(line);
        return begun > 0 && Text.bare(plain(line).substring(begun)).isEmpty() && line.length() < START;
    }

    /** Whether a phrase of one word is but the first of a sentence: "Share prices fell." */
    private static boolean goesOn(String line, String plain, String phrase) {
        return phrase.length() < plain.length()
                && phrase.indexOf(' ') < 0
                && Character.isLetter(phrase.charAt(phrase.length() - 1))
                && Text.size(phrase.charAt(0)) == 1
                && plain.charAt(phrase.length()) == ' '
                && Text.endsSentence(line);
    }

    private static boolean endsWord(String line, String phrase) {
        if (line.length() == phrase.length()) {
            return true;
        }
        char last = phrase.charAt(phrase.length() - 1);
        char next = line.charAt(phrase.length());
        return !Character.isLetterOrDigit(last) || !Character.isLetterOrDigit(next) || Text.size(last) > 1;
    }

    /** Lower case, without the arrows and bullets before the first word, with straight apostrophes. */
    private static String plain(String line) {
        int start = 0;
        while (start < line.length() && !isBeginning(line.charAt(start))) {
            start++;
        }
        return line.substring(start, Math.min(line.length(), start + START))
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .strip();
    }

    private static boolean isBeginning(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "©#-【".indexOf(c) >= 0;
    }

    private static String key(String phrase) {
        return phrase.length() < 2 ? phrase : phrase.substring(0, 2);
    }
}
