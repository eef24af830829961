package dateline.enrich.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/**
 * Reads classes and ids: all the words of {@code signs.txt} are looked for at once, in time linear in the name's length
 * (Aho and Corasick's automaton). A name is read in lower case, with a hyphen wherever a word may begin or end.
 */
final class Signs {
    private static final Signs KNOWN = new Signs(lines());
    /** A hyphen, a to z, 0 to 9. */
    private static final int LETTERS = 37;
    /** Names are read up to here. */
    private static final int LONGEST = 300;

    private final int[][] next;
    private final int[] found;

    private Signs(List<String> lines) {
        List<int[]> next = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        next.add(state());
        found.add(0);
        for (String line : lines) {
            int colon = line.indexOf(':');
            int bit = Sign.valueOf(line.substring(0, colon)).bit();
            for (String word : line.substring(colon + 1).strip().split("\\s+", -1)) {
                int state = 0;
                for (int i = 0; i < word.length(); i++) {
                    int letter = letter(word.charAt(i));
                    if (next.get(state)[letter] < 0) {
                        next.get(state)[letter] = next.size();
                        next.add(state());
                        found.add(0);
                    }
                    state = next.get(state)[letter];
                }
                found.set(state, found.get(state) | bit);
            }
        }
        this.next = next.toArray(new int[0][]);
        this.found = found.stream().mapToInt(Integer::intValue).toArray();
        link();
    }

    /** What the names of an element say, as a mask of {@link Sign#bit}. */
    static int of(String names) {
        return KNOWN.read(names);
    }

    private int read(String names) {
        int signs = 0;
        int state = next[0][0];
        boolean lower = false;
        int last = 0;
        for (int i = 0; i < Math.min(names.length(), LONGEST); i++) {
            char c = names.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            if (upper && lower) {
                state = next[state][0];
                signs |= found[state];
            }
            lower = c >= 'a' && c <= 'z';
            int letter = letter(upper ? (char) (c + 32) : c);
            if (letter != 0 || last != 0) {
                state = next[state][letter];
                signs |= found[state];
            }
            last = letter;
        }
        return signs | found[next[state][0]];
    }

    private void link() {
        int[] back = new int[next.length];
        Queue<Integer> queue = new ArrayDeque<>();
        for (int letter = 0; letter < LETTERS; letter++) {
            int to = next[0][letter];
            if (to < 0) {
                next[0][letter] = 0;
            } else {
                queue.add(to);
            }
        }
        for (Integer state = queue.poll(); state != null; state = queue.poll()) {
            found[state] |= found[back[state]];
            for (int letter = 0; letter < LETTERS; letter++) {
                int to = next[state][letter];
                if (to < 0) {
                    next[state][letter] = next[back[state]][letter];
                } else {
                    back[to] = next[back[state]][letter];
                    queue.add(to);
                }
            }
        }
    }

    private static int[] state() {
        int[] state = new int[LETTERS];
        Arrays.fill(state, -1);
        return state;
    }

    private static int letter(char c) {
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 1;
        }
        return c >= '0' && c <= '9' ? c - '0' + 27 : 0;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Signs.class.getResourceAsStream("signs.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
