package dateline.sink;

import static java.util.Objects.requireNonNullElse;

import dateline.sink.api.ApiConfig;
import dateline.sink.archive.ArchiveConfig;
import dateline.sink.desk.DeskRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How articles are delivered.
 *
 * @param desks rules by the desk's name; none unless given
 * @param archive where the archive is; null keeps none
 * @param api where the API listens; null opens none, and without an archive there is none to open
 * @param regions slugs of the regions that have a topic
 * @param topics slugs of the topics that have one
 * @param routers how many threads route; 1 unless given, 0 for none
 */
public record SinkConfig(
        Map<String, DeskRule> desks,
        @Nullable ArchiveConfig archive,
        @Nullable ApiConfig api,
        List<String> regions,
        List<String> topics,
        Integer routers) {
    // Jackson hands in null for what the configuration leaves out.
    @SuppressWarnings("NullAway")
    public SinkConfig {
        desks = Map.copyOf(requireNonNullElse(desks, Map.of()));
        regions = List.copyOf(requireNonNullElse(regions, List.of()));
        topics = List.copyOf(requireNonNullElse(topics, List.of()));
        routers = requireNonNullElse(routers, 1);
        if (routers == 0 && archive == null) {
            throw new IllegalArgumentException("a sink that neither routes nor archives has nothing to do");
        }
        if (api != null && archive == null) {
            throw new IllegalArgumentException("sink.api needs an archive to answer from: set archive.url");
        }
    }
}
