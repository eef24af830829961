package dateline.launcher.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import wire.Collector;
import wire.RawItem;

/** Articles that nobody filed: each a feed entry of its own, between a brief and a long read, about a few places. The same seed gives the same copy. */
public final class MadeUpCopy {
    private static final List<String> PLACES = List.of(
            "Tokyo",
            "Nairobi",
            "Berlin",
            "Lima",
            "Jakarta",
            "Cairo",
            "Paris",
            "Seoul",
            "Warsaw",
            "Ottawa",
            "Ankara",
            "Canberra",
            "Madrid",
            "Hanoi",
            "Accra");
    private static final List<String> COUNTRIES = List.of(
            "Japan",
            "Kenya",
            "Germany",
            "Peru",
            "Indonesia",
            "Egypt",
            "France",
            "South Korea",
            "Poland",
            "Canada",
            "Turkey",
            "Australia",
            "Spain",
            "Vietnam",
            "Ghana");
    private static final List<String> ACTORS = List.of(
            "the finance ministry",
            "a court",
            "the United Nations",
            "the central bank",
            "opposition leaders",
            "dock workers",
            "the navy",
            "the European Union",
            "farmers",
            "the health ministry");
    private static final List<String> SYLLABLES = List.of(
            "ba", "del", "ri", "mon", "sta", "ke", "lun", "vo", "pre", "ti", "gar", "sel", "no", "fi", "cur", "den");
    private static final int WORDS = 4_000;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 45;

    private final Random random;
    private final String run;

    /**
     * @param seed what the copy is made from
     * @param run part of every item's id, so that two runs on one broker have no item in common
     */
    public MadeUpCopy(long seed, String run) {
        random = new Random(seed);
        this.run = run;
    }

    /** The raw item with this number, landed at this time. */
    public RawItem item(int number, Instant landed) {
        int subject = random.nextInt(PLACES.size());
        String country = COUNTRIES.get(subject);
        var body = new StringBuilder("<p>%s, %s (Bench Wire) - ".formatted(PLACES.get(subject), country));
        // Most copy is short, some is long.
        int sentences =
                SHORTEST + (int) ((LONGEST - SHORTEST) * random.nextDouble() * random.nextDouble() * 2) % LONGEST;
        for (int sentence = 0; sentence < sentences; sentence++) {
            body.append("In %s, %s %s of %s, and %s %s %d %s in neighbouring %s. "
                    .formatted(
                            any(PLACES),
                            any(ACTORS),
                            words(4),
                            name(),
                            name(),
                            words(5),
                            random.nextInt(10_000),
                            words(3),
                            any(COUNTRIES)));
            if (sentence % 3 == 2) {
                body.append("</p><p>");
            }
        }
        String rss = """
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench Wire</title>
                <item><guid isPermaLink="false">%s-%d</guid><title>%s: %s %s</title>
                <pubDate>Tue, 10 Mar 2026 06:10:00 GMT</pubDate>
                <content:encoded><![CDATA[%s</p>]]></content:encoded></item></channel></rss>
                """.formatted(run, number, country, any(ACTORS), words(6), body);
        return RawItem.newBuilder()
                // Several feeds, for a feed is a key and a key is one partition.
                .setFeed("bench-" + number % 16)
                .setProvider("bench")
                .setCollector(Collector.RECEIVE)
                .setLanded(landed)
                .setContentType("application/rss+xml")
                .setBytes(ByteBuffer.wrap(rss.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    /** Words of a made-up language, some frequent and most rare: no two articles are alike, as no two on a wire are. */
    private String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append(word((int) (WORDS * Math.pow(random.nextDouble(), 3))));
        }
        return words.toString();
    }

    private String name() {
        String name = word(WORDS + random.nextInt(WORDS));
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String word(int number) {
        var word = new StringBuilder();
        for (int rest = number + SYLLABLES.size(); rest > 0; rest /= SYLLABLES.size()) {
            word.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return word.toString();
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
