package dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.sink.json.ArticleJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Event;

/** What a reader of each tagged topic knows, who refuses a record that can't follow what it was told before. */
final class TaggedTopics {
    /** What the topic last said of an item; an item not in it was never there, or is forgotten. */
    private final Map<String, Map<String, Article>> latest = new HashMap<>();
    /** Items that some topic carried as news since they were last forgotten. */
    private final Set<String> news = new HashSet<>();

    void told(String topic, List<KeyValue<String, Article>> records) {
        Map<String, Article> known = latest.computeIfAbsent(topic, name -> new HashMap<>());
        for (KeyValue<String, Article> record : records) {
            check(topic, known.get(record.key), record);
            if (record.value == null) {
                known.remove(record.key);
            } else {
                known.put(record.key, record.value);
            }
        }
    }

    private void check(String topic, @Nullable Article before, KeyValue<String, Article> record) {
        String told = topic + " is told of " + record;
        Article article = record.value;
        if (article == null) {
            assertThat(before).as(told).isNotNull();
            return;
        }
        assertThat(article.getRouted()).as(told).isNotNull();
        switch (article.getEvent()) {
            case KILLED -> {
                assertThat(before).as(told).isNotNull();
                assertThat(article.toString()).as(told).doesNotContain(Filed.HEADLINE, Filed.BODY);
            }
            case RETRACTED -> {
                assertThat(before).as(told).isNotNull().matches(ArticleJson::isReadable);
                assertThat(article.toString()).as(told).doesNotContain(Filed.BODY);
            }
            case PUBLISHED, REVISED -> {
                assertThat(article).as(told).matches(ArticleJson::isReadable);
                assertThat(article.getBodyText()).as(told).contains(Filed.BODY);
                assertThat(article.getBackfill() && !news.contains(record.key))
                        .as("archive copy as news: " + told)
                        .isFalse();
                if (!article.getBackfill()) {
                    news.add(record.key);
                }
            }
        }
    }

    /** The bodies of the items that stand on a topic, by id. */
    Map<String, String> standing(String topic) {
        return latest.getOrDefault(topic, Map.of()).values().stream()
                .filter(ArticleJson::isReadable)
                .collect(Collectors.toMap(Article::getId, Article::getBodyText));
    }

    /** Whether the item was news to any topic. */
    boolean wasNews(String id) {
        return news.contains(id);
    }

    /** The item was killed for good, or taken off: every topic that ever had it must say so. */
    void mustBeOff(String id) {
        latest.forEach((topic, known) -> {
            if (known.containsKey(id)) {
                assertThat(known.get(id).getEvent()).as("%s on %s", id, topic).isEqualTo(Event.KILLED);
            }
        });
    }

    void mustBeForgotten(String id) {
        latest.forEach(
                (topic, known) -> assertThat(known).as("%s on %s", id, topic).doesNotContainKey(id));
        news.remove(id);
    }
}
