package dateline.sink.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.json.ArticleJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wire.Article;

/** A version of an item as it is written to PostgreSQL. Text holds no NUL, which PostgreSQL refuses. */
record Row(
        Key key,
        boolean killed,
        @Nullable String killReason,
        String status,
        String event,
        String provider,
        String feed,
        @Nullable String language,
        int urgency,
        String headline,
        @Nullable OffsetDateTime published,
        @Nullable OffsetDateTime updated,
        OffsetDateTime landed,
        OffsetDateTime filed,
        List<String> countries,
        List<String> regions,
        List<String> topics,
        List<String> entities,
        List<String> desks,
        String article,
        @Nullable String bodyText,
        @Nullable String bodyHtml) {

    /** What tells versions apart. */
    record Key(String id, String version, OffsetDateTime time) {}

    static Row of(Article article, boolean kill, List<String> desks) {
        ObjectNode json = ArticleJson.of(article);
        String bodyText = text(json.remove("body_text"));
        String bodyHtml = text(json.remove("body_html"));
        Instant landed = article.getLanded();
        Instant provider = first(article.getUpdated(), article.getVersionCreated(), article.getPublished(), landed);
        return new Row(
                new Key(
                        json.get("id").asText(),
                        json.get("version").asText(),
                        utc(first(article.getVersionCreated(), landed))),
                kill,
                text(json.get("kill_reason")),
                json.get("status").asText(),
                json.get("event").asText(),
                json.get("provider").asText(),
                json.get("feed").asText(),
                text(json.get("language")),
                article.getUrgency(),
                json.get("headline").asText(),
                article.getPublished() == null ? null : utc(article.getPublished()),
                article.getUpdated() == null ? null : utc(article.getUpdated()),
                utc(landed),
                utc(provider.isAfter(landed) ? landed : provider),
                texts(json.get("countries")),
                texts(json.get("regions")),
                texts(json.get("topics")),
                json.get("entities")
                        .valueStream()
                        .map(entity -> entity.get("text").asText().toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList(),
                desks,
                json.toString(),
                bodyText,
                bodyHtml);
    }

    /** The same version, known to be killed: its fact and the reason stay. */
    Row killed(String reason) {
        return new Row(
                key,
                true,
                reason,
                "canceled",
                event,
                provider,
                feed,
                language,
                urgency,
                headline,
                published,
                updated,
                landed,
                filed,
                countries,
                regions,
                topics,
                List.of(),
                List.of(),
                ArticleJson.killed(article, reason),
                null,
                null);
    }

    private static Instant first(@Nullable Instant... times) {
        for (Instant time : times) {
            if (time != null) {
                return time;
            }
        }
        throw new IllegalArgumentException("no time at all");
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
