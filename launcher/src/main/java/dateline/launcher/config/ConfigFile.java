package dateline.launcher.config;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads YAML into records: unknown keys refused, {@code ${NAME}} taken from the environment, mistakes named by line and key. */
public final class ConfigFile {
    private final ObjectMapper yaml = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new Values())
            .build();
    private final Map<String, String> environment;

    /** @param environment where {@code ${NAME}} is looked up */
    public ConfigFile(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** @throws ConfigException if the file cannot be read, or what it says cannot be used */
    public <T> T read(Path file, Class<T> type) throws ConfigException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigException(file + ": there is no such file");
        } catch (IOException e) {
            throw new ConfigException(file + ": cannot be read: " + e.getMessage());
        }
        return read(file.toString(), text, type);
    }

    /** @throws ConfigException if what the text says cannot be used; its message calls the text by this name */
    public <T> T read(String name, String text, Class<T> type) throws ConfigException {
        // An empty file is an empty tree, not a null.
        String tree = text.lines().allMatch(line -> line.isBlank() || line.startsWith("#")) ? "{}" : text;
        try (JsonParser parser = new Substituting(yaml.createParser(tree), environment)) {
            return yaml.readValue(parser, type);
        } catch (JsonMappingException e) {
            if (e.getCause() instanceof JsonParseException broken) {
                throw new ConfigException(name + ":" + broken.getLocation().getLineNr() + ": " + what(broken));
            }
            throw new ConfigException(name + ":" + KeyLines.of(tree, e.getPath()) + key(e) + ": " + what(e));
        } catch (JsonProcessingException e) {
            throw new ConfigException(name + ":" + e.getLocation().getLineNr() + ": " + what(e));
        } catch (IOException e) {
            throw new ConfigException(name + ": " + e.getMessage());
        }
    }

    private static String key(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", ": ");
    }

    private static String what(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                "unknown key; expected one of "
                        + unknown.getKnownPropertyIds().stream()
                                .map(String::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new))
                                .stream()
                                .collect(Collectors.joining(", "));
            case InvalidFormatException format
            when format.getTargetType().isEnum() ->
                "\"%s\" is none of %s"
                        .formatted(
                                format.getValue(),
                                Arrays.toString(format.getTargetType().getEnumConstants()));
            case ValueInstantiationException refused
            when refused.getCause() != null -> String.valueOf(refused.getCause().getMessage());
            default -> e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        };
    }
}
