package dateline.enrich;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import dateline.enrich.entity.TaggerConfig;
import dateline.enrich.place.NewsRegion;
import dateline.enrich.place.Regions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How enrichment runs.
 *
 * @param threads how many stream threads this process runs; 1 to 64; a thread for each two processors unless given
 * @param window for how long copies of a story are looked for after it landed, and a copy is kept at hand to be shown again;
 *     a week unless given
 * @param killRetention how long the topics keep the word that an item was killed before they forget it; 30 days unless given
 * @param home by the name of a feed, what its copy is about where it does not say: a country (US) or a state of one (US-OH)
 * @param regions the newsroom's own regions by their slugs, besides those that ship or in place of one of them
 * @param tagger what finds names; the linear model that ships unless given
 * @param gazetteer a places file that {@code dateline gazetteer build} wrote; null for the one that ships
 */
@SuppressWarnings("NullAway") // Jackson hands in null for what the configuration leaves out, and so do we
public record EnrichConfig(
        Integer threads,
        Duration window,
        @JsonProperty("kill.retention") Duration killRetention,
        Map<String, String> home,
        Map<String, OwnRegion> regions,
        TaggerConfig tagger,
        @Nullable Path gazetteer) {
    private static final Pattern HOME = Pattern.compile("[A-Z]{2}(?:-[A-Z0-9]{1,3})?");
    private static final int MOST_THREADS = 64;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    /** What holds unless something else is given. */
    public static final EnrichConfig DEFAULT = new EnrichConfig(null, null, null, null, null, null, null);

    public EnrichConfig {
        threads = requireNonNullElse(threads, Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
        window = requireNonNullElse(window, WEEK);
        killRetention = requireNonNullElse(killRetention, MONTH);
        home = Map.copyOf(requireNonNullElse(home, Map.of()));
        regions = Map.copyOf(requireNonNullElse(regions, Map.of()));
        tagger = requireNonNullElse(tagger, TaggerConfig.DEFAULT);
        home.forEach((feed, where) -> {
            if (!HOME.matcher(where).matches()) {
                throw new IllegalArgumentException(
                        "enrich.home.%s is \"%s\": give a country such as US, or a state of one such as US-OH"
                                .formatted(feed, where));
            }
        });
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "enrich.threads is %d: give a number from 1 to %d".formatted(threads, MOST_THREADS));
        }
        positive("window", window);
        positive("kill.retention", killRetention);
    }

    /** The regions that ship and the newsroom's own. */
    public Regions allRegions() {
        return Regions.shipped()
                .with(new TreeMap<>(regions)
                        .entrySet().stream()
                                .map(region -> region.getValue().as(region.getKey()))
                                .toList());
    }

    /**
     * A region of the newsroom's own.
     *
     * @param name what people call it; its slug unless given
     * @param countries what it is made of, ISO 3166-1 alpha-2
     * @param seas names of its waters
     * @param names what copy calls it
     * @param adjectives words for what is of it
     * @param onlyNamed whether a story must name it, and to be about one of its countries is not enough; false unless given
     */
    public record OwnRegion(
            String name,
            List<String> countries,
            List<String> seas,
            List<String> names,
            List<String> adjectives,
            Boolean onlyNamed) {

        NewsRegion as(String slug) {
            return new NewsRegion(slug, name, requireNonNullElse(onlyNamed, false), countries, seas, names, adjectives);
        }
    }

    private static void positive(String key, Duration given) {
        if (given.isNegative() || given.isZero()) {
            throw new IllegalArgumentException("enrich.%s is %s: give a time such as 7d".formatted(key, given));
        }
    }
}
