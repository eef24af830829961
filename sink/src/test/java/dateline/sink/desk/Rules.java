package dateline.sink.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Desks as a configuration would give them, quotes left out for reading. */
public final class Rules {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES, JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    private Rules() {}

    public static Desks desks(String rules) {
        try {
            return new Desks(JSON.readValue(rules, new TypeReference<Map<String, DeskRule>>() {}));
        } catch (ValueInstantiationException e) {
            throw e.getCause() instanceof IllegalArgumentException refused ? refused : new IllegalStateException(e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
