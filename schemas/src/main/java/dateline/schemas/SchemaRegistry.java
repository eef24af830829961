package dateline.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A schema registry that speaks Confluent's REST API, as Confluent's, Apicurio's ({@code /apis/ccompat/v7}), Karapace and
 * Redpanda's do. Each schema is asked for once.
 */
public final class SchemaRegistry {
    private static final String JSON = "application/vnd.schemaregistry.v1+json";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI address;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** @param address the address of the API's root, without a slash at its end */
    public SchemaRegistry(String address) {
        this.address = URI.create(address);
    }

    /**
     * The schema's id under a subject, registering it there if it is new.
     *
     * @throws SerializationException if the registry refuses the schema or does not answer
     */
    int id(String subject, Schema schema) {
        return ids.computeIfAbsent(subject, s -> {
            String body =
                    json.createObjectNode().put("schema", schema.toString()).toString();
            return ask(request("/subjects/" + s + "/versions").POST(HttpRequest.BodyPublishers.ofString(body)))
                    .path("id")
                    .asInt();
        });
    }

    /**
     * The schema that an id stands for.
     *
     * @throws SerializationException if the registry does not know it or does not answer
     */
    Schema schema(int id) {
        return schemas.computeIfAbsent(
                id,
                i -> new Schema.Parser()
                        .parse(ask(request("/schemas/ids/" + i).GET())
                                .path("schema")
                                .asText()));
    }

    /** The registry does not answer: no fault of the record, so to be tried again. */
    static final class Unreachable extends SerializationException {
        private static final long serialVersionUID = 1L;

        Unreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Content-Type", JSON)
                .header("Accept", JSON);
    }

    private JsonNode ask(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new SerializationException("schema registry answered " + answer.statusCode() + " to "
                        + request.uri() + ": " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new Unreachable("schema registry " + request.uri() + " cannot be asked: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted while asking " + request.uri(), e);
        }
    }
}
