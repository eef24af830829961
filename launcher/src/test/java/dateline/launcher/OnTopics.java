package dateline.launcher;

import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import dateline.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import wire.Article;

/**
 * The topics of a running Dateline, as someone outside of it reads them: what is committed, from the beginning to now.
 *
 * @param kafka its broker
 */
record OnTopics(KafkaConfig kafka) {

    /** The articles on a topic, in the order they were written to each of its partitions. */
    List<Article> articles(Function<Topics, Topic<Article>> topic) {
        var found = new ArrayList<Article>();
        readAll(topic, record -> found.add(record.value()));
        return found;
    }

    /** How many records there are of each key. */
    Map<String, Integer> times(Function<Topics, Topic<Article>> topic) {
        var times = new HashMap<String, Integer>();
        readAll(topic, record -> times.merge(record.key(), 1, Integer::sum));
        return times;
    }

    /** How many records there are, readable or not. */
    int count(String topic) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var reader = new TopicReader<>(kafka, List.of(topic), new ByteArrayDeserializer())) {
            reader.readAll(found::add);
        } catch (Failure e) {
            throw new AssertionError(e);
        }
        return found.size();
    }

    private void readAll(Function<Topics, Topic<Article>> topic, Consumer<ConsumerRecord<String, Article>> each) {
        try (var reader = new TopicReader<>(kafka, topic.apply(kafka.topics()))) {
            reader.readAll(each);
        } catch (Failure e) {
            throw new AssertionError(e);
        }
    }
}
