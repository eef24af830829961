package dateline.ingest.format.copy;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.markup.Body;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.MediaRef;
import wire.RawItem;
import wire.Status;
import wire.WireItem;

/**
 * A wire item in the making: formats say what stands where; what is said twice, or in words, or not at all is
 * settled here.
 *
 * <p>Setters take what was found, null and blank included; the first that says something counts, unless they add to a
 * list. All are lenient, {@link #finish()} is the judge.
 */
public final class Draft {
    /** The most keywords, places, pictures and such that are kept of one item. */
    private static final int MANY = 500;

    private final RawItem raw;
    private final WireItem.Builder item = WireItem.newBuilder();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Identity identity;
    private final Times times;
    private final Lines bylines = new Lines(MANY);
    private final Lines keywords = new Lines(MANY);
    private final Lines genres = new Lines(50);
    private final Lines places = new Lines(MANY);
    private final Lines usageTerms = new Lines(MANY);
    private final Lines ednotes = new Lines(MANY);
    private final Addresses addresses = new Addresses(MANY);
    private final Subjects subjects = new Subjects(MANY);
    private final Map<String, MediaRef> media = new LinkedHashMap<>();

    private @Nullable Status status;

    public Draft(RawItem raw, String format) {
        this.raw = raw;
        this.identity = new Identity(raw);
        this.times = new Times(raw, this::note);
        item.setFeed(raw.getFeed()).setFormat(format).setSource(raw.getSource()).setLanded(raw.getLanded());
        item.setBackfill(raw.getBackfill());
        item.setHeadline("").setBodyText("").setVersion("");
    }

    /**
     * An entry of a feed: its id means something in its feed only, and anything it says is worth keeping.
     *
     * @param text all that stands in the entry, markup and all, to tell entries without id and link apart
     */
    public Draft feedEntry(Supplier<String> text) {
        identity.feedEntry(text);
        return this;
    }

    /** The provider's own id, without version. */
    public Draft id(@Nullable String id) {
        identity.own(id);
        return this;
    }

    /** What the id is unique within, beside the provider: a date, a desk. */
    public Draft within(@Nullable String what) {
        identity.within(what);
        return this;
    }

    /** Who filed it, in the copy's own words. */
    public Draft provider(@Nullable String name) {
        identity.provider(name);
        return this;
    }

    /** Who filed it for the key's sake, where the name shown is not the one that stays. */
    public Draft providerKey(@Nullable String name) {
        identity.providerKey(name);
        return this;
    }

    public Draft version(@Nullable String version) {
        first(item.getVersion(), version, item::setVersion);
        return this;
    }

    public Draft headline(@Nullable String headline) {
        first(item.getHeadline(), headline, item::setHeadline);
        return this;
    }

    /** The headline so far; empty where none was found. */
    public String headline() {
        return item.getHeadline();
    }

    public Draft slugline(@Nullable String slugline) {
        first(item.getSlugline(), slugline, item::setSlugline);
        return this;
    }

    /** Names as they are, each a person. */
    public Draft bylines(Collection<String> names) {
        names.forEach(bylines::add);
        return this;
    }

    /** A byline of running text. */
    public Draft byline(@Nullable String byline) {
        return bylines(Bylines.names(byline));
    }

    public boolean hasByline() {
        return !bylines.isEmpty();
    }

    public Draft dateline(@Nullable String text, @Nullable String place) {
        String line = text == null ? null : Lines.line(Datelines.ended(text));
        if (item.getDateline() == null && (line != null || Lines.line(place) != null)) {
            String name = Lines.line(place);
            item.setDateline(Dateline.newBuilder()
                    .setText(line == null ? String.valueOf(name) : line)
                    .setPlaceName(name)
                    .build());
        }
        return this;
    }

    public boolean hasDateline() {
        return item.getDateline() != null;
    }

    public Draft credit(@Nullable String credit) {
        first(item.getCredit(), credit, item::setCredit);
        return this;
    }

    public Draft copyright(@Nullable String notice) {
        first(item.getCopyright(), notice, item::setCopyright);
        return this;
    }

    public Draft usageTerms(@Nullable String terms) {
        usageTerms.add(terms);
        return this;
    }

    /** The language as the copy names it, by code. */
    public Draft language(@Nullable String code) {
        String line = Lines.line(code);
        if (line != null && item.getLanguage() == null && line.length() <= 35) {
            item.setLanguage(line.replace('_', '-'));
        }
        return this;
    }

    /** When its first version was published. */
    public Draft published(@Nullable String date) {
        times.published(date);
        return this;
    }

    public Draft published(@Nullable Instant instant) {
        times.published(instant);
        return this;
    }

    /** When this version was published. */
    public Draft updated(@Nullable String date) {
        times.updated(date);
        return this;
    }

    /** When this version was made. */
    public Draft versionCreated(@Nullable String date) {
        times.created(date);
        return this;
    }

    /** Not before this time; where there is a time that cannot be read, the item is withheld. */
    public Draft embargo(@Nullable String date) {
        times.embargo(date);
        return this;
    }

    /** The later of several embargoes holds. */
    public Draft embargo(Instant until) {
        times.embargo(until);
        return this;
    }

    /** There is an embargo, and its time cannot be read. */
    public Draft embargoUnread() {
        times.embargoCannotBeRead();
        return this;
    }

    public Draft status(@Nullable Status said) {
        // Of several words on it the gravest counts: a kill is never undone by a template's "usable".
        if (said != null && (status == null || said.compareTo(status) > 0)) {
            status = said;
        }
        return this;
    }

    /** 1 to 9; anything else says nothing. */
    public Draft urgency(@Nullable Integer urgency) {
        if (urgency != null && urgency >= 1 && urgency <= 9 && item.getUrgency() == 0) {
            item.setUrgency(urgency);
        }
        return this;
    }

    public Draft urgency(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        return plain.length() == 1 && Character.isDigit(plain.charAt(0)) ? urgency(plain.charAt(0) - '0') : this;
    }

    public Draft keyword(@Nullable String keyword) {
        keywords.add(keyword);
        return this;
    }

    /** A subject by code, by name, or both. */
    public Draft subject(@Nullable String code, @Nullable String name) {
        subjects.add(code, name);
        return this;
    }

    public Draft genre(@Nullable String name) {
        genres.add(name);
        return this;
    }

    public Draft place(@Nullable String name) {
        places.add(name);
        return this;
    }

    /** The story's own address. */
    public Draft link(@Nullable String address) {
        addresses.own(address);
        return this;
    }

    /** Another address that the copy names. */
    public Draft alsoLinks(@Nullable String address) {
        addresses.other(address);
        return this;
    }

    public Draft media(@Nullable MediaRef reference) {
        if (reference != null && media.size() < MANY) {
            media.putIfAbsent(reference.getHref() + "|" + reference.getRole(), reference);
        }
        return this;
    }

    public Draft body(Body body) {
        if (item.getBodyText().isEmpty() && item.getBodyHtml() == null && !body.isEmpty()) {
            item.setBodyText(body.text()).setBodyHtml(body.html());
        }
        return this;
    }

    public boolean hasBody() {
        return !item.getBodyText().isEmpty();
    }

    /**
     * Reads byline and dateline at the head of the body where the format's own elements gave none. The text stays as it is;
     * enrich takes them out of it, and reads the rest.
     */
    public Draft headOfText() {
        Head.read(item.getBodyText(), this);
        return this;
    }

    /** A web page in which the story is still to be found. */
    public Draft page(String html) {
        item.setPage(html);
        return this;
    }

    public Draft ednote(@Nullable String note) {
        ednotes.add(note);
        return this;
    }

    /** The own id of an item of the same provider whose place this one takes. */
    public Draft supersedes(@Nullable String id) {
        identity.supersedes(id);
        return this;
    }

    /** The own id of an item of the same provider that this one kills. */
    public Draft cancels(@Nullable String id) {
        identity.cancels(id);
        return this;
    }

    /** The slug or headline of a story of the same provider that this one kills. */
    public Draft kills(String name) {
        identity.kills(name);
        return this;
    }

    public Draft note(String note) {
        notes.add(note);
        return this;
    }

    public Draft notes(Collection<String> more) {
        notes.addAll(more);
        return this;
    }

    /** The zone of times that name none: the feed's, else UTC. */
    public ZoneId zone() {
        return times.zone();
    }

    /** When the copy reached us. */
    public Instant landed() {
        return raw.getLanded();
    }

    /** The item, if there is anything in it and anything to know it again by; every draft may be asked once. */
    Finished finish() {
        if (isMute() && status != Status.CANCELED) {
            return new Finished.Unusable(
                    new Rejected(Defect.NO_CONTENT, "%s has neither headline nor text".formatted(identity.called())));
        }
        if (isNameless()) {
            return new Finished.Unusable(new Rejected(
                    Defect.NO_IDENTIFIER, "an item has no id, no link and no headline to know it again by"));
        }
        if (times.embargoUnread()) {
            status(Status.WITHHELD);
            note("under an embargo whose time cannot be read: withheld");
        }
        addresses.into(item);
        times.into(item);
        identity.into(item);
        item.setStatus(status == null ? Status.USABLE : status)
                .setBylines(bylines.list())
                .setKeywords(keywords.list())
                .setSubjects(subjects.list())
                .setGenres(genres.list())
                .setPlaces(places.list())
                .setMedia(List.copyOf(media.values()))
                .setUsageTerms(usageTerms.joined(" "))
                .setEdnote(ednotes.joined("\n"))
                .setNotes(List.copyOf(notes));
        if (item.getLanguage() == null) {
            item.setLanguage(raw.getLanguage());
        }
        return new Finished.Item(item.build());
    }

    private boolean isMute() {
        return item.getHeadline().isEmpty()
                && item.getSlugline() == null
                && item.getBodyText().isEmpty()
                && item.getPage() == null
                && media.isEmpty()
                && addresses.own() == null
                && !(identity.isFeedEntry() && saysSomething());
    }

    /** Feeds have entries of a keyword and a date; thin as they are, they are told apart and kept. */
    private boolean saysSomething() {
        return !bylines.isEmpty()
                || !keywords.isEmpty()
                || !places.isEmpty()
                || times.areKnown()
                || identity.hasFingerprint();
    }

    private boolean isNameless() {
        return !identity.hasOwn()
                && addresses.own() == null
                && item.getHeadline().isEmpty()
                && item.getBodyText().isEmpty()
                && !identity.hasFingerprint();
    }

    private static void first(@Nullable String before, @Nullable String found, Consumer<String> set) {
        String line = Lines.line(found);
        if (line != null && (before == null || before.isEmpty())) {
            set.accept(line);
        }
    }
}
