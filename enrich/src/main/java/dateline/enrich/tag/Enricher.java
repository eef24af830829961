package dateline.enrich.tag;

import dateline.enrich.page.Page;
import dateline.enrich.page.PageExtractor;
import dateline.enrich.version.Edition;
import dateline.enrich.version.Versions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Entity;
import wire.MediaRef;
import wire.Place;
import wire.Status;
import wire.WireItem;

/** Makes a tagged article of a version of an item. The note to editors stays behind. */
public final class Enricher {
    private final Annotator annotator;
    private final Clock clock;

    public Enricher(Annotator annotator, Clock clock) {
        this.annotator = annotator;
        this.clock = clock;
    }

    /** The version, and the article that it would be if it stood. */
    public Edition edition(WireItem item) {
        WireItem read = item.getPage() == null ? item : read(item, item.getPage());
        var orders = new Edition.Orders(item.getCancels(), item.getKills(), item.getKillReason(), item.getOrderedBy());
        return new Edition(Versions.of(read), article(read), orders);
    }

    /** The article in place of the page that it stands in. What the wire said itself outranks the page. */
    private static WireItem read(WireItem item, String html) {
        Page page = PageExtractor.extract(html, item.getLink());
        WireItem.Builder read = WireItem.newBuilder(item).setPage(null);
        if (item.getHeadline().isBlank()) {
            read.setHeadline(page.headline());
        }
        if (item.getBodyText().length() < page.body().length()) {
            read.setBodyText(page.body());
        }
        if (item.getBylines().isEmpty()) {
            read.setBylines(page.bylines());
        }
        if (item.getPublished() == null) {
            read.setPublished(instant(page.published()));
        }
        if (item.getUpdated() == null) {
            read.setUpdated(instant(page.updated()));
        }
        if (item.getLanguage() == null) {
            read.setLanguage(page.language());
        }
        if (item.getLink() == null) {
            read.setLink(page.canonical());
        }
        String image = page.image();
        if (item.getMedia().isEmpty() && image != null && image.startsWith("http")) {
            read.setMedia(
                    List.of(MediaRef.newBuilder().setHref(image).setRole("lead").build()));
        }
        return read.build();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private Article article(WireItem item) {
        Article.Builder article = Article.newBuilder()
                .setId(item.getId())
                .setStatus(item.getStatus())
                .setProvider(item.getProvider())
                .setFeed(item.getFeed())
                .setFormat(item.getFormat())
                .setVersion(item.getVersion())
                .setVersionCreated(item.getVersionCreated())
                .setUrgency(item.getUrgency())
                .setSlugline(item.getSlugline())
                .setBylines(item.getBylines())
                .setCredit(item.getCredit())
                .setCopyright(item.getCopyright())
                .setUsageTerms(item.getUsageTerms())
                .setPublished(item.getPublished())
                .setUpdated(item.getUpdated())
                .setKeywords(item.getKeywords())
                .setSubjects(item.getSubjects())
                .setBodyHtml(item.getBodyHtml())
                .setLink(item.getLink())
                .setLinks(item.getLinks())
                .setMedia(item.getMedia())
                .setSupersedes(item.getSupersedes())
                .setBackfill(item.getBackfill())
                .setLanded(item.getLanded())
                .setRead(item.getRead())
                .setEnriched(clock.instant());
        if (item.getStatus() != Status.USABLE) {
            return article.build();
        }
        Annotation annotation = annotator.annotate(
                item.getBodyText(), item.getHeadline(), item.getLanguage(), item.getDateline(), item.getPlaces());
        return article.setHeadline(annotation.copy().headline())
                .setBodyText(annotation.copy().body())
                .setCredits(annotation.copy().credits())
                .setDateline(annotation.dateline())
                .setLanguage(annotation.language())
                .setEntities(annotation.entities())
                .setPlaces(places(annotation.entities()))
                .setCountries(annotation.countries())
                .setRegions(annotation.regions())
                .build();
    }

    private static List<Place> places(List<Entity> entities) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (Entity entity : entities) {
            Place place = entity.getPlace();
            if (place != null) {
                places.putIfAbsent(place.getName() + '/' + place.getCountry(), place);
            }
        }
        return List.copyOf(places.values());
    }
}
