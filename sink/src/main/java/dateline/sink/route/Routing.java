package dateline.sink.route;

import static java.nio.charset.StandardCharsets.UTF_8;

import dateline.sink.desk.Desks;
import dateline.sink.json.ArticleJson;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.Altered;
import wire.Article;
import wire.Event;
import wire.RecordOutput;
import wire.Routes;
import wire.Status;

/**
 * Decides where an article goes, given where the item stood before: the article to every topic that its tags and the desks
 * name, a retraction to every topic it has left, a kill to every topic it was ever on.
 */
public final class Routing {
    private final Map<String, String> regions;
    private final Map<String, String> topics;
    private final Map<String, String> desks;
    private final Desks rules;
    private final String fingerprint;

    /**
     * A tag that these do not name leads nowhere: the topics are those that exist.
     *
     * @param regions names of topics by the region's slug
     * @param topics names of topics by the topic's slug
     * @param desks names of topics by the desk's name
     */
    public Routing(Map<String, String> regions, Map<String, String> topics, Map<String, String> desks, Desks rules) {
        this.regions = Map.copyOf(regions);
        this.topics = Map.copyOf(topics);
        this.desks = Map.copyOf(desks);
        this.rules = rules;
        MessageDigest digest = sha256();
        digest.update(List.of(new TreeMap<>(regions), new TreeMap<>(topics), new TreeMap<>(desks), rules.fingerprint())
                .toString()
                .getBytes(UTF_8));
        fingerprint = hex(digest);
    }

    /**
     * What follows from an article.
     *
     * @param routes where the item stands now
     * @param deliveries what is to be sent, at most one to a topic
     */
    public record Step(Routes routes, List<Delivery> deliveries) {
        public Step {
            deliveries = List.copyOf(deliveries);
        }
    }

    /**
     * An article takes the place of what its item was before. The same again is sent only to topics it is not on yet.
     *
     * @param before where the item stood; null if it was never seen
     * @param now the time of routing, set as {@code routed}
     */
    public Step follow(@Nullable Routes before, Article article, Instant now) {
        String told = fingerprint(article);
        return step(
                before, article, told, before != null && before.getFingerprint().equals(told), now);
    }

    /** Whether an item was routed by rules that are not today's, so that it is to be reviewed. */
    public boolean isOutdated(Routes routes) {
        return !routes.getRules().equals(fingerprint);
    }

    /**
     * The rules have changed, and the article has not: it is sent to the topics it is not on yet, and retracted from those
     * it has left.
     *
     * @param before where the item stands
     * @param article what was routed there
     */
    public Step review(Routes before, Article article, Instant now) {
        // Its fingerprint would tell less: that of the same article changes with the release that computes it.
        return step(before, article, before.getFingerprint(), true, now);
    }

    private Step step(@Nullable Routes before, Article article, String told, boolean same, Instant now) {
        var stood = new TreeSet<>(before == null ? List.of() : before.getStanding());
        var ever = new TreeSet<>(before == null ? List.of() : before.getEver());

        var deliveries = new ArrayList<Delivery>();
        if (isOff(article)) {
            if (!same) {
                Article kill = withoutCopy(article, Event.KILLED, now);
                ever.forEach(topic -> deliveries.add(new Delivery(topic, kill)));
            }
            return new Step(routes(article, told, List.of(), ever), deliveries);
        }

        SortedSet<String> stands = mayStand(article, !ever.isEmpty()) ? routesOf(article) : new TreeSet<>();
        var entered = new TreeSet<>(stands);
        if (same) {
            entered.removeAll(stood);
        }
        if (!entered.isEmpty()) {
            Article routed = Altered.of(article).with("routed", now).record();
            entered.forEach(topic -> deliveries.add(new Delivery(topic, routed)));
        }
        stood.removeAll(stands);
        if (!stood.isEmpty()) {
            Article retraction = withoutCopy(article, Event.RETRACTED, now);
            stood.forEach(topic -> deliveries.add(new Delivery(topic, retraction)));
        }
        ever.addAll(stands);
        return new Step(routes(article, told, stands, ever), deliveries);
    }

    /** An item is forgotten: every topic it was ever on is to forget it too. */
    public static List<Delivery> forget(@Nullable Routes before) {
        return before == null
                ? List.of()
                : before.getEver().stream()
                        .map(topic -> new Delivery(topic, null))
                        .toList();
    }

    /**
     * Archive copy is no news: it opens no topic to its item. An item that was on one before is routed as any, so that what
     * the archive says of it reaches those who have it.
     */
    private static boolean mayStand(Article article, boolean wasRouted) {
        return ArticleJson.isReadable(article)
                && article.getSupersededBy() == null
                && (wasRouted || !article.getBackfill());
    }

    private SortedSet<String> routesOf(Article article) {
        var names = new TreeSet<String>();
        Stream.of(
                        article.getRegions().stream().map(regions::get),
                        article.getTopics().stream().map(topics::get),
                        rules.wanting(article).stream().map(desks::get))
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private Routes routes(Article article, String told, Collection<String> standing, Collection<String> ever) {
        return Routes.newBuilder()
                .setId(article.getId())
                .setFingerprint(told)
                .setStanding(List.copyOf(standing))
                .setEver(List.copyOf(ever))
                .setRules(fingerprint)
                .build();
    }

    private static boolean isOff(Article article) {
        return article.getEvent() == Event.KILLED || article.getStatus() == Status.CANCELED;
    }

    /**
     * Says that an item is off. Of copy that may be used elsewhere it keeps headline and slug, by which a desk finds the
     * story, and what took its place; of killed and withheld copy nothing that could be read.
     */
    private static Article withoutCopy(Article article, Event event, Instant now) {
        var bare = Article.newBuilder()
                .setId(article.getId())
                .setEvent(event)
                .setStatus(ArticleJson.isKill(article) ? Status.CANCELED : article.getStatus())
                .setKillReason(article.getKillReason())
                .setProvider(article.getProvider())
                .setFeed(article.getFeed())
                .setFormat(article.getFormat())
                .setVersion(article.getVersion())
                .setVersionCreated(article.getVersionCreated())
                .setUrgency(article.getUrgency())
                .setLanguage(article.getLanguage())
                .setPublished(article.getPublished())
                .setUpdated(article.getUpdated())
                .setBackfill(article.getBackfill())
                .setLanded(article.getLanded())
                .setRead(article.getRead())
                .setEnriched(article.getEnriched())
                .setRouted(now);
        if (event == Event.RETRACTED && ArticleJson.isReadable(article)) {
            bare.setHeadline(article.getHeadline())
                    .setSlugline(article.getSlugline())
                    .setGroup(article.getGroup())
                    .setCopyOf(article.getCopyOf())
                    .setSupersededBy(article.getSupersededBy());
        }
        return bare.build();
    }

    /** Tells apart what readers would tell apart; when it landed, was read, tagged and routed is not among that. */
    private static String fingerprint(Article article) {
        Article told = Altered.of(article)
                .with("landed", Instant.EPOCH)
                .with("read", null)
                .with("enriched", null)
                .with("routed", null)
                .record();
        MessageDigest digest = sha256();
        RecordOutput.write(told, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has SHA-256
        }
    }
}
