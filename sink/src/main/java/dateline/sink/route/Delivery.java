package dateline.sink.route;

import org.jspecify.annotations.Nullable;
import wire.Article;

/**
 * What is sent to one topic.
 *
 * @param topic the topic's name
 * @param article the article, its retraction or its kill; null is a tombstone, by which the topic forgets the item
 */
public record Delivery(String topic, @Nullable Article article) {}
