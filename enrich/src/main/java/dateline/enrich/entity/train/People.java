package dateline.enrich.entity.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes up people: a given name and a family name of the same part of the world, in the order that it has them. */
final class People {
    private static final List<String> FAMILY_FIRST = List.of("Chinese", "Korean", "Hokkien", "Vietnamese");
    private static final List<String> PARTICLES =
            List.of("de ", "van ", "von ", "al-", "bin ", "Mc", "O'", "El ", "Ben ");

    private static final String[][] SOUNDS = Stream.of(
                    "ka mu be to sa wa nya ma ki go mba nde lo ngo zi ri tha bo tu le nga chi da",
                    "ra ja ha mu kha na sha lam bad di far ab sul za qa im wi ud ib har man is",
                    "chan dra pra sh ku mar vi sa na gar pur ra ti la mi ni ka su ja yan wal deep",
                    "dra go vi sto ki la ne zhe vol gor od no vo mi ro slav ich ov sk inc",
                    "xi an zhou guang jin hai shan bei ning fu hua dong qing lin yuan ping wei",
                    "ka wa ya ma shi mo to na ga sa ki ta ha ru o i ku bo no hara",
                    "bu lan ti mor sa rawa su ra ba ya pa lem bang tan jung ka li man min da nao lu",
                    "san ta ri o co lo bo go ta que ma na gua ve ra lla mar el cha pi to ca ran",
                    "wick ham ton ford bur lan stad berg hol mer den son wal ster dal field",
                    "mont bel ville cour roche gny lier mar bour eau fon ta ne vaux chal",
                    "te ra wai nga ka to lu vu mo ni ha pa fa le i ua ta hi")
            .map(line -> line.split(" ", -1))
            .toArray(String[][]::new);

    private final Random random;
    private final Map<String, List<String>> given = new TreeMap<>();
    private final Map<String, List<String>> family = new TreeMap<>();
    private final List<String> parts;

    /** The groups are what the comments of the lists of people begin with. */
    People(Random random) {
        this.random = random;
        Map<String, List<String>> names = given;
        String part = "";
        List<String> lines = new ArrayList<>(Shipped.all("people.txt"));
        lines.addAll(Shipped.all("locales.txt"));
        for (String line : lines) {
            if (line.startsWith("[")) {
                names = line.startsWith("[GIVEN") ? given : family;
            } else if (line.startsWith("# ")) {
                part = line.substring(2).split("[ ,]", 2)[0];
            } else {
                List<String> group = names.computeIfAbsent(part, any -> new ArrayList<>());
                for (String name : line.split(", *", -1)) {
                    group.add(name.strip());
                }
            }
        }
        parts = given.keySet().stream().filter(family::containsKey).toList();
    }

    String full() {
        String part = any(parts);
        // Names that nobody has seen are the most that any day's copy brings.
        String first = any(of(given, part));
        String last = random.nextInt(8) == 0 ? coined() : any(of(family, part));
        if (FAMILY_FIRST.contains(part)) {
            return part.equals("Korean") ? any(of(family, part)) + ' ' + first : first + ' ' + last;
        }
        return switch (random.nextInt(12)) {
            case 0 -> first + ' ' + any(of(given, part)) + ' ' + last;
            case 1 -> first + ' ' + (char) ('A' + random.nextInt(26)) + ". " + last;
            case 2 -> first + ' ' + any(PARTICLES) + last;
            case 3 -> first + ' ' + last + '-' + any(of(family, part));
            default -> first + ' ' + last;
        };
    }

    /** "M. Atherton", "Wasim Akram". */
    String initialled() {
        String full = full();
        int space = full.indexOf(' ');
        return random.nextInt(3) > 0 && space > 0 ? full.charAt(0) + "." + full.substring(space) : full;
    }

    String given() {
        return any(of(given, any(parts)));
    }

    String family() {
        return any(of(family, any(parts)));
    }

    /** What a second mention calls someone. */
    String last(String full) {
        int space = full.indexOf(' ');
        String first = space < 0 ? full : full.substring(0, space);
        String rest = space < 0 ? full : full.substring(space + 1);
        if (given.getOrDefault("Vietnamese", List.of()).contains(first) && rest.indexOf(' ') > 0) {
            return rest.substring(rest.indexOf(' ') + 1);
        }
        boolean familyFirst = given.getOrDefault("Chinese", List.of()).contains(first)
                || given.getOrDefault("Hokkien", List.of()).contains(first)
                || (family.getOrDefault("Korean", List.of()).contains(first) && rest.contains("-"));
        if (familyFirst) {
            return first;
        }
        int dot = rest.indexOf(". ");
        return dot == 1
                ? rest.substring(3)
                : rest.chars().filter(c -> c == ' ').count() == 1
                                && Character.isUpperCase(rest.charAt(0))
                                && random.nextBoolean()
                        ? rest.substring(rest.indexOf(' ') + 1)
                        : rest;
    }

    /** A name that nobody has heard: of syllables as they follow one another in the languages of one part of the world. */
    String coined() {
        String[] syllables = SOUNDS[random.nextInt(SOUNDS.length)];
        var name = new StringBuilder();
        int count = 2 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            name.append(syllables[random.nextInt(syllables.length)]);
        }
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static List<String> of(Map<String, List<String>> names, String part) {
        return names.getOrDefault(part, List.of());
    }

    private String any(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
