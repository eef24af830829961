package dateline.enrich.place;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of the world that a newsroom sorts stories by.
 *
 * @param slug what its topic is called: lower-case letters, digits and hyphens
 * @param name what people call it; the slug unless given
 * @param onlyNamed true where a story must name it: being about one of its countries is not enough
 * @param countries the countries in it, ISO 3166-1 alpha-2
 * @param seas names of the waters in it
 * @param names names of it in copy
 * @param adjectives words for what is of it
 */
public record NewsRegion(
        String slug,
        String name,
        boolean onlyNamed,
        List<String> countries,
        List<String> seas,
        List<String> names,
        List<String> adjectives) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public NewsRegion {
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException(
                    "a region's name is \"%s\": give it 1 to 63 lower-case letters, digits and hyphens"
                            .formatted(slug));
        }
        name = requireNonNullElse(name, slug);
        countries = List.copyOf(requireNonNullElse(countries, List.of()));
        seas = List.copyOf(requireNonNullElse(seas, List.of()));
        names = List.copyOf(requireNonNullElse(names, List.of()));
        adjectives = List.copyOf(requireNonNullElse(adjectives, List.of()));
        for (String country : countries) {
            if (!COUNTRY.matcher(country).matches()) {
                throw new IllegalArgumentException(
                        "region %s has the country \"%s\": give two letters such as JP (ISO 3166-1)"
                                .formatted(slug, country));
            }
        }
        if (countries.isEmpty() && seas.isEmpty() && names.isEmpty() && adjectives.isEmpty()) {
            throw new IllegalArgumentException(
                    "region %s has neither countries nor seas nor names: give it one of them".formatted(slug));
        }
    }
}
