package dateline.enrich;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dateline.enrich.kin.Kinship;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import wire.Bearers;
import wire.Enquiry;
import wire.Kin;
import wire.KinFound;
import wire.Notice;
import wire.Relation;
import wire.Relative;

/**
 * The step that keeps a share of the index of kin: which items bear which marks, and what they look like. Nothing here says
 * a word of any copy. What landed longer ago than the window is forgotten.
 */
final class KinIndex implements ProcessorSupplier<String, Enquiry, String, Notice> {
    private static final String KIN = "kin";
    private static final String MARKS = "bearers-of-marks";
    private static final String AGES = "kin-by-age";
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int FORGOTTEN_AT_ONCE = 5_000;
    /** Of those that bear a mark, so many of the newest are known; boilerplate gives a mark to thousands. */
    private static final int NEWEST = 40;
    /** And so many of the oldest, for the head of a group that hundreds have copied is among them. */
    private static final int OLDEST = 10;

    private static final int DIGITS = 19;
    private static final String BETWEEN_MARKS = "/";
    private static final String BY_NAME = "/kills";

    private static final int MOST_COMPARED = 24;
    private static final int MOST_TOLD = 50;

    private final Topics topics;
    private final EnrichConfig config;

    KinIndex(Topics topics, EnrichConfig config) {
        this.topics = topics;
        this.config = config;
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        // In one order, for a document of the topology holds it.
        return new LinkedHashSet<>(List.of(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(KIN), Topic.KEYS, topics.kept(Kin.class)),
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(MARKS), Topic.KEYS, topics.kept(Bearers.class)),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(AGES), Topic.KEYS, Serdes.String())));
    }

    @Override
    public Processor<String, Enquiry, String, Notice> get() {
        return new Step();
    }

    private static String under(long mark) {
        return HexFormat.of().toHexDigits(mark);
    }

    private static String at(Instant landed) {
        String millis = String.valueOf(Math.max(0, landed.toEpochMilli()));
        return "0".repeat(DIGITS - millis.length()) + millis + "/";
    }

    /** One that bears a mark: its age first, so that they stand in order. */
    private static String bearer(Kin kin) {
        return at(kin.getLanded()) + place(kin);
    }

    private static String placeOf(String bearer) {
        return bearer.substring(bearer.indexOf('/') + 1);
    }

    /** A kill by name stands beside what its own item looks like, and not in its place. */
    private static String place(Kin kin) {
        return kin.getByName() ? kin.getId() + BY_NAME : kin.getId();
    }

    // Kafka calls init before anything else.
    @SuppressWarnings("NullAway.Init")
    private final class Step implements Processor<String, Enquiry, String, Notice> {
        private ProcessorContext<String, Notice> context;
        private KeyValueStore<String, Kin> kin;
        private KeyValueStore<String, Bearers> marks;
        private KeyValueStore<String, String> ages;

        @Override
        public void init(ProcessorContext<String, Notice> started) {
            context = started;
            kin = started.getStateStore(KIN);
            marks = started.getStateStore(MARKS);
            ages = started.getStateStore(AGES);
            started.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> forget());
        }

        @Override
        public void process(Record<String, Enquiry> record) {
            Enquiry enquiry = record.value();
            String id = place(enquiry.getKin());
            Kin before = kin.get(id);
            if (before != null) {
                enquiry.getFormer().forEach(mark -> remove(under(mark), bearer(before)));
            }
            boolean killsUnknown = enquiry.getKin().getKilled() != null
                    && !enquiry.getKin().getByName()
                    && enquiry.getKin().getSketch().getWords() == 0
                    && before == null;
            if (enquiry.getMarks().isEmpty() || killsUnknown) {
                return;
            }
            Kin asker = known(before, enquiry.getKin());
            List<String> together = keep(before, asker, enquiry.getMarks());
            List<Relative> relatives = new ArrayList<>();
            for (Kin other : candidates(id, together)) {
                Relative relative = Kinship.between(asker, other);
                if (relative.getRelation() != Relation.NONE) {
                    relatives.add(relative);
                    if (concerns(asker, other, relative)) {
                        answer(record, other.getId(), "", enquiry.getShare(), List.of(Kinship.between(other, asker)));
                    }
                }
            }
            if (!enquiry.getRound().isEmpty()) {
                relatives.sort(comparing(Relative::getFiled).thenComparing(Relative::getLanded));
                List<Relative> told = relatives.subList(0, Math.min(MOST_TOLD, relatives.size()));
                answer(record, record.key(), enquiry.getRound(), enquiry.getShare(), told);
            }
        }

        /** A kill says no more of its story than that; what it looks like is known. */
        private Kin known(@Nullable Kin before, Kin said) {
            return before == null || said.getKilled() == null
                    ? said
                    : Kin.newBuilder(before)
                            .setKilled(said.getKilled())
                            .setKillReason(said.getKillReason())
                            .build();
        }

        /** Keeps it under its marks; all who bear one of them too, once for each mark. */
        private List<String> keep(@Nullable Kin before, Kin asker, List<Long> under) {
            if (before != null && !before.getLanded().equals(asker.getLanded())) {
                forget(bearer(before));
            }
            kin.put(place(asker), asker);
            String bearer = bearer(asker);
            ages.put(bearer, under.stream().map(KinIndex::under).collect(joining(BETWEEN_MARKS)));
            return under.stream()
                    .flatMap(mark -> add(under(mark), bearer).stream())
                    .toList();
        }

        private List<String> bearers(String mark) {
            Bearers known = marks.get(mark);
            return known == null ? List.of() : known.getOf();
        }

        /** Notes a bearer of a mark; all that are known of it then. */
        private List<String> add(String mark, String bearer) {
            List<String> known = bearers(mark);
            int place = Collections.binarySearch(known, bearer);
            if (place >= 0) {
                return known;
            }
            List<String> more = new ArrayList<>(known);
            more.add(-place - 1, bearer);
            if (more.size() > OLDEST + NEWEST) {
                more.remove(OLDEST);
            }
            marks.put(mark, new Bearers(more));
            return more;
        }

        private void remove(String mark, String bearer) {
            List<String> known = bearers(mark);
            List<String> rest =
                    known.stream().filter(other -> !other.equals(bearer)).toList();
            if (rest.isEmpty()) {
                marks.delete(mark);
            } else if (rest.size() < known.size()) {
                marks.put(mark, new Bearers(rest));
            }
        }

        /** Those that share a mark, most marks first. */
        private List<Kin> candidates(String id, List<String> together) {
            Map<String, Integer> shared = new HashMap<>();
            together.forEach(bearer -> shared.merge(placeOf(bearer), 1, Integer::sum));
            shared.remove(id);
            return shared.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST_COMPARED)
                    .map(entry -> kin.get(entry.getKey()))
                    .filter(found -> found != null)
                    .toList();
        }

        /** Whether the other has anything to learn: that it is a copy of the asker, replaced by it, or killed with it. */
        private boolean concerns(Kin asker, Kin other, Relative relative) {
            return asker.getKilled() != null
                    || relative.getRelation() == Relation.UPDATE
                    || Kinship.isEarlier(asker, other);
        }

        private void answer(
                Record<String, Enquiry> record, String to, String round, int share, List<Relative> relatives) {
            var found = KinFound.newBuilder()
                    .setRound(round)
                    .setShare(share)
                    .setRelatives(relatives)
                    .build();
            context.forward(record.withKey(to)
                    .withValue(Notice.newBuilder().setWord(found).build()));
        }

        private void forget() {
            Instant newest;
            try (KeyValueIterator<String, String> last = ages.reverseAll()) {
                if (!last.hasNext()) {
                    return;
                }
                String key = last.next().key;
                newest = Instant.ofEpochMilli(Long.parseLong(key.substring(0, key.indexOf('/'))));
            }
            List<String> old = new ArrayList<>();
            try (KeyValueIterator<String, String> first =
                    ages.range(at(Instant.EPOCH), at(newest.minus(config.window())))) {
                while (first.hasNext() && old.size() < FORGOTTEN_AT_ONCE) {
                    old.add(first.next().key);
                }
            }
            for (String aged : old) {
                kin.delete(placeOf(aged));
                forget(aged);
            }
        }

        private void forget(String aged) {
            String under = ages.delete(aged);
            if (under != null) {
                for (String mark : under.split(BETWEEN_MARKS, -1)) {
                    remove(mark, aged);
                }
            }
        }
    }
}
