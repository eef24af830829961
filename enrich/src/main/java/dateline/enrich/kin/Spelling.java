package dateline.enrich.kin;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Folds a word, letter by letter, to a number that is the same for American and British spelling, with or without accents,
 * and for what {@code house-style.txt} lists. It may well fold what is not the same word: that costs nothing, since words
 * are only looked at in runs.
 */
final class Spelling {
    /** What {@link #folded()} answers for a word that some houses leave out. */
    static final int DROPPED = 0;

    private static final int LONGEST = 40;
    private static final char[] PLAIN_LETTERS = plainLetters();
    private static final int[] VARIANTS;
    private static final int[] STANDING_FOR_THEM;
    private static final int[] NUMBERS;
    static final int PERCENT = spelled("percent");

    static {
        Map<Integer, Integer> styles = new TreeMap<>();
        for (String line : houseStyle()) {
            List<String> words = List.of(line.split(" "));
            int standing = words.getFirst().equals("-") ? DROPPED : spelled(words.getFirst());
            words.forEach(word -> styles.put(written(word), standing));
        }
        VARIANTS = styles.keySet().stream().mapToInt(Integer::intValue).toArray();
        STANDING_FOR_THEM = styles.values().stream().mapToInt(Integer::intValue).toArray();
        NUMBERS = IntStream.range(0, 100)
                .map(number -> written(String.valueOf(number)))
                .sorted()
                .toArray();
    }

    private final char[] letters = new char[LONGEST];
    private int length;

    void begin() {
        length = 0;
    }

    /** Letters beyond the longest of real words are left out. */
    void append(char c) {
        if (length < LONGEST) {
            letters[length++] = c < PLAIN_LETTERS.length ? PLAIN_LETTERS[c] : Character.toLowerCase(c);
        }
    }

    int asWritten() {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + letters[i];
        }
        int mixed = Hashes.mix(hash);
        return mixed == DROPPED ? 1 : mixed;
    }

    /** What is listed is looked up as it is written: four, folded, would be for. */
    int folded() {
        int variant = Arrays.binarySearch(VARIANTS, asWritten());
        if (variant >= 0) {
            return STANDING_FOR_THEM[variant];
        }
        fold();
        return asWritten();
    }

    static boolean isNumber(int word) {
        return Arrays.binarySearch(NUMBERS, word) >= 0;
    }

    /**
     * Organize and organise, labor and labour, traveled and travelled, defense and defence, center and centre, program and
     * programme, catalog and catalogue, pediatric and paediatric.
     */
    private void fold() {
        int to = 0;
        for (int i = 0; i < length; i++) {
            char c = letters[i];
            char next = i + 1 < length ? letters[i + 1] : 0;
            if (c == 'z' || (c == 'c' && (next == 'e' || next == 'i'))) {
                c = 's';
            }
            boolean doubled = to > 0 && letters[to - 1] == c;
            boolean ligature = (c == 'a' || c == 'o') && next == 'e';
            boolean our = c == 'u' && next == 'r' && to > 0 && letters[to - 1] == 'o';
            if (!doubled && !ligature && !our) {
                letters[to++] = c;
            }
        }
        int plural = to > 1 && letters[to - 1] == 's' ? 1 : 0;
        int end = to - plural;
        if (end > 3 && letters[end - 1] == 'e') {
            if (letters[end - 2] == 'r') {
                letters[end - 2] = 'e';
                letters[end - 1] = 'r';
            } else {
                end -= end > 4 && letters[end - 2] == 'u' && letters[end - 3] == 'g' ? 2 : 1;
            }
        }
        if (plural == 1) {
            letters[end++] = 's';
        }
        length = end;
    }

    private static int written(String word) {
        return of(word).asWritten();
    }

    private static int spelled(String word) {
        Spelling spelling = of(word);
        spelling.fold();
        return spelling.asWritten();
    }

    private static Spelling of(String word) {
        Spelling spelling = new Spelling();
        word.chars().forEach(c -> spelling.append((char) c));
        return spelling;
    }

    private static Iterable<String> houseStyle() {
        var in = requireNonNull(Spelling.class.getResourceAsStream("house-style.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The letters of Latin scripts in lower case and without accents. */
    private static char[] plainLetters() {
        char[] plain = new char[0x250];
        for (char c = 0; c < plain.length; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            plain[c] = Character.toLowerCase(parts.charAt(0));
        }
        return plain;
    }
}
