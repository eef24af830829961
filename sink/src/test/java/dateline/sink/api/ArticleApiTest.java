package dateline.sink.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.sink.Copy;
import dateline.sink.archive.Advance;
import dateline.sink.archive.Archive;
import dateline.sink.archive.ArchiveConfig;
import dateline.sink.archive.Database;
import dateline.sink.archive.Entry;
import dateline.sink.archive.Indexer;
import dateline.sink.archive.Library;
import dateline.sink.archive.OrderBook;
import dateline.sink.archive.Partition;
import dateline.sink.archive.TestPostgres;
import dateline.sink.desk.Rules;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wire.Article;
import wire.Event;
import wire.Status;

class ArticleApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Partition PARTITION = new Partition("wire.articles", 0);

    private static HttpClient http;

    private final Database database = new Database(TestPostgres.empty());
    private final Archive archive = new Archive(database, Rules.desks("{asia: {countries: ['JP', 'KR']}}"));
    private final ArticleApi api = new ArticleApi(
            new ApiConfig("127.0.0.1", 0),
            new Library(database),
            new OrderBook(database),
            order -> {},
            Clock.systemUTC());
    private long next;

    @BeforeAll
    static void open() {
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    static void shut() {
        http.close();
    }

    @BeforeEach
    void start() throws Exception {
        archive.prepare();
        archive.positions(List.of(PARTITION));
        api.start();
    }

    @AfterEach
    void stop() {
        api.close();
        database.close();
    }

    @Test
    void anArticleIsFoundByWhatItIsAbout() throws Exception {
        archive(
                Copy.article("ferry"),
                Copy.article("fjord")
                        .setHeadline("Snow closes the fjord road")
                        .setBodyText("Ploughs were missing.")
                        .setCountries(List.of("NO"))
                        .setRegions(List.of("nordics"))
                        .setEntities(List.of())
                        .setUpdated(Copy.LANDED.minusSeconds(7200)));

        assertThat(ids("/api/articles")).containsExactly("ferry", "fjord");
        assertThat(ids("/api/articles?region=nordics")).containsExactly("fjord");
        assertThat(ids("/api/articles?country=KR")).containsExactly("ferry");
        assertThat(ids("/api/articles?entity=BUSAN")).containsExactly("ferry");
        assertThat(ids("/api/articles?desk=asia")).containsExactly("ferry");
        assertThat(ids("/api/articles?desk=asia&country=NO")).isEmpty();
        assertThat(ids("/api/articles?since=2026-03-04T10:00:00Z")).containsExactly("ferry");
        assertThat(ids("/api/articles?since=2026-03-04T11:00:00%2B01:00")).containsExactly("ferry");
        assertThat(ids("/api/articles?since=2026-03-04")).hasSize(2);
        assertThat(ids("/api/articles?limit=1")).containsExactly("ferry");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ferry                | english
                    ferries              | english
                    "ferry talks"        | english
                    "talks ferry"        |
                    missile              | english
                    missile -ferry       |
                    fähre                | german
                    fähren               |
                    fähre or ferry       | german english
                    -ferry               | german
                    '); drop table x; -- |
                    & ! ( :*             |
                    """)
    void wordsAreSearchedTheWayTheArticlesLanguageAllows(String words, String found) throws Exception {
        archive(
                Copy.article("english"),
                Copy.article("german")
                        .setLanguage("de")
                        .setHeadline("Fähre in Kiel")
                        .setBodyText("Die Fähre blieb im Hafen.")
                        .setUpdated(Copy.LANDED));

        assertThat(ids("/api/articles?q=" + encoded(words)))
                .containsExactly(found == null ? new String[0] : found.split(" "));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeatWhileNewArticlesArrive() throws Exception {
        for (int i = 0; i < 25; i++) {
            // Several share a time, so that only the id orders them.
            archive(Copy.article("item-" + i).setUpdated(Copy.LANDED.minusSeconds(i / 4)));
        }
        var seen = new ArrayList<String>();
        JsonNode page = json("/api/articles?limit=4");
        while (true) {
            page.get("articles").forEach(article -> seen.add(article.get("id").asText()));
            if (page.get("next").isNull()) {
                break;
            }
            archive(Copy.article("newer-" + seen.size()).setUpdated(Copy.LANDED));
            page = json("/api/articles?limit=4&before=" + page.get("next").asText());
        }

        assertThat(seen).hasSize(25).doesNotHaveDuplicates().allMatch(id -> id.startsWith("item-"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "harbour:1",
                "https://harbour.example/a/b//c?x=1&y=%2F#z",
                "urn:newsml:harbour.example:20260304:7;v=1",
                "../../etc/passwd",
                "a b+c%",
                "日本\\語"
            })
    void anArticleIsFetchedByItsIdWhateverTheIdHolds(String id) throws Exception {
        archive(Copy.article(id), Copy.article(id).setVersion("2").setEvent(Event.REVISED));

        JsonNode article = json("/api/articles/" + encoded(id));
        assertThat(article.get("id").asText()).isEqualTo(id);
        assertThat(article.get("version").asText()).isEqualTo("2");
        assertThat(article.get("body_text").asText()).startsWith("Officials met");
        JsonNode versions = json("/api/articles/" + encoded(id) + "/versions");
        assertThat(versions.get("versions")
                        .valueStream()
                        .map(version -> version.get("version").asText() + version.get("standing")))
                .containsExactlyInAnyOrder("2true", "1false");
    }

    @Test
    void aKilledItemIsAFactWithAReasonAndNoCopyInAnyVersion() throws Exception {
        archive(Copy.article("a").setBodyText("MARKER").setBodyHtml("<p>MARKER</p>"));
        archive(Copy.kill("a", "The talks did not take place."));

        assertThat(json("/api/articles/a").get("kill_reason").asText()).isEqualTo("The talks did not take place.");
        assertThat(get("/api/articles/a").body())
                .contains("\"event\":\"KILLED\"")
                .doesNotContain("MARKER");
        assertThat(get("/api/articles/a/versions").body()).doesNotContain("MARKER");
        assertThat(get("/api/articles").body()).contains("\"kill_reason\"").doesNotContain("MARKER");
        assertThat(ids("/api/articles?q=marker")).isEmpty();
        assertThat(ids("/api/articles?q=ferry")).isEmpty();
    }

    @Test
    void aWithheldItemIsNotListedAndNoneOfItsVersionsIsReadable() throws Exception {
        archive(Copy.article("a").setBodyText("MARKER"));
        archive(Copy.article("a").setVersion("2").setStatus(Status.WITHHELD).setBodyText("MARKER"));

        assertThat(ids("/api/articles")).isEmpty();
        assertThat(get("/api/articles/a").body())
                .contains("\"status\":\"withheld\"")
                .doesNotContain("MARKER");
        assertThat(get("/api/articles/a/versions").body()).doesNotContain("MARKER");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    limit=0                       | limit   | 1 to 200
                    limit=201                     | limit   | 1 to 200
                    limit=ten                     | limit   | 1 to 200
                    since=yesterday               | since   | ISO 8601
                    since=2026-02-30              | since   | ISO 8601
                    since=%2B999999999-01-01T00:00:00Z | since | ISO 8601
                    country=Japan                 | country | JP
                    country=jp                    | country | JP
                    region=East+Asia              | region  | middle-east
                    desk=%27;drop                 | desk    | asia
                    q=                            | q       | 1 to 500
                    q=a%00b                       | q       | 1 to 500
                    entity=%00                    | entity  | 1 to 500
                    before=nonsense               | before  | next
                    before=MTIzIGEAYg             | before  | next
                    q=a&q=b                       | q       | one value
                    dedupe=yes                    | dedupe  | true or false
                    body=0                        | body    | true or false
                    group=                        | group   | 1 to 2000
                    contry=JP                     | contry  | country
                    """)
    void aBadParameterIsNamedWithWhatWasExpected(String query, String parameter, String expected) throws Exception {
        HttpResponse<String> answer = get("/api/articles?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(answer.body()).get("parameter").asText()).isEqualTo(parameter);
        assertThat(JSON.readTree(answer.body()).get("expected").asText()).contains(expected);
    }

    @Test
    void wordsBeyondAllReasonAreRefused() throws Exception {
        assertThat(get("/api/articles?q=" + "a".repeat(501)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNotThereIsFourHundredAndFourAsJson() throws Exception {
        for (String path : List.of("/api/articles/none", "/api/articles/none/versions", "/", "/api/articles/a/b/c")) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).hasNonNull("error"))
                    .as(path)
                    .isTrue();
        }
    }

    @Test
    void nothingCanBeWritten() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(api.address().resolve("/api/articles/a"))
                        .DELETE()
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isBetween(404, 405);
    }

    @Test
    void anAnswerIsNeverTakenForAPage() throws Exception {
        HttpResponse<String> answer = get("/api/articles");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void healthTellsWhetherTheArchiveAnswers() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);

        try (var away = new Database(new ArchiveConfig("jdbc:postgresql://127.0.0.1:1/none", "none", "hush"));
                var blind = new ArticleApi(
                        new ApiConfig("127.0.0.1", 0),
                        new Library(away),
                        new OrderBook(away),
                        order -> {},
                        Clock.systemUTC())) {
            blind.start();
            HttpResponse<String> health = get(blind.address().resolve("/health"));
            assertThat(health.statusCode()).isEqualTo(503);
            assertThat(JSON.readTree(health.body()).get("archive").asText()).isEqualTo("down");
            HttpResponse<String> articles = get(blind.address().resolve("/api/articles"));
            assertThat(articles.statusCode()).isEqualTo(503);
            assertThat(articles.body()).doesNotContain("127.0.0.1", "hush");
        }
    }

    private void archive(Article.Builder... articles) throws Exception {
        List<Entry> batch = Copy.standing(articles);
        archive.apply(batch, Map.of(PARTITION, new Advance(next, next + batch.size())), (index, why) -> {
            throw new AssertionError(why);
        });
        next += batch.size();
        assertThat(new Indexer(database).round()).isPositive();
    }

    private List<String> ids(String path) throws Exception {
        return json(path)
                .get("articles")
                .valueStream()
                .map(article -> article.get("id").asText())
                .toList();
    }

    private JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(URI.create(api.address() + path));
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
