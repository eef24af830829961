package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dateline.launcher.ChaosStory.Country;
import dateline.launcher.ChaosStory.Fate;
import dateline.launcher.ChaosStory.Kind;
import dateline.launcher.ChaosStory.State;
import dateline.launcher.ChaosStory.Version;
import dateline.schemas.Topics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import wire.Article;
import wire.Event;
import wire.Status;

/** What the outside sees in the end, compared with what should have become of the copy. */
final class ChaosOutcome implements AutoCloseable {
    private static final Pattern WORD = Pattern.compile("zq(\\d+)z", Pattern.CASE_INSENSITIVE);
    private static final String EMBARGOED = "(?i)zx\\d+z";
    private static final Pattern ANYWHERE = Pattern.compile(EMBARGOED);

    private final ChaosCopy copy;
    private final ChaosServices services;
    private final Wiretap wiretap;
    private final List<String> wrong = new ArrayList<>();

    ChaosOutcome(ChaosCopy copy, ChaosServices services) {
        this.copy = copy;
        this.services = services;
        wiretap = new Wiretap(services.kafka(), EMBARGOED);
    }

    /** What is not yet as it should be, or never will be. */
    List<String> wrong() {
        wiretap.catchUp();
        wrong.clear();
        items();
        articles();
        kin();
        tagged();
        differ("held", ids(story -> story.fate() == Fate.HELD), wiretap.held());
        if (wrong.isEmpty()) {
            archive();
        }
        return wrong;
    }

    /** All that must hold, whenever it is looked at, and all that holds in the end. */
    void assertRight() throws IOException, SQLException {
        assertThat(wrong()).as("what is wrong").isEmpty();
        assertThat(wiretap.leaks()).as("embargoed words on topics").isEmpty();
        assertThat(wiretap.count(Topics.DEAD_LETTERS)).as("dead letters").isZero();
        once();
        String said = services.said();
        assertThat(words(ANYWHERE, said)).as("embargoed words in logs").isEmpty();
        assertThat(words(WORD, said)).as("words of copy in logs").isEmpty();
        database();
        api();
    }

    private void items() {
        Map<String, Integer> found = wiretap.items();
        copy.filed().forEach((key, times) -> {
            if (!times.equals(found.get(key))) {
                wrong.add("wire.items has %s %s times, filed %d times".formatted(key, found.get(key), times));
            }
        });
        differ("versions on wire.items", copy.filed().keySet(), found.keySet());
    }

    private void articles() {
        for (ChaosStory story : copy.stories()) {
            Article latest = wiretap.latest(Topics.ARTICLES).get(story.id());
            Version standing = story.standing();
            String is = latest == null
                    ? "not there"
                    : "%s %s v%s".formatted(latest.getEvent(), latest.getStatus(), latest.getVersion());
            boolean right = switch (story.fate()) {
                case LIVE ->
                    latest != null
                            && isLive(latest)
                            && latest.getVersion().equals(standing.name())
                            && latest.getHeadline().contains(standing.word());
                case HELD, WITHHELD ->
                    latest == null || (latest.getEvent() == Event.KILLED && latest.getStatus() == Status.WITHHELD);
                case KILLED ->
                    latest != null
                            && latest.getEvent() == Event.KILLED
                            && latest.getStatus() == Status.CANCELED
                            && !WORD.matcher(latest.toString()).find();
            };
            if (!right) {
                wrong.add(story + " is " + is);
            }
        }
    }

    private static boolean isLive(Article article) {
        return article.getEvent() == Event.PUBLISHED || article.getEvent() == Event.REVISED;
    }

    private void kin() {
        for (ChaosStory story : copy.stories()) {
            Article article = wiretap.latest(Topics.ARTICLES).get(story.id());
            if (article == null || !story.isRetold()) {
                continue;
            }
            ChaosStory original = story.original();
            boolean killed = original.kind() == Kind.KILLED_ORIGINAL;
            Article first = wiretap.latest(Topics.ARTICLES).get(original.id());
            if (story.kind() == Kind.COPIED && killed) {
                if (article.getWarning() == null) {
                    wrong.add(story + " is not warned of " + original);
                }
            } else if (story.kind() == Kind.COPIED) {
                if (!original.id().equals(article.getCopyOf()) || !original.id().equals(article.getGroup())) {
                    wrong.add("%s is a copy of %s, not %s".formatted(story, original, article.getCopyOf()));
                }
            } else if (!killed) {
                if (!original.id().equals(article.getUpdates())
                        || first == null
                        || !story.id().equals(first.getSupersededBy())) {
                    wrong.add("%s is not told to update %s".formatted(story, original));
                }
            }
        }
    }

    private void tagged() {
        Map<Country, Set<String>> standing = new HashMap<>();
        for (ChaosStory story : copy.stories()) {
            if (story.isListed()) {
                standing.computeIfAbsent(story.standing().country(), country -> new TreeSet<>())
                        .add(story.id());
            }
        }
        standing.forEach((country, ids) -> {
            String topic = services.kafka().topics().region(country.region()).name();
            differ(topic, ids, live(topic));
        });
        String desk = services.kafka().topics().desk("japan").name();
        differ(desk, standing.getOrDefault(Country.JAPAN, Set.of()), live(desk));
    }

    private Set<String> live(String topic) {
        return wiretap.latest(topic).entrySet().stream()
                .filter(entry -> isLive(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Set<String> ids(Predicate<ChaosStory> which) {
        return copy.stories().stream().filter(which).map(ChaosStory::id).collect(Collectors.toSet());
    }

    private void differ(String what, Set<String> expected, Set<String> found) {
        var missing = new TreeSet<>(expected);
        missing.removeAll(found);
        var odd = new TreeSet<>(found);
        odd.removeAll(expected);
        if (!missing.isEmpty() || !odd.isEmpty()) {
            wrong.add("%s: %d are missing %s, %d should not be there %s"
                    .formatted(what, missing.size(), few(missing), odd.size(), few(odd)));
        }
    }

    private static List<String> few(Set<String> ids) {
        return ids.stream().limit(5).toList();
    }

    /** Of a story that nobody ever kills, holds or retells each version is told once at most, on any topic. */
    private void once() {
        var tagged = new ArrayList<String>();
        for (Country country : Country.values()) {
            tagged.add(services.kafka().topics().region(country.region()).name());
        }
        tagged.add(Topics.ARTICLES);
        for (ChaosStory story : copy.stories()) {
            if (story.kind() != Kind.PLAIN) {
                continue;
            }
            for (Version version : story.versions()) {
                for (String topic : tagged) {
                    assertThat(wiretap.times(topic, story.id(), version.name(), Event.PUBLISHED, Event.REVISED))
                            .as("%s v%s on %s", story, version.name(), topic)
                            .isLessThanOrEqualTo(1);
                }
            }
        }
    }

    private record Kept(String version, boolean standing, boolean readable) {}

    /** The archive holds every version of what may be read, once, and the last one stands. */
    private void archive() {
        Map<String, List<Kept>> kept = new HashMap<>();
        try (Connection database = services.database();
                var row = database.createStatement()
                        .executeQuery(
                                "select id, version, standing, not killed and status = 'usable' from item_version")) {
            while (row.next()) {
                kept.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                        .add(new Kept(row.getString(2), row.getBoolean(3), row.getBoolean(4)));
            }
        } catch (SQLException e) {
            wrong.add("the archive does not answer: " + e.getMessage());
            return;
        }
        for (ChaosStory story : copy.stories()) {
            List<Kept> versions = kept.getOrDefault(story.id(), List.of());
            List<String> standing = versions.stream()
                    .filter(one -> one.standing() && one.readable())
                    .map(Kept::version)
                    .toList();
            List<String> expected = story.isLive() ? List.of(story.standing().name()) : List.of();
            if (!standing.equals(expected)) {
                wrong.add("%s stands in the archive as %s".formatted(story, standing));
            }
            List<String> all = versions.stream().map(Kept::version).sorted().toList();
            if (story.kind() == Kind.PLAIN
                    && !all.equals(story.versions().stream()
                            .map(Version::name)
                            .sorted()
                            .toList())) {
                wrong.add("%s has in the archive %s".formatted(story, all));
            }
        }
        kept.keySet().removeAll(ids(story -> true));
        if (!kept.isEmpty()) {
            wrong.add("in the archive there is also " + few(kept.keySet()));
        }
    }

    /** Every column of every table, read for words that should not be there. */
    private void database() throws SQLException {
        Set<String> killed = killedWords();
        try (Connection database = services.database()) {
            for (String table : List.of("item_version", "item_words", "words_due", "held_item", "killed_item")) {
                try (var row = database.createStatement().executeQuery("select t::text from " + table + " t")) {
                    var found = new TreeSet<String>();
                    while (row.next()) {
                        String text = row.getString(1);
                        found.addAll(words(ANYWHERE, text));
                        found.addAll(words(WORD, text).stream()
                                .filter(killed::contains)
                                .toList());
                    }
                    assertThat(found).as("words in the table " + table).isEmpty();
                }
            }
        }
    }

    private Set<String> killedWords() {
        Set<String> killed = new HashSet<>();
        for (ChaosStory story : copy.stories()) {
            if (story.fate() == Fate.KILLED) {
                story.versions().stream()
                        .filter(version -> version.state() == State.USABLE)
                        .forEach(version -> killed.add(version.word()));
            }
        }
        return killed;
    }

    private static Set<String> words(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private void api() {
        try (Api api = services.api()) {
            Set<String> killed = killedWords();
            var listed = new TreeSet<String>();
            for (JsonNode article : api.find("")) {
                String text = article.toString();
                assertThat(words(ANYWHERE, text)).isEmpty();
                assertThat(words(WORD, text)).doesNotContainAnyElementsOf(killed);
                if (article.path("status").asText().equals("usable")) {
                    assertThat(listed.add(article.path("id").asText())).as(text).isTrue();
                }
            }
            wrong.clear();
            differ("usable articles in the API", ids(ChaosStory::isListed), listed);
            assertThat(wrong).isEmpty();
            Map<Fate, Integer> asked = new HashMap<>();
            for (ChaosStory story : copy.stories()) {
                if (asked.merge(story.fate(), 1, Integer::sum) <= 50 && story.fate() == Fate.KILLED) {
                    String versions = api.history(story.id()).toString();
                    assertThat(words(WORD, api.article(story.id()) + versions)).isEmpty();
                }
            }
            killed.stream()
                    .limit(50)
                    .forEach(word -> assertThat(api.find("q=" + word)).as(word).isEmpty());
        }
    }

    @Override
    public String toString() {
        return "the end; %d things were wrong when last looked at, such as:%n%s"
                .formatted(wrong.size(), wrong.stream().limit(20).collect(Collectors.joining("\n")));
    }

    @Override
    public void close() {
        wiretap.close();
    }
}
