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
        boolean late,
        boolean kill,
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
        @Nullable String group,
        @Nullable String supersededBy,
        String article,
        @Nullable String bodyText,
        @Nullable String bodyHtml) {

    private static final String CANCELED = "canceled";

    /** What tells versions apart. */
    record Key(String id, String version, OffsetDateTime time) {}

    /**
     * The row of an article; without any copy, if that is a kill.
     *
     * @param late whether it came when a later version stood already
     * @param desks which desks want it
     */
    static Row of(Article article, boolean late, List<String> desks) {
        ObjectNode json = ArticleJson.of(article);
        String bodyText = text(json.remove("body_text"));
        String bodyHtml = text(json.remove("body_html"));
        Instant landed = article.getLanded();
        Instant provider = first(article.getUpdated(), article.getVersionCreated(), article.getPublished(), landed);
        var row = new Row(
                new Key(
                        json.get("id").asText(),
                        json.get("version").asText(),
                        utc(first(article.getVersionCreated(), landed))),
                late,
                ArticleJson.isKill(article),
                false,
                text(json.get("kill_reason")),
                json.get("status").asText(),
                json.get("event").asText(),
                json.get("provider").asText(),
                json.get("feed").asText(),
                text(json.get("language")),
                json.path("urgency").asInt(),
                json.path("headline").asText(""),
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
                text(json.get("group")),
                text(json.get("superseded_by")),
                json.toString(),
                bodyText,
                bodyHtml);
        return row.kill ? row.emptied(row.killReason) : row;
    }

    /** The same version after a kill: who filed it and when. */
    Row fallen() {
        return emptied(null);
    }

    private Row emptied(@Nullable String reason) {
        return new Row(
                key,
                late,
                kill,
                true,
                reason,
                CANCELED,
                event,
                provider,
                feed,
                null,
                0,
                "",
                published,
                updated,
                landed,
                filed,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                ArticleJson.facts(article),
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
