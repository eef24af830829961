package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a running Dateline answers over HTTP. */
final class Api implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String articles;

    /** @param articles the address that it gives as its API's */
    Api(String articles) {
        this.articles = articles;
    }

    /** The article's standing version. */
    JsonNode article(String id) {
        return get(articles + "/" + encoded(id));
    }

    /** How many versions of an article are kept. */
    int versions(String id) {
        return history(id).path("versions").size();
    }

    /** All versions of an article. */
    JsonNode history(String id) {
        return get(articles + "/" + encoded(id) + "/versions");
    }

    /**
     * All articles that a question finds, page by page.
     *
     * @param question as it stands in an address, name=value&name=value; empty for all there are
     */
    List<JsonNode> find(String question) {
        var found = new ArrayList<JsonNode>();
        String before = "";
        do {
            JsonNode page = get(articles + "?limit=200" + (question.isEmpty() ? "" : "&" + question) + before);
            page.path("articles").forEach(found::add);
            before = page.path("next").isTextual()
                    ? "&before=" + encoded(page.path("next").asText())
                    : "";
        } while (!before.isEmpty());
        return found;
    }

    /** The status that an address is answered with; 0 if nobody listens there. */
    static int status(URI address) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (ConnectException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private JsonNode get(String address) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            // It listens before the archive is open, and says so.
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
