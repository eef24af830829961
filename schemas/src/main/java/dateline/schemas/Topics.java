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
    private final Naming naming;

    /** @param encoding how values are written on all of them */
    public Topics(Encoding encoding) {
        this(encoding, Naming.REAL);
    }

    /**
     * @param encoding how values are written on all of them
     * @param naming what they are called
     */
    public Topics(Encoding encoding, Naming naming) {
        this.encoding = encoding;
        this.naming = naming;
    }

    /** What feeds filed, untouched; keyed by feed. */
    public Topic<RawItem> raw() {
        return topic(RAW, RawItem.class, LOG);
    }

    /** What the wire said, every version; keyed by item, like all that follow. */
    public Topic<WireItem> items() {
        return topic(ITEMS, WireItem.class, LOG);
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
        return topic(HELD, Held.class, LATEST);
    }

    /** What is said to an item from elsewhere than its wire: from enrich, and for enrich alone. */
    public Topic<Notice> notices() {
        return topic(NOTICES, Notice.class, LOG_FOR_A_WHILE);
    }

    /** What items let the index of kin know: from enrich, and for enrich alone. Partitioned by share, not by key. */
    public Topic<Enquiry> kin() {
        return topic(KIN, Enquiry.class, LOG_FOR_A_WHILE);
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
        return naming.plain(name)
                .filter(plain -> TAGGED.stream().anyMatch(plain::startsWith))
                .map(plain -> articles(plain, LATEST_FOR_A_WHILE));
    }

    /** How a store of records is written: its changelog is nobody's topic but its stage's. */
    public <V extends SpecificRecord> Serde<V> kept(Class<V> type) {
        return encoding.of(type, "wire." + type.getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** Records no stage could use; keyed like the records they were. */
    public Topic<DeadLetter> deadLetters() {
        return topic(DEAD_LETTERS, DeadLetter.class, LOG);
    }

    /** How far each collector has come; keyed by feed. */
    public Topic<Cursor> cursors() {
        return topic(CURSORS, Cursor.class, LATEST);
    }

    /** Whether a record has the same bytes on whatever topic it is written to. */
    public boolean areWrittenAlike() {
        return encoding.isAlikeOnAllTopics();
    }

    /** The topics that are there whatever the configuration says. */
    public List<Topic<?>> fixed() {
        return List.of(raw(), items(), articles(), history(), held(), notices(), kin(), deadLetters(), cursors());
    }

    private Topic<Article> articles(String plain, Topic.Kept kept) {
        return topic(plain, Article.class, kept);
    }

    /** A schema belongs to the topic's plain name: a registry is to know one pipeline, and none of its shadows. */
    private <V extends SpecificRecord> Topic<V> topic(String plain, Class<V> type, Topic.Kept kept) {
        return new Topic<>(naming.of(plain), encoding.of(type, plain), kept);
    }
}
