package dateline.sink.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Changes;
import wire.Credits;
import wire.Dateline;
import wire.Entity;
import wire.Event;
import wire.MediaRef;
import wire.Place;
import wire.Status;
import wire.Subject;

/**
 * An article as JSON: the names that {@code parse} and {@code annotate} print, times in ISO 8601 UTC, null for what is not
 * known. Of copy that may not be used, killed, withheld or retracted, only the facts are there: which item and version it is,
 * who filed it and when, and why it is off.
 */
public final class ArticleJson {
    /**
     * The fields that stay when an article may not be used. All others go: the headline may be what was wrong, and tags, slug
     * and addresses tell the copy too.
     */
    public static final List<String> FACTS = List.of(
            "id",
            "version",
            "version_created",
            "status",
            "event",
            "kill_reason",
            "provider",
            "feed",
            "format",
            "published",
            "updated",
            "backfill",
            "landed",
            "read",
            "enriched",
            "routed");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final ObjectNode NOTHING =
            withoutCopy(whole(Article.newBuilder().build()));

    private ArticleJson() {}

    /** The article on one line, without the line's end. */
    public static String line(Article article) {
        try {
            return JSON.writeValueAsString(of(article));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of plain nodes is always written
        }
    }

    /** Whether people may read the article: usable, and neither killed nor retracted. */
    public static boolean isReadable(Article article) {
        return article.getStatus() == Status.USABLE
                && article.getEvent() != Event.KILLED
                && article.getEvent() != Event.RETRACTED;
    }

    /**
     * Whether it ends its item for good, in every version so far. What is only withheld or embargoed anew is taken off too,
     * by a record of the same event, but comes back as it was.
     */
    public static boolean isKill(Article article) {
        return article.getStatus() == Status.CANCELED
                || (article.getEvent() == Event.KILLED && article.getStatus() != Status.WITHHELD);
    }

    /** The article as a tree, which is the caller's to change. */
    public static ObjectNode of(Article article) {
        ObjectNode json = whole(article);
        return isReadable(article) ? json : withoutCopy(json);
    }

    private static ObjectNode whole(Article article) {
        ObjectNode json = NODES.objectNode();
        put(json, "id", article.getId());
        put(json, "version", article.getVersion());
        put(json, "version_created", article.getVersionCreated());
        json.put("urgency", article.getUrgency() == 0 ? null : article.getUrgency());
        json.put("status", lower(article.getStatus()));
        json.put("event", article.getEvent().name());
        put(json, "kill_reason", article.getKillReason());
        put(json, "headline", article.getHeadline());
        put(json, "slugline", article.getSlugline());
        json.set("byline", texts(article.getBylines()));
        json.set("dateline", dateline(article.getDateline()));
        put(json, "provider", article.getProvider());
        put(json, "feed", article.getFeed());
        put(json, "format", article.getFormat());
        put(json, "credit", article.getCredit());
        json.set("credits", credits(article.getCredits()));
        put(json, "copyright", article.getCopyright());
        put(json, "usage_terms", article.getUsageTerms());
        put(json, "language", article.getLanguage());
        put(json, "published", article.getPublished());
        put(json, "updated", article.getUpdated());
        json.set("keywords", texts(article.getKeywords()));
        json.set("subjects", each(article.getSubjects(), ArticleJson::subject));
        json.set("places", each(article.getPlaces(), place -> place(NODES.objectNode(), "name", place)));
        json.set("countries", texts(article.getCountries()));
        ArrayNode scores = json.putArray("country_scores");
        article.getCountryScores().forEach(scores::add);
        json.set("regions", texts(article.getRegions()));
        json.set("topics", texts(article.getTopics()));
        json.set("entities", each(article.getEntities(), ArticleJson::entity));
        put(json, "body_text", article.getBodyText());
        put(json, "body_html", article.getBodyHtml());
        put(json, "link", article.getLink());
        json.set("links", texts(article.getLinks()));
        json.set("media", each(article.getMedia(), ArticleJson::media));
        json.set("supersedes", texts(article.getSupersedes()));
        json.set("changes", changes(article.getChanges()));
        put(json, "group", article.getGroup());
        put(json, "copy_of", article.getCopyOf());
        json.put("similarity", article.getCopyOf() == null ? null : article.getSimilarity());
        json.put("outlets", article.getOutlets() == 0 ? null : article.getOutlets());
        put(json, "updates", article.getUpdates());
        put(json, "superseded_by", article.getSupersededBy());
        put(json, "warning", article.getWarning());
        json.put("backfill", article.getBackfill());
        put(json, "landed", article.getLanded());
        put(json, "read", article.getRead());
        put(json, "enriched", article.getEnriched());
        put(json, "routed", article.getRouted());
        return json;
    }

    /** No more than the facts of an article that this class wrote. */
    public static String facts(String article) {
        return read(article).retain(FACTS).toString();
    }

    /** Takes from a tree that this class made all but the facts; what is gone is null, or empty where it was a list. */
    public static ObjectNode withoutCopy(ObjectNode json) {
        for (String name : json.properties().stream().map(Map.Entry::getKey).toList()) {
            if (!FACTS.contains(name)) {
                json.set(name, json.get(name).isArray() ? NODES.arrayNode() : NODES.nullNode());
            }
        }
        return json;
    }

    /** The same with every field that articles have today, whenever it was written: null, or empty, where it had none. */
    public static ObjectNode complete(ObjectNode json) {
        return NOTHING.deepCopy().setAll(json);
    }

    /** An article that was written by this class, as a tree. */
    public static ObjectNode read(String article) {
        try {
            return JSON.readValue(article, ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an article as JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectNode subject(Subject subject) {
        ObjectNode json = NODES.objectNode();
        put(json, "code", subject.getCode());
        put(json, "name", subject.getName());
        return json;
    }

    private static ObjectNode entity(Entity entity) {
        ObjectNode json = NODES.objectNode();
        json.put("type", entity.getType().name());
        put(json, "text", entity.getText());
        json.put("part", lower(entity.getPart()));
        json.put("start", entity.getStart());
        json.put("end", entity.getEnd());
        json.put("confidence", entity.getConfidence());
        put(json, "role", entity.getRole());
        return place(json, "place", entity.getPlace());
    }

    private static @Nullable ObjectNode changes(@Nullable Changes changes) {
        if (changes == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        put(json, "headline_before", changes.getHeadline());
        changes.getParagraphsNew().forEach(json.putArray("paragraphs_new")::add);
        changes.getParagraphsGone().forEach(json.putArray("paragraphs_gone")::add);
        json.set("tags_added", texts(changes.getTagsAdded()));
        json.set("tags_lost", texts(changes.getTagsLost()));
        return json;
    }

    private static ObjectNode media(MediaRef media) {
        ObjectNode json = NODES.objectNode();
        put(json, "href", media.getHref());
        put(json, "type", media.getType());
        put(json, "role", media.getRole());
        put(json, "caption", media.getCaption());
        put(json, "credit", media.getCredit());
        json.put("width", media.getWidth());
        json.put("height", media.getHeight());
        json.put("size", media.getSize());
        return json;
    }

    private static @Nullable ObjectNode dateline(@Nullable Dateline dateline) {
        if (dateline == null) {
            return null;
        }
        ObjectNode json = NODES.objectNode();
        put(json, "text", dateline.getText());
        put(json, "place", dateline.getPlaceName());
        json.set("other_places", texts(dateline.getOtherPlaces()));
        put(json, "date", dateline.getDate());
        put(json, "agency", dateline.getAgency());
        return place(json, "resolved", dateline.getPlace());
    }

    private static ObjectNode credits(Credits credits) {
        ObjectNode json = NODES.objectNode();
        json.set("agencies", texts(credits.getAgencies()));
        json.set("reporters", texts(credits.getReporters()));
        json.set("editors", texts(credits.getEditors()));
        json.set("translators", texts(credits.getTranslators()));
        json.set("contributors", texts(credits.getContributors()));
        json.set("sources", texts(credits.getSources()));
        put(json, "copyright", credits.getCopyright());
        put(json, "site", credits.getSite());
        return json;
    }

    private static ObjectNode place(ObjectNode json, String name, @Nullable Place place) {
        put(json, name, place == null ? null : place.getName());
        put(json, "country", place == null ? null : place.getCountry());
        json.put("lat", place == null ? null : place.getLat());
        json.put("lon", place == null ? null : place.getLon());
        json.put("geonameId", place == null ? null : place.getGeonameId());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable String text) {
        json.put(name, text == null ? null : clean(text));
    }

    private static void put(ObjectNode json, String name, @Nullable Instant time) {
        json.put(name, time == null ? null : time.toString());
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode json = NODES.arrayNode();
        texts.forEach(text -> json.add(clean(text)));
        return json;
    }

    private static <T> ArrayNode each(Collection<T> values, Function<T, ObjectNode> toJson) {
        ArrayNode json = NODES.arrayNode();
        values.forEach(value -> json.add(toJson.apply(value)));
        return json;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** NUL is no text to PostgreSQL, nor to most readers of JSON. */
    private static String clean(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
