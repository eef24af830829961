package dateline.schemas;

import static dateline.schemas.Topic.Kept.LATEST;
import static dateline.schemas.Topic.Kept.LATEST_FOR_A_WHILE;
import static dateline.schemas.Topic.Kept.LOG;
import static dateline.schemas.Topic.Kept.LOG_FOR_A_WHILE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import wire.Article;
import wire.Cursor;
import wire.DeadLetter;
import wire.Enquiry;
import wire.Held;
import wire.Notice;
import wire.RawItem;
import wire.WireItem;

/** Dateline's topics, in the order a record visits them. */
public final class Topics {
    public static final String RAW = "wire.raw";
    public static final String ITEMS = "wire.items";
    public static final String ARTICLES = "wire.articles";
    public static final String DEAD_LETTERS = "wire.dead-letters";
    public static final String CURSORS = "wire.cursors";
    public static final String HISTORY = "wire.history";
    public static final String HELD = "wire.held";
    public static final String NOTICES = "wire.notices";
    public static final String KIN = "wire.kin";

    private static final String REGION = "wire.region.";
    private static final String TOPIC = "wire.topic.";
    private static final String DESK = "wire.desk.";
    private static final List<String> TAGGED = List.of(REGION, TOPIC, DESK);

    private final Encoding encoding;

    /** @param encoding how values are written on all of them */
    public Topics(Encoding encoding) {
        this.encoding = encoding;
    }

    /** What feeds filed, untouched; keyed by feed. */
    public Topic<RawItem> raw() {
        return new Topic<>(RAW, encoding.of(RawItem.class, RAW), LOG);
    }

    /** What the wire said, every version; keyed by item, like all that follow. */
    public Topic<WireItem> items() {
        return new Topic<>(ITEMS, encoding.of(WireItem.class, ITEMS), LOG);
    }

    /** The standing version of each item, tagged. */
    public Topic<Article> articles() {
        return articles(ARTICLES, LATEST);
    }

    /** Versions that came when a later one stood already: for the archive, and no news to anyone. */
    public Topic<Article> history() {
        return articles(HISTORY, LOG_FOR_A_WHILE);
    }

    /** What is held under embargo: the fact and the time of it, gone when it is over. */
    public Topic<Held> held() {
        return new Topic<>(HELD, encoding.of(Held.class, HELD), LATEST);
    }

    /** What is said to an item from elsewhere than its wire: from enrich, and for enrich alone. */
    public Topic<Notice> notices() {
        return new Topic<>(NOTICES, encoding.of(Notice.class, NOTICES), LOG_FOR_A_WHILE);
    }

    /** What items let the index of kin know: from enrich, and for enrich alone. Partitioned by share, not by key. */
    public Topic<Enquiry> kin() {
        return new Topic<>(KIN, encoding.of(Enquiry.class, KIN), LOG_FOR_A_WHILE);
    }

    /** Articles about a region. */
    public Topic<Article> region(String slug) {
        return articles(REGION + slug, LATEST_FOR_A_WHILE);
    }

    /** Articles about a topic. */
    public Topic<Article> topic(String slug) {
        return articles(TOPIC + slug, LATEST_FOR_A_WHILE);
    }

    /** Articles that a desk's rule asks for. */
    public Topic<Article> desk(String name) {
        return articles(DESK + name, LATEST_FOR_A_WHILE);
    }

    /** A topic of tagged articles by its name; empty where the name is no such topic's. */
    public Optional<Topic<Article>> tagged(String name) {
        return TAGGED.stream().anyMatch(name::startsWith)
                ? Optional.of(articles(name, LATEST_FOR_A_WHILE))
                : Optional.empty();
    }

    /** How a store of records is written: its changelog is nobody's topic but its stage's. */
    public <V extends SpecificRecord> Serde<V> kept(Class<V> type) {
        return encoding.of(type, "wire." + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Records no stage could use; keyed like the records they were. */
    public Topic<DeadLetter> deadLetters() {
        return new Topic<>(DEAD_LETTERS, encoding.of(DeadLetter.class, DEAD_LETTERS), LOG);
    }

    /** How far each collector has come; keyed by feed. */
    public Topic<Cursor> cursors() {
        return new Topic<>(CURSORS, encoding.of(Cursor.class, CURSORS), LATEST);
    }

    /** Whether a record has the same bytes on whatever topic it is written to. */
    public boolean areWrittenAlike() {
        return encoding.isAlikeOnAllTopics();
    }

    /** The topics that are there whatever the configuration says. */
    public List<Topic<?>> fixed() {
        return List.of(raw(), items(), articles(), history(), held(), notices(), kin(), deadLetters(), cursors());
    }

    private Topic<Article> articles(String name, Topic.Kept kept) {
        return new Topic<>(name, encoding.of(Article.class, name), kept);
    }
}
