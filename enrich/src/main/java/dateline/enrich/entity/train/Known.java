package dateline.enrich.entity.train;

import dateline.enrich.entity.Hash;
import dateline.enrich.entity.Lexicon;
import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.Tokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Gathers the lists that the model knows words and phrases from: the project's own, names of people, and places. */
final class Known {
    private static final int LARGE = 300_000;
    private static final int WITH_BY_NAMES = 150_000;

    private static final Set<Kind> NAMES = EnumSet.of(
            Kind.GIVEN_US,
            Kind.FAMILY_US,
            Kind.GIVEN,
            Kind.FAMILY,
            Kind.PLACE,
            Kind.LARGE_PLACE,
            Kind.ORG,
            Kind.TEAM,
            Kind.PERSON,
            Kind.MISC);

    private final Map<Integer, Integer> known = new HashMap<>();
    private final Map<Kind, List<String>> listed = new EnumMap<>(Kind.class);

    /** Adds the lists that ship beside this class: "[KIND]" before its items, a comma or a line's end after each. */
    Known shipped() {
        for (String file : List.of("lists.txt", "peoples.txt", "people.txt", "locales.txt", "organisations.txt")) {
            Kind kind = Kind.MISC;
            for (String line : Shipped.lines(file)) {
                if (line.startsWith("[")) {
                    kind = Kind.valueOf(line.substring(1, line.indexOf(']')));
                } else {
                    for (String item : line.split(",", -1)) {
                        add(item, kind);
                    }
                }
            }
        }
        return this;
    }

    /** Adds a gzipped file of names, one a line. */
    Known names(Path file, Kind kind) throws IOException {
        for (String line : lines(file)) {
            add(line, kind);
        }
        return this;
    }

    /** Adds cities, and the first order of what countries are divided into. */
    Known places(Path folder) throws IOException {
        for (String line : lines(folder.resolve("cities.tsv.gz"))) {
            String[] columns = line.split("\t", -1);
            if (columns[0].equals("geonameid")) {
                continue;
            }
            long people = columns[9].isEmpty() ? 0 : Long.parseLong(columns[9]);
            Kind kind = people >= LARGE ? Kind.LARGE_PLACE : Kind.PLACE;
            add(columns[1], kind);
            add(columns[2], kind);
            if (people >= WITH_BY_NAMES) {
                for (String name : columns[columns.length - 1].split(",", -1)) {
                    if (name.length() > 4 && isLatin(name)) {
                        add(name, Kind.PLACE);
                    }
                }
            }
        }
        for (String line : lines(folder.resolve("admin1.tsv.gz"))) {
            String[] columns = line.split("\t", -1);
            if (!columns[0].equals("code")) {
                add(columns[1], Kind.PLACE);
                add(columns[2], Kind.PLACE);
            }
        }
        return this;
    }

    /** What was listed of a kind, as it was written there. */
    List<String> listed(Kind kind) {
        return listed.getOrDefault(kind, List.of());
    }

    /** Adds what is known of a word. */
    void add(String name, Kind kind) {
        String item = name.strip();
        if (item.isEmpty()) {
            return;
        }
        listed.computeIfAbsent(kind, any -> new ArrayList<>()).add(item);
        var tokens = new Tokens(item);
        long hash = 0;
        for (int i = 0; i < tokens.count(); i++) {
            long word = Hash.lower(item.substring(tokens.start(i), tokens.end(i)));
            hash = i == 0 ? word : Hash.then(hash, word);
            int bit = i + 1 == tokens.count() ? kind.bit() : Kind.BEGINS.bit();
            known.merge(Lexicon.key(hash), bit, (a, b) -> a | b);
        }
    }

    /** What a reader knows who has never met a third of these names; what is no name, such as titles, stays. */
    Known thinned() {
        var fewer = new Known();
        listed.forEach((kind, items) -> items.stream()
                .filter(item -> !NAMES.contains(kind) || !isLeftOut(Lexicon.key(Hash.lower(item))))
                .forEach(item -> fewer.add(item, kind)));
        return fewer;
    }

    /** Whether the word with this key is one of the third that is left out. */
    static boolean isLeftOut(int key) {
        return Integer.remainderUnsigned(key, 3) == 0;
    }

    Lexicon lexicon() {
        return Lexicon.of(known);
    }

    private static boolean isLatin(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c > 0x24f || (Character.isUpperCase(c) && i > 0 && Character.isUpperCase(name.charAt(i - 1)))) {
                return false;
            }
        }
        return !name.toLowerCase(Locale.ROOT).equals(name);
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
