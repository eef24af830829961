package dateline.sink.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.sink.Copy;
import dateline.sink.desk.Desks;
import dateline.sink.desk.Rules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Event;

class ArchiveTest {
    private static final Partition PARTITION = new Partition("wire.articles", 0);
    private static final Desks NONE = Rules.desks("{}");

    private final ArchiveConfig config = TestPostgres.empty();
    private final Database database = new Database(config);
    private final Archive archive = new Archive(database, NONE);
    private final List<String> refused = new ArrayList<>();
    private long next;

    @BeforeEach
    void prepare() throws SQLException {
        archive.prepare();
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 0L);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void eachVersionHasOneRowAndTheLastStands() throws Exception {
        apply(Copy.article("a"), version("a", "2"), Copy.article("b"));
        apply(version("a", "3"));

        assertThat(query("select id || version || standing from item_version order by id, version"))
                .containsExactly("a1false", "a2false", "a3true", "b1true");
        assertThat(query("select id from standing_article order by id")).containsExactly("a", "b");
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 4L);
    }

    @Test
    void theSameRecordsAgainChangeNothing() throws Exception {
        apply(Copy.article("a"), version("a", "2"), Copy.kill("b", "wrong"), Copy.article("c"));
        List<String> before = query("select item_version::text from item_version order by id, version");
        apply(Copy.article("a"), version("a", "2"), Copy.kill("b", "wrong"), Copy.article("c"));
        apply(Copy.article("a"));
        apply(version("a", "2"));

        assertThat(query("select item_version::text from item_version order by id, version"))
                .isEqualTo(before);
    }

    @Test
    void versionsWithoutANumberAreToldApartByTheirTime() throws Exception {
        apply(
                Copy.article("a").setVersion(""),
                Copy.article("a").setVersion("").setVersionCreated(Copy.LANDED),
                Copy.article("a").setVersion("").setVersionCreated(null).setLanded(Copy.LANDED.plusSeconds(5)),
                Copy.article("a").setVersion("").setVersionCreated(Copy.LANDED));

        assertThat(query("select 1 from item_version")).hasSize(3);
        assertThat(query("select version_time = landed from item_version where standing"))
                .containsExactly("t");
    }

    @Test
    void aSecondWriterFromTheSameOffsetIsFencedAndWritesNothing() throws Exception {
        archive.apply(Copy.standing(Copy.article("a")), Map.of(PARTITION, new Advance(0, 1)), this::refuse);

        assertThatThrownBy(() -> archive.apply(
                        Copy.standing(Copy.article("zombie")), Map.of(PARTITION, new Advance(0, 5)), this::refuse))
                .isInstanceOf(FencedException.class)
                .hasMessageContaining("offset 0 of wire.articles/0");
        assertThat(query("select id from item_version")).containsExactly("a");
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 1L);
    }

    @Test
    void ofWritersThatRaceFromTheSameOffsetExactlyOneWins() throws Exception {
        int writers = 4;
        var line = new CyclicBarrier(writers);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            var races = new ArrayList<Callable<Boolean>>();
            for (int i = 0; i < writers; i++) {
                var entries = Copy.standing(Copy.article("writer-" + i));
                races.add(() -> {
                    line.await();
                    try {
                        archive.apply(entries, Map.of(PARTITION, new Advance(0, 1)), this::refuse);
                        return true;
                    } catch (FencedException e) {
                        return false;
                    }
                });
            }
            int won = 0;
            for (Future<Boolean> race : threads.invokeAll(races)) {
                won += race.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(query("select id from item_version")).hasSize(1);
    }

    @Test
    void aKillTakesTheCopyFromEveryVersionAndTheSearchIndexAndKeepsFactAndReason() throws Exception {
        apply(marked("a", "1"), marked("a", "2"), marked("other", "1"));
        index();
        assertThat(query("select id from item_words where english @@ 'marker'::tsquery order by id"))
                .containsExactly("a", "other");
        apply(Copy.kill("a", "The talks did not take place.").setVersion("3"));

        assertThat(query("select distinct id from item_version where item_version::text like '%MARKER%'"))
                .containsExactly("other");
        assertThat(query("select version from item_version where id = 'a' and killed and status = 'canceled'"
                        + " and provider = 'Harbour Wire' and headline = ''"))
                .hasSize(3);
        assertThat(new Library(database).versions("a")).hasSize(3).allSatisfy(version -> {
            assertThat(version.get("status").asText()).isEqualTo("canceled");
            assertThat(version.get("kill_reason").asText()).isEqualTo("The talks did not take place.");
            assertThat(version.get("provider").asText()).isEqualTo("Harbour Wire");
            assertThat(version.get("landed").isNull()).isFalse();
        });
        assertThat(query("select id from item_words")).containsExactly("other");
    }

    @Test
    void aKillWithinABatchTakesTheCopyFromTheVersionsBeforeIt() throws Exception {
        apply(marked("a", "1"), Copy.kill("a", "wrong").setVersion("1"), marked("a", "1"));

        assertThat(query("select 1 from item_version where item_version::text like '%MARKER%'"))
                .isEmpty();
        assertThat(new Library(database)
                        .article("a")
                        .orElseThrow()
                        .get("kill_reason")
                        .asText())
                .isEqualTo("wrong");
    }

    @Test
    void aKilledVersionThatComesAgainStaysKilledAndANewerOneIsReadable() throws Exception {
        apply(marked("a", "1"), Copy.kill("a", "wrong").setVersion("2"));
        apply(marked("a", "1"));
        assertThat(query("select 1 from item_version where item_version::text like '%MARKER%'"))
                .isEmpty();

        apply(marked("a", "3"));
        assertThat(query("select version from item_version where body_text like '%MARKER%'"))
                .containsExactly("3");
        assertThat(query("select version from standing_article")).containsExactly("3");
    }

    @Test
    void aKillWithoutAReasonOrAStatusIsAKillAllTheSame() throws Exception {
        apply(Copy.article("a").setEvent(Event.KILLED).setBodyText("MARKER"));

        assertThat(query("select status from item_version where killed")).containsExactly("canceled");
        assertThat(new Library(database)
                        .article("a")
                        .orElseThrow()
                        .get("kill_reason")
                        .asText())
                .isEqualTo("no reason was given");
        assertThat(query("select 1 from item_version where item_version::text like '%MARKER%'"))
                .isEmpty();
    }

    @Test
    void whatIsTakenOffForAWhileIsNotReadMeanwhileAndComesBackAsItself() throws Exception {
        var library = new Library(database);
        apply(marked("a", "1"));
        index();
        apply(Copy.takenOff("a", "embargoed by its provider until noon").setVersion("2"));

        assertThat(library.article("a"))
                .hasValueSatisfying(off -> assertThat(off.toString())
                        .contains("withheld", "until noon")
                        .doesNotContain("MARKER"));
        assertThat(library.versions("a").toString()).doesNotContain("MARKER");
        assertThat(library.find(Search.newest(9)).articles()).isEmpty();
        index();
        assertThat(library.find(new Search(null, null, null, null, null, "marker", null, false, true, null, 9))
                        .articles())
                .isEmpty();

        apply(marked("a", "2"));
        assertThat(query("select version from item_version where body_text like '%MARKER%' and not killed"))
                .containsExactlyInAnyOrder("1", "2");
        assertThat(query("select version || status from standing_article")).containsExactly("2usable");
    }

    @Test
    void copyThatIsKilledBeforeItWasIndexedIsNeverSearchable() throws Exception {
        apply(marked("a", "1"));
        apply(Copy.kill("a", "wrong"));
        index();

        assertThat(query("select 1 from item_words")).isEmpty();
    }

    @Test
    void theIndexersThreadIndexesWhatIsDueAndEndsWhenClosed() throws Exception {
        apply(marked("a", "1"));
        try (var indexer = new Indexer(database)) {
            indexer.start();
        }

        assertThat(query("select id from item_words")).containsExactly("a");
        assertThat(query("select 1 from words_due")).isEmpty();
    }

    @Test
    void aNewVersionIsFoundByItsOwnWordsAndNoLongerByThoseItLost() throws Exception {
        apply(version("a", "1").setBodyText("alpha"));
        index();
        apply(version("a", "2").setBodyText("beta"));
        index();

        assertThat(query("select 1 from item_words where english @@ 'alpha'::tsquery"))
                .isEmpty();
        assertThat(query("select 1 from item_words where english @@ 'beta'::tsquery"))
                .hasSize(1);
    }

    @Test
    void aRetractionIsSaidOfATopicAndNotArchived() throws Exception {
        apply(Copy.article("a").setEvent(Event.RETRACTED));

        assertThat(query("select 1 from item_version")).isEmpty();
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 1L);
    }

    @Test
    void anArticleThatPostgresWillNeverTakeIsRefusedAndTheRestIsWritten() throws Exception {
        apply(
                Copy.article("a"),
                Copy.article("too long ".repeat(1_000) + HexFormat.of().formatHex(noise(20_000))),
                Copy.article("b"));

        assertThat(refused).singleElement().asString().startsWith("1 ").contains("54000");
        assertThat(query("select id from item_version order by id")).containsExactly("a", "b");
        assertThat(archive.positions(List.of(PARTITION))).containsEntry(PARTITION, 3L);
    }

    @Test
    void hostileTextIsArchivedAsItIsButForNul() throws Exception {
        String text = "'; drop table item_version; -- \\u0000 {} \0 \uD83D\uDE00 \uFFFF";
        apply(
                Copy.article("a")
                        .setHeadline(text)
                        .setBodyText(text + "x".repeat(3_000_000))
                        .setRegions(List.of("{a,b}", "\"", "")),
                Copy.article("b").setBodyText("wort ".repeat(400_000)).setLanguage("de"));

        index();
        assertThat(refused).isEmpty();
        assertThat(query("select id from item_words")).hasSize(2);
        assertThat(query("select headline from item_version where id = 'a'"))
                .containsExactly(text.replace('\0', '\uFFFD'));
    }

    @Test
    void whenTheDesksRulesHaveChangedStandingArticlesAreGivenToTheirDesksAgain() throws Exception {
        new Archive(database, Rules.desks("{korea: {countries: 'KR'}}")).prepare();
        apply(Copy.article("a"), Copy.kill("b", "wrong"));
        assertThat(query("select desks from item_version where id = 'a'")).containsExactly("{}");

        var changed = new Archive(
                database, Rules.desks("{ferries: {text: 'port', subjects: 'transport'}, france: {countries: 'FR'}}"));
        changed.prepare();
        assertThat(query("select desks from item_version order by id")).containsExactly("{ferries}", "{}");
        changed.apply(Copy.standing(Copy.article("c")), Map.of(PARTITION, new Advance(next, next + 1)), this::refuse);
        assertThat(query("select desks from item_version where id = 'c'")).containsExactly("{ferries}");
    }

    @Test
    void aDatabaseThatIsAwayIsAnExceptionWithinSecondsAndNoMore() {
        try (var away = new Database(new ArchiveConfig("jdbc:postgresql://127.0.0.1:1/none", "none", "none"))) {
            assertThatThrownBy(() -> new Archive(away, NONE).positions(List.of(PARTITION)))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void theConfigurationNeverShowsItsPassword() {
        assertThat(new ArchiveConfig("jdbc:postgresql://db/wire?password=hush", "desk", "hush").toString())
                .doesNotContain("hush");
        assertThatThrownBy(() -> new ArchiveConfig("mysql://hush@db/wire", null, null))
                .hasMessageContaining("archive.url")
                .hasMessageNotContaining("hush");
    }

    private static Article.Builder version(String id, String version) {
        return Copy.article(id).setVersion(version).setEvent(Event.REVISED);
    }

    private static Article.Builder marked(String id, String version) {
        return version(id, version).setBodyText("MARKER in the text").setBodyHtml("<p>MARKER in the markup</p>");
    }

    private static byte[] noise(int length) {
        var noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }

    private void apply(Article.Builder... articles) throws SQLException, FencedException {
        List<Entry> batch = Copy.standing(articles);
        archive.apply(batch, Map.of(PARTITION, new Advance(next, next + batch.size())), this::refuse);
        next += batch.size();
    }

    private void index() throws SQLException {
        var indexer = new Indexer(database);
        while (indexer.round() > 0) {
            // until nothing is due
        }
    }

    private void refuse(int index, Exception why) {
        refused.add(index + " " + (why instanceof SQLException sql ? sql.getSQLState() : why));
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
