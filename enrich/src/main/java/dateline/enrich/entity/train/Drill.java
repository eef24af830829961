package dateline.enrich.entity.train;

import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.train.Labelled.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.EntityType;

/**
 * Makes up wire copy: stories with gaps, filled from lists of names of the whole world. It drills what corpora show too
 * little of (tables of results, market lines, headlines in capitals, datelines, roles, second mentions), with every name marked.
 */
public final class Drill {
    private record Filler(@Nullable EntityType type, Supplier<String> text) {}

    private final Random random;
    private final People people;
    private final Map<String, Filler> fillers = new HashMap<>();
    private final List<String> stories;

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final Map<String, String> meant = new HashMap<>();

    Drill(Known known, Random random) {
        this.random = random;
        people = new People(random);
        stories = stories();
        Map<String, List<String>> gaps = new HashMap<>();
        for (String line : Shipped.lines("gaps.txt")) {
            String[] parts = line.split(" ", 3);
            List<String> items = gaps.computeIfAbsent(parts[0], any -> new ArrayList<>());
            items.addAll(List.of(parts[2].split(", ", -1)));
            EntityType type = parts[1].equals("-") ? null : EntityType.valueOf(parts[1]);
            fillers.put(parts[0], new Filler(type, () -> whole(any(items))));
        }
        names(known);
    }

    private void names(Known known) {
        var made = new MadeUp(random, people, known);
        List<String> large = known.listed(Kind.LARGE_PLACE);
        List<String> cities = (large.isEmpty() ? known.listed(Kind.PLACE) : large)
                .stream().filter(name -> name.length() > 3).toList();
        List<String> towns = known.listed(Kind.PLACE).stream()
                .filter(name -> name.length() > 3 && Character.isUpperCase(name.charAt(0)))
                .toList();
        Supplier<String> city = () -> any(random.nextInt(3) == 0 ? towns : cities);
        fillers.put("CITYNAME", new Filler(null, () -> random.nextInt(5) == 0 ? people.coined() : city.get()));
        fillers.put("COINED", new Filler(null, people::coined));
        fillers.put("GIVENWORD", new Filler(null, people::given));
        fillers.put("FAMILYNAME", new Filler(null, people::family));
        fillers.put("FULLNAME", new Filler(null, people::full));
        fillers.put("ACRONYM", new Filler(null, this::letters));
        fillers.put("NATION", new Filler(null, () -> any(known.listed(Kind.COUNTRY))));
        or("CITY", EntityType.PLACE, city, "AREA", 1);
        fillers.put("CITYCAPS", new Filler(EntityType.PLACE, () -> city.get().toUpperCase(Locale.ROOT)));
        fillers.put("COUNTRY", new Filler(EntityType.PLACE, () -> any(known.listed(Kind.COUNTRY))));
        List<String> adjectives = known.listed(Kind.DEMONYM).stream()
                .filter(name -> !name.endsWith("s") && !name.endsWith("men"))
                .toList();
        fillers.put("DEMONYM", new Filler(EntityType.MISC, () -> any(adjectives)));
        fillers.put("DEMONYMNAME", new Filler(null, () -> any(adjectives)));
        or("EVENT", EntityType.MISC, () -> any(known.listed(Kind.EVENT)), "OCCASION", 3);
        or("TEAM", EntityType.ORG, () -> any(known.listed(Kind.TEAM)), "SIDE", 4);
        or("ORG", EntityType.ORG, () -> any(known.listed(Kind.ORG)), "BODY", 5);
        or("COMPANY", EntityType.ORG, made::company, "FIRM", 4);
        or("PARTY", EntityType.ORG, made::party, "FACTION", 3);
        or("UNI", EntityType.ORG, () -> made.university(city.get()), "SCHOOL", 4);
        List<String> peoples = HouseStyle.peoples();
        fillers.put("PEOPLES", new Filler(EntityType.MISC, () -> any(peoples)));
        fillers.put("MINISTRY", new Filler(EntityType.ORG, made::ministry));
        fillers.put("ORGACR", new Filler(EntityType.ORG, made::body));
        fillers.put(
                "n", new Filler(null, () -> Integer.toString(1 + random.nextInt(random.nextInt(4) == 0 ? 99 : 12))));
        fillers.put("PER", new Filler(EntityType.PERSON, people::full));
        fillers.put("PERSON", new Filler(EntityType.PERSON, people::full));
        fillers.put("IPER", new Filler(EntityType.PERSON, people::initialled));
        fillers.put("GIVEN", new Filler(EntityType.PERSON, people::given));
    }

    /** A gap for what lists hold, in so many of ten for what nobody has listed: a gap of the file makes it up. */
    private void or(String gap, EntityType type, Supplier<String> listed, String unlisted, int tenths) {
        Filler made = fillers.get(unlisted);
        if (made == null) {
            throw new IllegalStateException("gaps.txt lacks " + unlisted);
        }
        fillers.put(
                gap,
                new Filler(type, () -> random.nextInt(10) < tenths ? made.text().get() : listed.get()));
    }

    /** An item with its own gaps filled. */
    private String whole(String item) {
        if (item.indexOf('{') < 0) {
            return item;
        }
        int from = text.length();
        fill(item, false);
        String whole = text.substring(from);
        text.setLength(from);
        return whole;
    }

    private String letters() {
        var letters = new StringBuilder();
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            letters.append("AABCCCDEEFGHIIJKLMMNNNOPPPRRSSTTUUVWZ".charAt(random.nextInt(37)));
        }
        return letters.toString();
    }

    /**
     * Articles of invented copy, several stories each, the same for the same seed.
     *
     * @param stories how many stories there are in all
     * @param length how many characters an article has at least, but for the last
     */
    public static List<String> articles(int stories, int length, long seed) {
        List<String> articles = new ArrayList<>();
        var article = new StringBuilder();
        for (Labelled story : new Drill(new Known().shipped(), new Random(seed)).stories(stories)) {
            article.append(story.text()).append('\n');
            if (article.length() >= length) {
                articles.add(article.toString());
                article.setLength(0);
            }
        }
        articles.add(article.toString());
        return articles;
    }

    /** Something that fills a gap. */
    String filled(String gap) {
        Filler filler = fillers.get(gap);
        if (filler == null) {
            throw new IllegalArgumentException("no list fills the gap " + gap);
        }
        return filler.text().get();
    }

    /** So many stories. */
    List<Labelled> stories(int count) {
        List<Labelled> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(story(stories.get(random.nextInt(stories.size()))));
        }
        return made;
    }

    private Labelled story(String pattern) {
        text.setLength(0);
        marks.clear();
        meant.clear();
        boolean capitals = pattern.startsWith("^") || (pattern.indexOf('\n') < 0 && random.nextInt(8) == 0);
        fill(pattern.startsWith("^") || pattern.startsWith("~") ? pattern.substring(1) : pattern, true);
        var made = new Labelled(text.toString(), List.copyOf(marks), Set.of());
        Labelled upper = capitals ? made.inCapitals() : null;
        return upper == null ? made : upper;
    }

    private void fill(String pattern, boolean marked) {
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '{') {
                int end = pattern.indexOf('}', at);
                gap(pattern.substring(at + 1, end), marked);
                at = end + 1;
            } else if (c == '[') {
                int end = pattern.indexOf(']', at);
                int space = pattern.indexOf(' ', at);
                int start = text.length();
                fill(pattern.substring(space + 1, end), false);
                marks.add(new Mark(EntityType.valueOf(pattern.substring(at + 1, space)), start, text.length()));
                at = end + 1;
            } else if (c == '(' && ways(pattern, at) > 0) {
                int end = ways(pattern, at);
                text.append(any(List.of(pattern.substring(at + 1, end).split("\\|", -1))));
                at = end + 1;
            } else {
                text.append(c);
                at++;
            }
        }
    }

    private static int ways(String pattern, int at) {
        int end = pattern.indexOf(')', at);
        int bar = pattern.indexOf('|', at);
        return bar > 0 && bar < end ? end : -1;
    }

    private void gap(String gap, boolean marked) {
        int colon = gap.indexOf(':');
        String kind = colon < 0 ? gap : gap.substring(0, colon);
        String which = colon < 0 ? "" : gap.substring(colon + 1);
        String word;
        EntityType type;
        if (kind.equals("LAST")) {
            type = EntityType.PERSON;
            String whole = which.isEmpty() ? people.full() : meant.computeIfAbsent("PER" + which, any -> people.full());
            word = people.last(whole);
        } else if (kind.equals("ACR")) {
            type = EntityType.ORG;
            String spelt = Stream.of("ORGACR", "PARTY", "BODY")
                    .map(spelling -> meant.get(spelling + which))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("Any Party");
            word = MadeUp.acronym(spelt);
        } else {
            Filler filler = fillers.get(kind);
            if (filler == null) {
                throw new IllegalArgumentException("no list fills the gap " + gap);
            }
            type = filler.type();
            word = which.isEmpty()
                    ? filler.text().get()
                    : meant.computeIfAbsent(kind + which, any -> filler.text().get());
        }
        int start = text.length();
        text.append(word);
        if (type != null && marked) {
            marks.add(new Mark(type, start, text.length()));
        }
    }

    private String any(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }

    private static List<String> stories() {
        List<String> stories = new ArrayList<>();
        var story = new StringBuilder();
        for (String line : Shipped.linesAndGaps("drill.txt")) {
            if (line.isBlank()) {
                if (!story.isEmpty()) {
                    stories.add(story.toString());
                    story.setLength(0);
                }
            } else {
                story.append(story.isEmpty() ? "" : "\n").append(line);
            }
        }
        if (!story.isEmpty()) {
            stories.add(story.toString());
        }
        return stories;
    }
}
