package dateline.launcher.config;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the environment's values for {@code ${NAME}} and {@code ${NAME:otherwise}} into a file's values as they are read. */
final class Substituting extends JsonParserDelegate {
    private static final Pattern NAME = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

    private final Map<String, String> environment;

    Substituting(JsonParser delegate, Map<String, String> environment) {
        super(delegate);
        this.environment = environment;
    }

    @Override
    public String getText() throws IOException {
        String text = super.getText();
        return currentToken() == JsonToken.VALUE_STRING && text.contains("${") ? substituted(text) : text;
    }

    @Override
    public String getValueAsString() throws IOException {
        return currentToken() == JsonToken.VALUE_STRING ? getText() : super.getValueAsString();
    }

    @Override
    public String getValueAsString(String otherwise) throws IOException {
        return currentToken() == JsonToken.VALUE_STRING ? getText() : super.getValueAsString(otherwise);
    }

    private String substituted(String text) throws JsonParseException {
        Matcher names = NAME.matcher(text);
        var result = new StringBuilder();
        while (names.find()) {
            String value = environment.getOrDefault(names.group(1), names.group(2));
            if (value == null) {
                throw new JsonParseException(
                        this,
                        "${%s} is not set in the environment; set it, or write ${%1$s:otherwise}"
                                .formatted(names.group(1)));
            }
            names.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return names.appendTail(result).toString();
    }
}
