package dateline.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.launcher.ChaosStory.Kind;
import dateline.launcher.ChaosStory.State;
import dateline.launcher.ChaosStory.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A day's copy of a wire that does everything that is hard: versions in any order and twice, corrections, kills of every
 * sort, embargoes, withheld copy, copies and updates under ids of their own. The same for the same seed.
 */
final class ChaosCopy {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IN_A_FILE = 100;

    private final Random random;
    private final List<ChaosStory> stories = new ArrayList<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Integer> filed = new LinkedHashMap<>();

    /** One version on its way, as part of a file or, if it kills another, a file of its own. */
    private record Filing(ChaosStory story, Version version) {}

    /** @param versions how many versions there are in all, each counted once however often it is filed */
    ChaosCopy(long seed, int versions) throws IOException {
        random = new Random(seed);
        write(versions);
        file();
    }

    List<ChaosStory> stories() {
        return Collections.unmodifiableList(stories);
    }

    /** The files by name, in the order they are to be dropped. */
    Map<String, byte[]> files() {
        return Collections.unmodifiableMap(files);
    }

    /** How often each version is filed, by item id and version. */
    Map<String, Integer> filed() {
        return Collections.unmodifiableMap(filed);
    }

    private void write(int versions) {
        for (int i = 0; i < Math.max(1, versions / 500); i++) {
            kin(Kind.COPIED, false);
            kin(Kind.UPDATED, false);
            kin(Kind.COPIED, true);
            kin(Kind.UPDATED, true);
        }
        var usual = List.of(Kind.values());
        int left = versions
                - stories.stream().mapToInt(story -> story.versions().size()).sum();
        while (left > 0) {
            Kind kind = random.nextInt(10) < 6 ? Kind.PLAIN : usual.get(random.nextInt(Kind.ALONE));
            int most = left - kind.killers();
            int count = Math.min(most, kind.fewest() + random.nextInt(6));
            if (count < kind.fewest()) {
                kind = Kind.PLAIN;
                count = left;
            }
            var story = new ChaosStory(stories.size(), kind, count, random);
            stories.add(story);
            left -= count;
            if (kind.killers() > 0) {
                stories.add(story.killer(stories.size()));
                left--;
            }
        }
    }

    /** An original with what another agency, or its own, makes of it; killed later on, or not. */
    private void kin(Kind kind, boolean killed) {
        var original = new ChaosStory(
                stories.size(),
                killed ? Kind.KILLED_ORIGINAL : kind == Kind.UPDATED ? Kind.OVERTAKEN : Kind.ORIGINAL,
                1,
                random);
        stories.add(original);
        stories.add(original.retold(stories.size(), kind));
        if (killed) {
            stories.add(original.killer(stories.size()));
        }
    }

    private void file() throws IOException {
        List<Filing> all = stories.stream()
                .flatMap(story -> story.versions().stream().map(version -> new Filing(story, version)))
                .collect(Collectors.toCollection(ArrayList::new));
        for (int i = all.size() / 20; i > 0; i--) {
            all.add(all.get(random.nextInt(all.size())));
        }
        Collections.shuffle(all, random);
        // Some kills come right before the first version of their story, however the dice fall.
        Map<String, List<Filing>> early = all.stream()
                .filter(filing -> filing.story().killsEarly())
                .collect(Collectors.groupingBy(
                        filing -> String.valueOf(filing.story().kills())));
        List<Filing> ordered = all.stream()
                .filter(filing -> !filing.story().killsEarly())
                .flatMap(filing -> Stream.concat(
                        Optional.ofNullable(early.remove(filing.story().uri())).stream()
                                .flatMap(List::stream),
                        Stream.of(filing)))
                .toList();
        List<Filing> batch = new ArrayList<>();
        for (Filing filing : ordered) {
            filed.merge(key(filing.story().id(), filing.version().name()), 1, Integer::sum);
            if (filing.story().kills() != null) {
                file("kill", "xml", nitf(filing.story(), filing.version()).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            batch.add(filing);
            if (batch.size() == IN_A_FILE) {
                file("wire", "json", ninjs(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            file("wire", "json", ninjs(batch));
        }
    }

    static String key(String id, String version) {
        return id + " v" + version;
    }

    private void file(String what, String ending, byte[] bytes) {
        files.put("%05d-%s.%s".formatted(files.size(), what, ending), bytes);
    }

    private static byte[] ninjs(List<Filing> filings) throws IOException {
        ArrayNode list = JSON.createArrayNode();
        for (Filing filing : filings) {
            ChaosStory story = filing.story();
            Version version = filing.version();
            ObjectNode item = list.addObject()
                    .put("uri", story.uri())
                    .put("provider", story.provider())
                    .put("version", version.name())
                    .put("firstcreated", story.begun().toString())
                    .put("versioncreated", version.created().toString())
                    .put("language", "en")
                    .put("pubstatus", version.state().said());
            if (version.state() == State.CANCELED) {
                continue;
            }
            item.put("headline", version.headline())
                    .put("slugline", version.slug())
                    .put("byline", "By " + version.word())
                    .put("ednote", "To editors: " + version.word())
                    .put("body_text", version.body());
            item.putArray("keywords").add(version.word());
            if (version.state() == State.EMBARGOED) {
                item.put("embargoed", ChaosStory.FAR_OFF.toString());
            }
        }
        return JSON.writeValueAsBytes(list);
    }

    private static String nitf(ChaosStory killer, Version version) {
        return """
                <nitf><head><docdata management-status="canceled" management-doc-idref="%s" management-idref-status="canceled">
                <doc-id id-string="%s"/><date.issue norm="%s"/></docdata></head>
                <body><body.head><distributor>%s</distributor></body.head></body></nitf>
                """.formatted(killer.kills(), killer.uri(), version.created(), killer.provider());
    }
}
