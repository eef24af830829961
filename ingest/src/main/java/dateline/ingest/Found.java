package dateline.ingest;

import static java.util.Objects.requireNonNullElse;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.schemas.RecordSize;
import dateline.schemas.UnusableRecordException;
import java.time.Instant;
import java.util.stream.Stream;
import wire.RawItem;
import wire.WireItem;

/** One thing found in a raw item: news, or something that cannot be used. */
sealed interface Found {
    int LONGEST_DETAIL = 500;

    record News(WireItem item) implements Found {

        /**
         * The provider's time for this version, milliseconds since 1970: when it was made, updated or published, else when
         * it landed. Never later than that, for Kafka takes no records from the future.
         */
        long timestamp() {
            Instant landed = item.getLanded();
            return Stream.of(item.getVersionCreated(), item.getUpdated(), item.getPublished())
                    .filter(time -> time != null && !time.isAfter(landed) && !time.isBefore(Instant.EPOCH))
                    .findFirst()
                    .orElse(landed)
                    .toEpochMilli();
        }
    }

    record Faulty(Rejected rejected) implements Found {}

    /** An item as a format read it, completed with what only the raw item knows. */
    static Found of(WireItem item, RawItem raw, Instant read) {
        if (item.getId().isBlank()) {
            return new Faulty(new Rejected(
                    Defect.NO_IDENTIFIER, "the format %s made an item without an id".formatted(item.getFormat())));
        }
        if (item.getId().length() > RecordSize.LONGEST_KEY) {
            return new Faulty(new Rejected(
                    Defect.TOO_LARGE,
                    "an item's id has %,d characters; at most %,d are taken"
                            .formatted(item.getId().length(), RecordSize.LONGEST_KEY)));
        }
        WireItem news = completed(item, raw, read);
        long bytes = RecordSize.of(news);
        return bytes <= RecordSize.LARGEST
                ? new News(news)
                : new Faulty(new Rejected(
                        Defect.TOO_LARGE,
                        "as a wire item it has %,d bytes; at most %,d are taken".formatted(bytes, RecordSize.LARGEST)));
    }

    private static WireItem completed(WireItem item, RawItem raw, Instant read) {
        return WireItem.newBuilder(item)
                .setFeed(raw.getFeed())
                .setSource(item.getSource().isEmpty() ? raw.getSource() : item.getSource())
                .setProvider(
                        item.getProvider().isEmpty()
                                ? requireNonNullElse(raw.getProvider(), raw.getFeed())
                                : item.getProvider())
                .setLanguage(item.getLanguage() == null ? raw.getLanguage() : item.getLanguage())
                .setBackfill(raw.getBackfill())
                .setLanded(raw.getLanded())
                .setRead(read)
                .build();
    }

    /** @throws UnusableRecordException if it is faulty, which makes it a dead letter */
    default void refuse() {
        if (this instanceof Faulty(var rejected)) {
            throw new UnusableRecordException(rejected.defect().name(), onOneLine(rejected.detail()));
        }
    }

    /** A detail may quote what came from outside, and it goes to logs and terminals. */
    private static String onOneLine(String detail) {
        String plain = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) + "…" : detail;
        return plain.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
