package dateline.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The API over HTTP on an archive of its own in a real PostgreSQL. */
final class TestApi implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final Partition PARTITION = new Partition("wire.articles", 0);

    final ArchiveConfig config = TestPostgres.empty();
    final Database database = new Database(config);
    final Archive archive = new Archive(database, Rules.desks("{asia: {countries: ['JP', 'KR']}}"));

    private final HttpClient http = HttpClient.newHttpClient();
    private final ArticleApi api;
    private long next;

    TestApi(Map<String, String> tokens, Orders orders, Clock clock) throws Exception {
        archive.prepare();
        archive.positions(List.of(PARTITION));
        api = new ArticleApi(
                new ApiConfig("127.0.0.1", 0, tokens), new Library(database), new OrderBook(database), orders, clock);
        api.start();
    }

    /** Tells the archive, and makes what it was told searchable. */
    void tell(List<Entry> entries) throws Exception {
        archive.apply(entries, Map.of(PARTITION, new Advance(next, next + entries.size())), (index, why) -> {
            throw new AssertionError(why);
        });
        next += entries.size();
        var indexer = new Indexer(database);
        while (indexer.round() > 0) {
            // until nothing is due
        }
    }

    JsonNode json(String path) throws Exception {
        HttpResponse<String> answer = get(path, null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    List<String> ids(String path) throws Exception {
        return json(path).get("articles").findValuesAsText("id");
    }

    HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    HttpResponse<String> post(String path, @Nullable String token, String body)
            throws IOException, InterruptedException {
        return send(request(path, token).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(api.address() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        api.close();
        database.close();
        http.close();
    }
}
