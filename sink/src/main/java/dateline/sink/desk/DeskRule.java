package dateline.sink.desk;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a desk wants: every condition given must hold, and any value of a condition satisfies it. A condition may be given
 * one value in place of a list. Names and words are compared without regard to case.
 *
 * @param countries countries the article is about, ISO 3166-1 alpha-2 in capitals (and XK, Kosovo)
 * @param regions slugs of regions it is about
 * @param topics slugs of topics it is about
 * @param entities names it mentions, whole, as they stand in the copy
 * @param providers who filed it
 * @param feeds the feeds that brought it
 * @param languages its language, BCP 47; "en" takes "en-GB" too (RFC 4647, 3.3.1)
 * @param subjects its subjects, by code or by name
 * @param text words or phrases in headline or body, whole words
 * @param maxUrgency the highest urgency wanted, 1 (flash) to 9; an article whose wire gave none does not satisfy it
 * @param any rules of which one must hold
 * @param all rules that must all hold
 * @param not a rule that must not hold
 * @param dedupe true for one of each group of copies: the desk takes the earliest that is filed by the providers and brought
 *     by the feeds it asks for, and no copies of that. In all else copies are taken to be alike. Only at the top of a desk's
 *     rule; false unless given
 */
public record DeskRule(
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> countries,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> regions,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> topics,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> entities,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> providers,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> feeds,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> languages,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> subjects,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> text,
        @Nullable Integer maxUrgency,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<DeskRule> any,
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY) List<DeskRule> all,
        @Nullable DeskRule not,
        Boolean dedupe) {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String KOSOVO = "XK";

    // Jackson hands in null for what the configuration leaves out.
    @SuppressWarnings("NullAway")
    public DeskRule {
        countries = values("countries", countries);
        regions = values("regions", regions);
        topics = values("topics", topics);
        entities = values("entities", entities);
        providers = values("providers", providers);
        feeds = values("feeds", feeds);
        languages = values("languages", languages);
        subjects = values("subjects", subjects);
        text = values("text", text);
        any = List.copyOf(requireNonNullElse(any, List.of()));
        all = List.copyOf(requireNonNullElse(all, List.of()));
        dedupe = requireNonNullElse(dedupe, false);

        each("countries", countries, DeskRule::country);
        each("regions", regions, DeskRule::slug);
        each("topics", topics, DeskRule::slug);
        each("languages", languages, DeskRule::language);
        each("text", text, DeskRule::words);
        if (maxUrgency != null && (maxUrgency < 1 || maxUrgency > 9)) {
            throw new IllegalArgumentException("maxUrgency is " + maxUrgency + ": give 1 (flash) to 9");
        }
        if (Stream.concat(Stream.of(any, all).flatMap(List::stream), Stream.ofNullable(not))
                .anyMatch(DeskRule::dedupe)) {
            throw new IllegalArgumentException("dedupe stands within any, all or not: give it once, beside them");
        }
        boolean lists = List.of(
                        countries, regions, topics, entities, providers, feeds, languages, subjects, text, any, all)
                .stream()
                .allMatch(List::isEmpty);
        if (lists && maxUrgency == null && not == null) {
            throw new IllegalArgumentException("the rule is empty: give at least one of countries, regions, topics, "
                    + "entities, providers, feeds, languages, subjects, text, maxUrgency, any, all, not");
        }
    }

    private static List<String> values(String condition, @Nullable List<String> given) {
        if (given == null) {
            return List.of();
        }
        if (given.isEmpty()) {
            throw new IllegalArgumentException(condition + " is empty: give a value, or leave it out");
        }
        return given.stream()
                .map(value -> {
                    if (value == null || value.isBlank()) {
                        throw new IllegalArgumentException(
                                condition + " has an empty value: give a value, or leave it out");
                    }
                    return value.strip();
                })
                .toList();
    }

    /** @param defect answers what is wrong with a value, or null */
    private static void each(String condition, List<String> values, Function<String, @Nullable String> defect) {
        for (String value : values) {
            String wrong = defect.apply(value);
            if (wrong != null) {
                throw new IllegalArgumentException(condition + " has \"" + value + "\": " + wrong);
            }
        }
    }

    private static @Nullable String country(String value) {
        if (COUNTRIES.contains(value) || value.equals(KOSOVO)) {
            return null;
        }
        if (value.equals("UK")) {
            return "the United Kingdom is GB in ISO 3166-1";
        }
        String capitals = value.toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(capitals)
                ? "write " + capitals
                : "not a country of ISO 3166-1 alpha-2, such as JP" + (value.equals("false") ? " (quote \"NO\")" : "");
    }

    private static @Nullable String slug(String value) {
        return value.matches("[a-z0-9]+(-[a-z0-9]+)*") ? null : "not a slug, such as middle-east";
    }

    private static @Nullable String language(String value) {
        return value.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*") ? null : "not a language of BCP 47, such as en";
    }

    private static @Nullable String words(String value) {
        return value.codePoints().anyMatch(Character::isLetterOrDigit) ? null : "no word in it";
    }
}
