package dateline.ingest;

import dateline.ingest.Found.News;
import dateline.schemas.Lineage;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import wire.WireItem;

/** Gives each item its own key and time in place of its raw item's, and notes where that stands: no operator of the DSL can. */
final class KeyedByItem extends ContextualProcessor<String, Found, String, WireItem> {
    @Override
    public void process(Record<String, Found> record) {
        if (record.value() instanceof News news) {
            context()
                    .recordMetadata()
                    .ifPresent(raw -> new Lineage(raw.partition(), raw.offset()).writeTo(record.headers()));
            context()
                    .forward(record.withKey(news.item().getId())
                            .withValue(news.item())
                            .withTimestamp(news.timestamp()));
        }
    }
}
