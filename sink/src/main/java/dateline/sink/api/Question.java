package dateline.sink.api;

import dateline.sink.archive.Cursor;
import dateline.sink.archive.Search;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a query string asks. */
final class Question {
    static final int USUAL_LIMIT = 50;

    private static final List<String> SEARCH =
            List.of("region", "country", "entity", "desk", "group", "q", "since", "dedupe", "body", "limit", "before");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int LONGEST = 500;
    private static final int LONGEST_ID = 2_000;
    private static final int LONGEST_CURSOR = 8_000;

    private final Map<String, List<String>> parameters;

    private Question(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * The question that these parameters ask.
     *
     * @param known the names of those that there are
     */
    static Question of(Map<String, List<String>> parameters, List<String> known) throws BadParameterException {
        for (var entry : parameters.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw new BadParameterException(
                        entry.getKey().length() > 50 ? entry.getKey().substring(0, 50) + "…" : entry.getKey(),
                        known.isEmpty() ? "no parameters" : "one of " + String.join(", ", known));
            }
            if (entry.getValue().size() > 1) {
                throw new BadParameterException(entry.getKey(), "one value");
            }
        }
        return new Question(parameters);
    }

    static Search search(Map<String, List<String>> parameters) throws BadParameterException {
        Question question = of(parameters, SEARCH);
        return new Search(
                question.matching("region", SLUG, "a region's slug, such as middle-east"),
                question.matching("country", COUNTRY, "a country's ISO 3166-1 alpha-2 code in capitals, such as JP"),
                question.text("entity", LONGEST),
                question.matching("desk", SLUG, "a desk's name, such as asia"),
                question.text("group", LONGEST_ID),
                question.text("q", LONGEST),
                question.since(),
                question.flag("dedupe", false),
                question.flag("body", true),
                question.before(),
                question.limit());
    }

    /** A whole number from 1. */
    long number(String name, long otherwise) throws BadParameterException {
        String value = text(name, LONGEST);
        try {
            long number = value == null ? otherwise : Long.parseLong(value);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadParameterException(name, "a whole number from 1");
    }

    private boolean flag(String name, boolean otherwise) throws BadParameterException {
        String value = text(name, LONGEST);
        return switch (value) {
            case null -> otherwise;
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadParameterException(name, "true or false");
        };
    }

    private @Nullable String text(String name, int longest) throws BadParameterException {
        List<String> values = parameters.get(name);
        if (values == null || values.isEmpty()) {
            return null;
        }
        String value = values.getFirst().strip();
        if (value.isEmpty() || value.length() > longest || value.indexOf('\0') >= 0) {
            throw new BadParameterException(name, "text of 1 to " + longest + " characters");
        }
        return value;
    }

    private @Nullable String matching(String name, Pattern pattern, String expected) throws BadParameterException {
        String value = text(name, LONGEST);
        if (value != null && !pattern.matcher(value).matches()) {
            throw new BadParameterException(name, expected);
        }
        return value;
    }

    private @Nullable Instant since() throws BadParameterException {
        String value = text("since", LONGEST);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay().atOffset(ZoneOffset.UTC)
                    // A plus sign that was not escaped has become a space.
                    : OffsetDateTime.parse(value.replace(' ', '+'));
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new BadParameterException("since", "a time in ISO 8601, such as 2026-03-04T10:15:00Z or 2026-03-04");
    }

    private @Nullable Cursor before() throws BadParameterException {
        String value = text("before", LONGEST_CURSOR);
        if (value == null) {
            return null;
        }
        try {
            return Cursor.of(value);
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("before", "the value of \"next\" in an earlier answer");
        }
    }

    /** How many are wanted at most. */
    int limit() throws BadParameterException {
        String value = text("limit", LONGEST);
        if (value == null) {
            return USUAL_LIMIT;
        }
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= Search.MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadParameterException("limit", "a number from 1 to " + Search.MOST);
    }
}
