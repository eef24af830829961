package dateline.ingest;

import dateline.ingest.format.Formats;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.schemas.Topics;
import dateline.schemas.UnusableRecordException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Named;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.RawItem;

/** Raw items in; wire items out, and a dead letter for whatever of them cannot be read. */
public final class ReaderTopology {
    private static final Logger log = LoggerFactory.getLogger(ReaderTopology.class);

    private final Topics topics;
    private final Formats formats;
    private final Clock clock;

    /** @param clock tells when an item was read */
    public ReaderTopology(Topics topics, Formats formats, Clock clock) {
        this.topics = topics;
        this.formats = formats;
        this.clock = clock;
    }

    public Topology build() {
        var builder = new StreamsBuilder();

        var found = builder.stream(topics.raw().name(), topics.raw().consumed("raw-items"))
                .flatMapValues(this::read, Named.as("read"));

        found.filter((feed, one) -> one instanceof Found.Faulty, Named.as("faulty"))
                .foreach((feed, faulty) -> faulty.refuse(), Named.as("refuse"));

        found.filter((feed, one) -> one instanceof Found.News, Named.as("news"))
                .process(KeyedByItem::new, Named.as("key-by-item"))
                .to(topics.items().name(), topics.items().produced("wire-items"));

        return builder.build();
    }

    private List<Found> read(RawItem raw) {
        return switch (reading(raw)) {
            case Reading.Read(var items, var defects) ->
                Stream.concat(
                                items.stream().map(item -> Found.of(item, raw, clock.instant())),
                                defects.stream().map(Found.Faulty::new))
                        .toList();
            case Reading.Skipped(var why) -> {
                log.debug("feed {}: skipped, {}", raw.getFeed(), why);
                yield List.of();
            }
            case Rejected rejected -> List.of(new Found.Faulty(rejected));
        };
    }

    /** A stack that overflows would fail the thread, and the next thread over the same record, for ever. */
    private Reading reading(RawItem raw) {
        try {
            return formats.read(raw);
        } catch (StackOverflowError e) {
            throw new UnusableRecordException(Defect.TOO_LARGE.name(), "it is nested too deep to be read");
        }
    }
}
