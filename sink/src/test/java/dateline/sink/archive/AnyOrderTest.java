package dateline.sink.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dateline.sink.Copy;
import dateline.sink.desk.Rules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Article;
import wire.Event;
import wire.Held;
import wire.Status;

/** Whatever the order between topics, the cuts into batches, redelivery and replay: the rows end the same. */
class AnyOrderTest {
    private static final Partition STANDING = new Partition("wire.articles", 0);
    private static final Partition HISTORY = new Partition("wire.history", 0);
    private static final int SHUFFLES = 8;

    private final ArchiveConfig config = TestPostgres.empty();
    private final Database database = new Database(config);
    private final Archive archive = new Archive(database, Rules.desks("{asia: {countries: 'KR'}}"));
    private final Map<Partition, Long> offsets = new HashMap<>();

    @BeforeEach
    void prepare() throws SQLException {
        archive.prepare();
        archive.positions(List.of(STANDING, HISTORY));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theRowsEndTheSame(long seed) throws Exception {
        var random = new Random(seed);
        // Items of their own, so that one batch has many lives in it.
        List<List<Entry>> standing = new ArrayList<>();
        List<List<Entry>> late = new ArrayList<>();
        for (int item = 0; item < 6; item++) {
            standing.add(life("item-" + item, random));
            late.add(latecomers("item-" + item, random));
        }
        tell(in(standing), 1_000);
        tell(in(late), 1_000);
        List<String> once = rows();
        assertThat(once).hasSizeGreaterThan(6);

        for (int i = 0; i < SHUFFLES; i++) {
            if (random.nextBoolean()) {
                clear(); // else all is told once more to an archive that knows it
            }
            late.forEach(of -> Collections.shuffle(of, random));
            tell(merged(standing, late, random), 1 + random.nextInt(9));
            if (random.nextBoolean()) {
                tell(in(random.nextBoolean() ? standing : late), 1 + random.nextInt(9));
            }
            assertThat(rows()).as("seed %d, shuffle %d", seed, i).isEqualTo(once);
        }
    }

    @Test
    void aLateVersionNeverStandsAndNeverTakesThePlaceOfTheSameVersionThatDoes() throws Exception {
        tell(Copy.late(version("a", 1).setHeadline("late")), 9);
        assertThat(new Library(database).article("a")).isEmpty();
        assertThat(new Library(database).versions("a")).isEmpty();
        tell(Copy.standing(version("a", 2).setHeadline("standing")), 9);
        tell(Copy.late(version("a", 2).setHeadline("late"), version("a", 3).setHeadline("late")), 9);

        assertThat(query("select version || headline || late || standing from item_version order by version"))
                .containsExactly("1latetruefalse", "2standingfalsetrue", "3latetruefalse");
    }

    @Test
    void aLateVersionOfAKilledItemHasNoCopyWhicheverCameFirst() throws Exception {
        tell(Copy.late(version("before", 1).setBodyText("MARKER")), 9);
        tell(Copy.standing(Copy.kill("before", "wrong"), Copy.kill("after", "wrong")), 9);
        tell(Copy.late(version("after", 1).setBodyText("MARKER")), 9);

        assertThat(query("select id from item_version where item_version::text like '%MARKER%'"))
                .isEmpty();
        assertThat(query("select id || killed || headline from item_version where late order by id"))
                .containsExactly("aftertrue", "beforetrue");
        assertThat(new Library(database).versions("after"))
                .allSatisfy(version ->
                        assertThat(version.get("kill_reason").asText()).isEqualTo("wrong"));
    }

    /** Another process may have the history of an item whose articles are ours. */
    @Test
    void aLateVersionThatIsWrittenWhileItsItemIsKilledKeepsNoCopy() throws Exception {
        int rounds = 60;
        var line = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<?> killing =
                    threads.submit(() -> race(line, rounds, STANDING, i -> Copy.kill("item-" + i, "wrong")));
            Future<?> filing = threads.submit(() ->
                    race(line, rounds, HISTORY, i -> version("item-" + i, 1).setBodyText("MARKER")));
            killing.get();
            filing.get();
        }

        assertThat(query("select 1 from item_version where late")).hasSize(rounds);
        assertThat(query("select id from item_version where body_text is not null"))
                .isEmpty();
    }

    private @Nullable Void race(
            CyclicBarrier line, int rounds, Partition partition, IntFunction<Article.Builder> article)
            throws Exception {
        for (int i = 0; i < rounds; i++) {
            Article told = article.apply(i).build();
            Entry entry = partition.equals(HISTORY) ? new Entry.Late(told) : new Entry.Standing(told);
            line.await();
            archive.apply(List.of(entry), Map.of(partition, new Advance(i, i + 1)), (index, why) -> {
                throw new AssertionError(why);
            });
        }
        return null;
    }

    @Test
    void aVersionCanceledLateLosesItsCopyAndTheOthersKeepTheirs() throws Exception {
        tell(Copy.standing(version("a", 1), version("a", 2)), 9);
        tell(Copy.late(version("a", 1).setStatus(Status.CANCELED)), 9);
        tell(Copy.standing(version("a", 1), version("a", 2)), 1);

        assertThat(query("select version || killed || (body_text is null) from item_version order by version"))
                .containsExactly("1truetrue", "2falsefalse");
    }

    @Test
    void aKillThatIsToldAgainSparesTheVersionThatCameAfterIt() throws Exception {
        List<Entry> life = Copy.standing(
                version("a", 1), Copy.kill("a", "wrong"), version("a", 3).setBodyText("right"));
        for (int atATime : new int[] {1, 2, 3}) {
            tell(life, atATime);
            assertThat(query("select body_text from item_version where standing"))
                    .containsExactly("right");
            assertThat(query("select version from item_version where killed order by version"))
                    .containsExactly("1", "2");
        }
    }

    @Test
    void whatIsHeldIsAsItWasToldLast() throws Exception {
        tell(
                List.of(
                        new Entry.OnHold(held("a", 5)),
                        new Entry.OnHold(held("b", 3)),
                        new Entry.OnHold(held("c", 1)),
                        new Entry.Released("c"),
                        new Entry.OnHold(held("a", 1))),
                2);

        assertThat(new Library(database).held(9))
                .extracting(Library.Hold::id, Library.Hold::until)
                .containsExactly(tuple("a", Copy.LANDED.plusSeconds(1)), tuple("b", Copy.LANDED.plusSeconds(3)));
    }

    private static Held held(String id, int seconds) {
        return Held.newBuilder()
                .setId(id)
                .setUntil(Copy.LANDED.plusSeconds(seconds))
                .build();
    }

    /** What enrich could tell of an item, in its order: versions, take-offs, kills, bonds found later, and life after a kill. */
    private static List<Entry> life(String id, Random random) {
        var life = new ArrayList<Entry>();
        int number = 1;
        for (int i = 1 + random.nextInt(7); i > 0; i--) {
            number += random.nextInt(2);
            Article.Builder said = switch (random.nextInt(8)) {
                case 0 -> kill(id, number + random.nextInt(2), random);
                case 1 -> version(id, number).setEvent(Event.KILLED).setStatus(Status.WITHHELD);
                case 2 ->
                    version(id, number).setCopyOf("other").setGroup("other").setSimilarity(0.9);
                case 3 -> version(id, number).setEvent(Event.RETRACTED);
                default -> version(id, number);
            };
            life.add(new Entry.Standing(said.setEnriched(enriched(random))
                    .setBodyText("told " + random.nextInt(9))
                    .build()));
        }
        return life;
    }

    private static Article.Builder kill(String id, int number, Random random) {
        Article.Builder kill = Copy.kill(id, "reason " + random.nextInt(9));
        return random.nextBoolean()
                ? kill.setVersion("" + number).setVersionCreated(created(number))
                : kill.setVersion("").setVersionCreated(created(100 + random.nextInt(3)));
    }

    private static List<Entry> latecomers(String id, Random random) {
        var late = new ArrayList<Entry>();
        for (int i = random.nextInt(4); i > 0; i--) {
            Article.Builder said = version(id, random.nextInt(5))
                    .setBodyText("late " + random.nextInt(9))
                    .setEnriched(enriched(random))
                    .setLanded(Copy.LANDED.plusSeconds(random.nextInt(2)));
            late.add(new Entry.Late((random.nextInt(4) == 0 ? said.setStatus(Status.CANCELED) : said).build()));
        }
        return late;
    }

    private static Article.Builder version(String id, int number) {
        return Copy.article(id).setVersion("" + number).setVersionCreated(created(number));
    }

    private static Instant created(int number) {
        return Copy.LANDED.minusSeconds(1_000 - number);
    }

    private static Instant enriched(Random random) {
        return Copy.LANDED.plusSeconds(random.nextInt(1_000));
    }

    private static List<Entry> in(List<List<Entry>> lives) {
        return lives.stream().flatMap(List::stream).toList();
    }

    /** Keeps the order within an item's life, and no other. */
    private static List<Entry> merged(List<List<Entry>> standing, List<List<Entry>> late, Random random) {
        var lines = new ArrayList<List<Entry>>();
        standing.forEach(life -> lines.add(new ArrayList<>(life)));
        late.forEach(each -> lines.add(new ArrayList<>(each)));
        var merged = new ArrayList<Entry>();
        lines.removeIf(List::isEmpty);
        while (!lines.isEmpty()) {
            List<Entry> line = lines.get(random.nextInt(lines.size()));
            merged.add(line.removeFirst());
            lines.removeIf(List::isEmpty);
        }
        return merged;
    }

    private void tell(List<Entry> entries, int atATime) throws SQLException, FencedException {
        for (int i = 0; i < entries.size(); i += atATime) {
            List<Entry> batch = entries.subList(i, Math.min(entries.size(), i + atATime));
            long from = offsets.getOrDefault(STANDING, 0L);
            offsets.put(STANDING, from + batch.size());
            archive.apply(batch, Map.of(STANDING, new Advance(from, from + batch.size())), (index, why) -> {
                throw new AssertionError(why);
            });
        }
    }

    private void clear() throws SQLException {
        TestPostgres.execute(config, "truncate item_version, killed_item, item_words, words_due");
    }

    private List<String> rows() throws SQLException {
        var rows = new ArrayList<>(query("""
                select (to_jsonb(v) - 'archived' - 'article')::text || article::jsonb::text
                from item_version v order by id, version, version_time"""));
        rows.addAll(query("select killed_item::text from killed_item order by id"));
        return rows;
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
