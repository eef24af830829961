package dateline.sink;

import dateline.sink.archive.Entry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import wire.Article;
import wire.Entity;
import wire.EntityType;
import wire.Event;
import wire.Part;
import wire.Place;
import wire.Status;
import wire.Subject;

/** Invented articles for tests to vary. */
public final class Copy {
    public static final Instant LANDED = Instant.parse("2026-03-04T10:15:30Z");

    private Copy() {}

    /** A usable English article about Japan and Korea in its first version. */
    public static Article.Builder article(String id) {
        return Article.newBuilder()
                .setId(id)
                .setProvider("Harbour Wire")
                .setFeed("harbour-world")
                .setFormat("rss")
                .setVersion("1")
                .setVersionCreated(LANDED.minusSeconds(60))
                .setUrgency(3)
                .setHeadline("Ferry talks open in Busan")
                .setLanguage("en-GB")
                .setPublished(LANDED.minusSeconds(90))
                .setUpdated(LANDED.minusSeconds(60))
                .setSubjects(List.of(Subject.newBuilder()
                        .setCode("medtop:20000065")
                        .setName("transport")
                        .build()))
                .setEntities(List.of(Entity.newBuilder()
                        .setType(EntityType.PLACE)
                        .setText("Busan")
                        .setPart(Part.HEADLINE)
                        .setStart(20)
                        .setEnd(25)
                        .setConfidence(0.9)
                        .setPlace(Place.newBuilder()
                                .setName("Busan")
                                .setCountry("KR")
                                .setGeonameId(1838524L)
                                .setLat(35.1)
                                .setLon(129.04)
                                .build())
                        .build()))
                .setCountries(List.of("KR", "JP"))
                .setRegions(List.of("east-asia"))
                .setBodyText("Officials met in the port on Wednesday.\nNo missiles were discussed, they said.")
                .setLanded(LANDED);
    }

    /** These articles as the archive is told that they stand. */
    public static List<Entry> standing(Article.Builder... articles) {
        return Stream.of(articles)
                .<Entry>map(article -> new Entry.Standing(article.build()))
                .toList();
    }

    /** These articles as the archive is told that they came late. */
    public static List<Entry> late(Article.Builder... articles) {
        return Stream.of(articles)
                .<Entry>map(article -> new Entry.Late(article.build()))
                .toList();
    }

    /** The kill of an item, as enrich makes it. */
    public static Article.Builder kill(String id, String reason) {
        return Article.newBuilder()
                .setId(id)
                .setProvider("Harbour Wire")
                .setFeed("harbour-world")
                .setEvent(Event.KILLED)
                .setStatus(Status.CANCELED)
                .setKillReason(reason)
                .setVersion("2")
                .setHeadline("KILL: Ferry talks open in Busan")
                .setLanded(LANDED.plusSeconds(600));
    }

    /** That an item is off for a while, as enrich says it. */
    public static Article.Builder takenOff(String id, String reason) {
        return kill(id, reason).setStatus(Status.WITHHELD).setHeadline("").setVersionCreated(LANDED.minusSeconds(60));
    }
}
