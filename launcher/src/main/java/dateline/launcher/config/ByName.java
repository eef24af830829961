package dateline.launcher.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;

/** Reads things that a file lists by name, {@code kyodo: { … }}, into records whose constructor takes the name. */
public class ByName<T> extends StdDeserializer<List<T>> {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Class<T> type;

    protected ByName(Class<T> type) {
        super(List.class);
        this.type = type;
    }

    @Override
    public List<T> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return context.reportInputMismatch(this, "expected names, each with what it stands for: name: { … }");
        }
        var things = new ArrayList<T>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            try {
                things.add(context.readValue(named(name, parser, context), type));
            } catch (IOException e) {
                throw JsonMappingException.wrapWithPath(e, things, name);
            }
        }
        return things;
    }

    /** The named thing with its name among its keys. */
    private static JsonParser named(String name, JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw JsonMappingException.from(parser, "expected keys and values under this name");
        }
        TokenBuffer buffer = context.bufferForInputBuffering(parser);
        buffer.writeStartObject();
        buffer.writeStringField("name", name);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            buffer.copyCurrentStructure(parser);
        }
        buffer.writeEndObject();
        return buffer.asParserOnFirstToken();
    }
}
