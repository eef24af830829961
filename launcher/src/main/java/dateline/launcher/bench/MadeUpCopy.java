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
    private static final List<String> DEEDS = List.of(
            "said on Tuesday that it would review the plan before the end of the month",
            "agreed to reopen talks that broke down last year over tariffs on steel",
            "reported the lowest harvest in eleven years after a dry spring",
            "warned that prices for fuel and grain would rise again in the autumn",
            "signed a contract for two thousand buses that run on hydrogen",
            "postponed a vote on the budget for the third time since January");
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
            body.append("In %s, %s %s, and neighbouring %s took note of it. "
                    .formatted(any(PLACES), any(ACTORS), any(DEEDS), any(COUNTRIES)));
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
                """.formatted(run, number, country, any(ACTORS), any(DEEDS), body);
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

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
