package dateline.launcher;

import dateline.enrich.Enrich;
import dateline.ingest.Ingest;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Lineage;
import dateline.schemas.Topics;
import java.io.PrintWriter;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import wire.DeadLetter;

/**
 * Counts what comes in and what becomes of it, from the topics themselves: every raw item is read, refused as a dead letter,
 * or of no note. Prints the account whenever it has changed and the reader and enrich have caught up.
 */
final class Tally implements AutoCloseable {
    private static final long QUIET_NANOS = 1_500_000_000L;

    private final PrintWriter out;
    private final TopicReader<byte[]> reader;
    private final StageProgress progress;
    private final Deserializer<DeadLetter> letters;

    private final Map<Integer, BitSet> read = new HashMap<>();
    private final Map<Integer, BitSet> refused = new HashMap<>();
    private long landed;
    private long items;
    private long articles;
    private long deadLetters;
    private long lastChange;
    private boolean changed;

    /** Counts from now on. */
    Tally(KafkaConfig kafka, PrintWriter out) throws Failure {
        this.out = out;
        letters = kafka.topics().deadLetters().values().deserializer();
        reader = new TopicReader<>(
                kafka,
                List.of(Topics.RAW, Topics.ITEMS, Topics.ARTICLES, Topics.DEAD_LETTERS),
                new ByteArrayDeserializer());
        progress = new StageProgress(kafka);
    }

    /** Counts and prints for as long as it is wanted. */
    void run(BooleanSupplier wanted) {
        reader.follow(this::count, () -> {
            if (changed && System.nanoTime() - lastChange > QUIET_NANOS) {
                if (progress.hasCaughtUp(Ingest.READER) && progress.hasCaughtUp(Enrich.NAME)) {
                    changed = false;
                    out.println(account());
                    out.flush();
                } else {
                    lastChange = System.nanoTime();
                }
            }
            return wanted.getAsBoolean();
        });
    }

    private void count(ConsumerRecord<String, byte[]> record) {
        switch (record.topic()) {
            case Topics.RAW -> landed++;
            case Topics.ITEMS -> {
                items++;
                Lineage.of(record.headers()).ifPresent(raw -> mark(read, raw));
            }
            case Topics.ARTICLES -> articles++;
            default -> {
                DeadLetter letter = letters.deserialize(record.topic(), record.value());
                if (letter.getRetried() == null) {
                    deadLetters++;
                    Optional.of(letter)
                            .filter(about -> about.getTopic().equals(Topics.RAW))
                            .ifPresent(about -> mark(refused, new Lineage(about.getPartition(), about.getOffset())));
                }
            }
        }
        changed = true;
        lastChange = System.nanoTime();
    }

    private static void mark(Map<Integer, BitSet> seen, Lineage raw) {
        // An offset is a long, but no log of ours has two thousand million records in one partition.
        seen.computeIfAbsent(raw.partition(), partition -> new BitSet()).set((int) raw.offset());
    }

    private String account() {
        long gaveItems = read.values().stream().mapToInt(BitSet::cardinality).sum();
        long gaveNone = refused.entrySet().stream()
                .mapToInt(entry -> {
                    BitSet only = (BitSet) entry.getValue().clone();
                    only.andNot(read.getOrDefault(entry.getKey(), new BitSet()));
                    return only.cardinality();
                })
                .sum();
        return "landed %d = %d read + %d refused + %d of no note;  %d items, %d articles, %d dead letters"
                .formatted(landed, gaveItems, gaveNone, landed - gaveItems - gaveNone, items, articles, deadLetters);
    }

    @Override
    public void close() {
        reader.close();
        progress.close();
    }
}
