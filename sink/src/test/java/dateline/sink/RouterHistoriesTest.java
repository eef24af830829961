package dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.schemas.Encoding;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import dateline.sink.desk.Desks;
import dateline.sink.desk.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import wire.Article;

/** Whatever happened, and in whatever order: each tagged topic holds what the standing versions and today's rules name. */
class RouterHistoriesTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:16:00Z");
    private static final Topics TOPICS = new Topics(new Encoding.SingleObject());
    private static final Set<String> IDS = Set.of("a", "b", "c");
    private static final Set<String> REGIONS = Set.of("east-asia", "europe");
    private static final Set<String> COUNTRIES = Set.of("KR", "NO");

    /** What a desk of these tests wants. */
    private record Desk(String country, boolean dedupe) {}

    /** What a configuration says. */
    private record Configuration(Set<String> regions, Map<String, Desk> desks) {
        /** Names of the topics on which an article is to stand, worked out from the words of the rules alone. */
        Set<String> wanting(Filed filed) {
            var names = new HashSet<String>();
            filed.regions().stream()
                    .filter(regions::contains)
                    .forEach(slug -> names.add(TOPICS.region(slug).name()));
            desks.forEach((name, desk) -> {
                if (filed.countries().contains(desk.country()) && !(desk.dedupe() && filed.copy())) {
                    names.add(TOPICS.desk(name).name());
                }
            });
            return names;
        }

        Desks rules() {
            var rules = new ArrayList<String>();
            desks.forEach((name, desk) ->
                    rules.add("%s: {countries: '%s', dedupe: %s}".formatted(name, desk.country(), desk.dedupe())));
            return Rules.desks("{" + String.join(", ", rules) + "}");
        }
    }

    private static final List<Configuration> CONFIGURATIONS = List.of(
            new Configuration(REGIONS, Map.of("one", new Desk("KR", false), "two", new Desk("NO", true))),
            new Configuration(Set.of("europe"), Map.of("one", new Desk("KR", true), "two", new Desk("KR", false))),
            new Configuration(REGIONS, Map.of("one", new Desk("NO", false))),
            new Configuration(Set.of(), Map.of("two", new Desk("NO", true), "three", new Desk("KR", true))));

    /** One thing that happens. */
    sealed interface Happening {
        record Filing(Filed filed) implements Happening {}

        /** What was filed last of an item is filed again. */
        record Again(String id) implements Happening {}

        record Tombstone(String id) implements Happening {}

        record Restart(int configuration) implements Happening {}

        record TimePasses() implements Happening {}

        /** All that was filed so far is filed again, in the same order. */
        record Replay() implements Happening {}
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void eachTopicHoldsWhatTheStandingVersionsAndTodaysRulesName(@ForAll("histories") List<Happening> history)
            throws IOException {
        Path state = Files.createTempDirectory("router-histories");
        try (var newsroom = new Newsroom(state)) {
            history.forEach(newsroom::take);
            newsroom.mustBeRight();
        } finally {
            delete(state);
        }
    }

    @Provide
    Arbitrary<List<Happening>> histories() {
        Arbitrary<String> ids = Arbitraries.of(IDS);
        Arbitrary<Boolean> rarely = Arbitraries.frequency(Tuple.of(4, false), Tuple.of(1, true));
        Arbitrary<Happening> filings = Combinators.combine(
                        ids,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(REGIONS).set(),
                        Arbitraries.of(COUNTRIES).set(),
                        Arbitraries.frequency(
                                Tuple.of(6, Filed.Fate.USABLE),
                                Tuple.of(1, Filed.Fate.WITHHELD),
                                Tuple.of(1, Filed.Fate.TAKEN_OFF),
                                Tuple.of(1, Filed.Fate.KILLED)),
                        rarely,
                        rarely,
                        rarely)
                .as((id, version, regions, countries, fate, superseded, copy, backfill) -> new Happening.Filing(
                        new Filed(id, version, regions, countries, fate, superseded, copy, backfill)));
        return Arbitraries.frequencyOf(
                        Tuple.of(20, filings),
                        Tuple.of(3, ids.map(Happening.Again::new)),
                        Tuple.of(2, ids.map(Happening.Tombstone::new)),
                        Tuple.of(
                                3,
                                Arbitraries.integers()
                                        .between(0, CONFIGURATIONS.size() - 1)
                                        .map(Happening.Restart::new)),
                        Tuple.of(3, Arbitraries.create(Happening.TimePasses::new)),
                        Tuple.of(1, Arbitraries.create(Happening.Replay::new)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }

    /** A router, those who read its topics, and what they ought to see. */
    private static final class Newsroom implements AutoCloseable {
        private final Map<String, Topic<Article>> existing = new HashMap<>();
        private final TaggedTopics topics = new TaggedTopics();
        private final Map<String, Filed> standing = new HashMap<>();
        private final List<Happening> filed = new ArrayList<>();
        private Configuration today = CONFIGURATIONS.getFirst();
        private TestWire wire;

        Newsroom(Path state) {
            wire = new TestWire(router().build(), state, NOW);
        }

        void take(Happening happening) {
            switch (happening) {
                case Happening.Filing(Filed article) -> {
                    filed.add(happening);
                    file(article);
                }
                case Happening.Tombstone(String id) -> {
                    filed.add(happening);
                    standing.remove(id);
                    wire.send(TOPICS.articles(), id, null);
                    read();
                    topics.mustBeForgotten(id);
                }
                case Happening.Again(String id) -> {
                    if (standing.containsKey(id)) {
                        file(standing.get(id));
                        wire.send(TOPICS.articles(), id, standing.get(id).article());
                        assertThat(read()).as("records sent for the same again").isZero();
                    }
                }
                case Happening.Restart(int configuration) -> {
                    today = CONFIGURATIONS.get(configuration);
                    wire = wire.restarted(router().build(), NOW);
                }
                case Happening.TimePasses() -> {
                    wire.pass(Duration.ofSeconds(1));
                    read();
                    wire.pass(Duration.ofSeconds(1));
                    assertThat(read()).as("records sent by a second review").isZero();
                }
                case Happening.Replay() -> List.copyOf(filed).forEach(this::retake);
            }
        }

        private void retake(Happening happening) {
            int before = filed.size();
            take(happening);
            filed.subList(before, filed.size()).clear();
        }

        private void file(Filed article) {
            standing.put(article.id(), article);
            wire.send(TOPICS.articles(), article.id(), article.article());
            read();
            if (article.fate().isOff()) {
                topics.mustBeOff(article.id());
            }
        }

        void mustBeRight() {
            take(new Happening.TimePasses());
            for (String topic : existing.keySet()) {
                var expected = new HashMap<String, String>();
                standing.forEach((id, article) -> {
                    if (article.fate() == Filed.Fate.USABLE
                            && !article.superseded()
                            && (!article.backfill() || topics.wasNews(id))
                            && today.wanting(article).contains(topic)) {
                        expected.put(id, article.article().getBodyText());
                    }
                });
                assertThat(topics.standing(topic)).as(topic).isEqualTo(expected);
            }
        }

        private int read() {
            int records = 0;
            for (Topic<Article> topic : existing.values()) {
                var received = wire.received(topic);
                topics.told(topic.name(), received);
                records += received.size();
            }
            return records;
        }

        private RouterTopology router() {
            var router = new RouterTopology(TOPICS, today.rules(), today.regions(), List.of(), existing.keySet());
            router.written().forEach(topic -> existing.put(topic.name(), topic));
            return router;
        }

        @Override
        public void close() {
            wire.close();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
