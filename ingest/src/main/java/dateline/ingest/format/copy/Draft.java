package dateline.ingest.format.copy;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.copy.Dates.Moment;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.xml.Element;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.Dateline;
import wire.MediaRef;
import wire.RawItem;
import wire.Status;
import wire.Subject;
import wire.WireItem;

/**
 * A wire item in the making. Formats say what stands where; everything they share is here: what blank and missing mean,
 * how dates, names and ranks are read, what identifies an item, and what is noted for people.
 *
 * <p>Setters take what was found, null and blank included; the first that says something counts, unless they add to a
 * list. All are lenient, {@link #finish()} is the judge.
 */
public final class Draft {
    /** Longer than any headline, in characters; longer ones are cut. */
    private static final int LONGEST_LINE = 2_000;

    private static final Pattern OPENS_BYLINE = Pattern.compile("(?:By|BY|Von|Par|Por|Door)\\s+\\p{Lu}[^.!?:;]{3,100}");

    private final RawItem raw;
    private final ZoneId zone;
    private final WireItem.Builder item = WireItem.newBuilder();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Set<String> bylines = new LinkedHashSet<>();
    private final Set<String> keywords = new LinkedHashSet<>();
    private final Set<String> genres = new LinkedHashSet<>();
    private final Set<String> places = new LinkedHashSet<>();
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> supersedes = new LinkedHashSet<>();
    private final Set<String> cancels = new LinkedHashSet<>();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Map<String, MediaRef> media = new LinkedHashMap<>();
    private final List<String> ednotes = new ArrayList<>();

    private @Nullable String own;
    private @Nullable String provider;
    private @Nullable String scope;
    private String within = "";
    private Supplier<String> fingerprint = () -> "";
    private @Nullable Instant published;
    private @Nullable Instant updated;
    private @Nullable Instant created;
    private @Nullable Instant embargo;
    private boolean embargoUnread;
    private @Nullable Status status;
    private boolean feedEntry;

    public Draft(RawItem raw, String format) {
        this.raw = raw;
        this.zone = zone(raw.getZone());
        item.setFeed(raw.getFeed()).setFormat(format).setSource(raw.getSource()).setLanded(raw.getLanded());
        item.setBackfill(raw.getBackfill());
        item.setHeadline("").setBodyText("").setVersion("");
    }

    /** What came of a draft. */
    public sealed interface Finished {
        record Item(WireItem item) implements Finished {}

        record Unusable(Rejected why) implements Finished {}
    }

    /**
     * An entry of a feed: its id means something in its feed only, and anything it says is worth keeping.
     *
     * @param text all that stands in the entry, markup and all, to tell entries without id and link apart
     */
    public Draft feedEntry(Supplier<String> text) {
        feedEntry = true;
        fingerprint = text;
        return this;
    }

    /** The provider's own id, without version. */
    public Draft id(@Nullable String id) {
        if (own == null && id != null && !id.isBlank()) {
            own = Element.fold(id);
        }
        return this;
    }

    /** What the id is unique within, beside the provider: a date, a desk. */
    public Draft within(@Nullable String what) {
        within = what == null ? "" : Providers.key(what);
        return this;
    }

    /** Who filed it, in the copy's own words. */
    public Draft provider(@Nullable String name) {
        String line = line(name);
        if (provider == null && line != null) {
            provider = line;
        }
        return this;
    }

    /** Who filed it for the key's sake, where the name shown is not the one that stays. */
    public Draft providerKey(@Nullable String name) {
        if (scope == null && name != null && !name.isBlank()) {
            scope = Providers.key(name);
        }
        return this;
    }

    public Draft version(@Nullable String version) {
        if (version != null && !version.isBlank() && item.getVersion().isEmpty()) {
            item.setVersion(version.strip());
        }
        return this;
    }

    public Draft headline(@Nullable String headline) {
        String line = line(headline);
        if (line != null && item.getHeadline().isEmpty()) {
            item.setHeadline(line);
        }
        return this;
    }

    /** The headline so far; empty where none was found. */
    public String headline() {
        return item.getHeadline();
    }

    public Draft slugline(@Nullable String slugline) {
        String line = line(slugline);
        if (line != null && item.getSlugline() == null) {
            item.setSlugline(line);
        }
        return this;
    }

    /** Names as they are, each a person. */
    public Draft bylines(Collection<String> names) {
        names.stream().map(Draft::line).filter(Objects::nonNull).forEach(bylines::add);
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
        String line = text == null ? null : line(Datelines.ended(text));
        if (item.getDateline() == null && (line != null || line(place) != null)) {
            String name = line(place);
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
        String line = line(credit);
        if (line != null && item.getCredit() == null) {
            item.setCredit(line);
        }
        return this;
    }

    public Draft copyright(@Nullable String notice) {
        String line = line(notice);
        if (line != null && item.getCopyright() == null) {
            item.setCopyright(line);
        }
        return this;
    }

    public Draft usageTerms(@Nullable String terms) {
        String line = line(terms);
        if (line != null) {
            String before = item.getUsageTerms();
            item.setUsageTerms(before == null || before.equals(line) ? line : before + " " + line);
        }
        return this;
    }

    /** The language as the copy names it, by code. */
    public Draft language(@Nullable String code) {
        String line = line(code);
        if (line != null && item.getLanguage() == null && line.length() <= 35) {
            item.setLanguage(line.replace('_', '-'));
        }
        return this;
    }

    /** When its first version was published. */
    public Draft published(@Nullable String date) {
        if (published == null) {
            published = date(date, "publication date");
        }
        return this;
    }

    public Draft published(@Nullable Instant instant) {
        published = published == null ? instant : published;
        return this;
    }

    /** When this version was published. */
    public Draft updated(@Nullable String date) {
        if (updated == null) {
            updated = date(date, "date of the update");
        }
        return this;
    }

    /** When this version was made. */
    public Draft versionCreated(@Nullable String date) {
        if (created == null) {
            created = date(date, "date of the version");
        }
        return this;
    }

    /** Not before this time; where there is a time that cannot be read, the item is withheld. */
    public Draft embargo(@Nullable String date) {
        if (date != null && !date.isBlank()) {
            Moment moment = Dates.read(date, zone);
            if (moment == null) {
                embargoUnread();
            } else {
                embargo(moment.instant());
            }
        }
        return this;
    }

    /** The later of several embargoes holds. */
    public Draft embargo(Instant until) {
        embargo = embargo == null || until.isAfter(embargo) ? until : embargo;
        return this;
    }

    /** There is an embargo, and its time cannot be read. */
    public Draft embargoUnread() {
        embargoUnread = true;
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
        String line = line(keyword);
        if (line != null && keywords.size() < 500) {
            keywords.add(line);
        }
        return this;
    }

    /** A subject by code, by name, or both. */
    public Draft subject(@Nullable String code, @Nullable String name) {
        String plain = line(code);
        String called = line(name);
        String key = plain == null ? called : plain;
        if (key != null && subjects.size() < 500) {
            Subject before = subjects.get(key);
            if (before == null || before.getName() == null) {
                subjects.put(key, new Subject(plain == null ? "" : plain, called));
            }
        }
        return this;
    }

    public Draft genre(@Nullable String name) {
        String line = line(name);
        if (line != null && genres.size() < 50) {
            genres.add(line);
        }
        return this;
    }

    public Draft place(@Nullable String name) {
        String line = line(name);
        if (line != null && places.size() < 500) {
            places.add(line);
        }
        return this;
    }

    /** The story's own address. */
    public Draft link(@Nullable String address) {
        if (address != null && !address.isBlank()) {
            String clean = Links.withoutTracking(address.strip());
            if (item.getLink() == null) {
                item.setLink(clean);
            }
            if (!address.strip().equals(item.getLink())) {
                links.add(address.strip());
            }
        }
        return this;
    }

    /** Another address that the copy names. */
    public Draft alsoLinks(@Nullable String address) {
        if (address != null && !address.isBlank() && links.size() < 500) {
            links.add(address.strip());
        }
        return this;
    }

    public Draft media(@Nullable MediaRef reference) {
        if (reference != null && media.size() < 500) {
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
     * Reads byline and dateline at the head of the body where the format's own elements gave none. The text stays as it is; enrich
     * takes them out of it, and reads the rest.
     */
    public Draft headOfText() {
        List<String> head = item.getBodyText().lines().limit(3).toList();
        for (String line : head) {
            if (bylines.isEmpty()
                    && line.length() < 120
                    && OPENS_BYLINE.matcher(line).matches()) {
                byline(line);
            }
            Datelines.Found found = item.getDateline() == null ? Datelines.opening(line) : null;
            if (found != null) {
                dateline(found.line(), found.place());
            }
        }
        return this;
    }

    /** A web page in which the story is still to be found. */
    public Draft page(String html) {
        item.setPage(html);
        return this;
    }

    public Draft ednote(@Nullable String note) {
        String line = line(note);
        if (line != null && !ednotes.contains(line)) {
            ednotes.add(line);
        }
        return this;
    }

    /** The own id of an item of the same provider whose place this one takes. */
    public Draft supersedes(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            supersedes.add(Element.fold(id));
        }
        return this;
    }

    /** The own id of an item of the same provider that this one kills. */
    public Draft cancels(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            cancels.add(Element.fold(id));
        }
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
        return zone;
    }

    /** When the copy reached us. */
    public Instant landed() {
        return raw.getLanded();
    }

    public Finished finish() {
        String headline = item.getHeadline();
        boolean empty = headline.isEmpty()
                && item.getSlugline() == null
                && item.getBodyText().isEmpty()
                && item.getPage() == null
                && media.isEmpty();
        boolean mute = empty && item.getLink() == null && !(feedEntry && saysSomething());
        if (mute && status != Status.CANCELED) {
            return new Finished.Unusable(
                    new Rejected(Defect.NO_CONTENT, "%s has neither headline nor text".formatted(called())));
        }
        if (own == null
                && item.getLink() == null
                && headline.isEmpty()
                && item.getBodyText().isEmpty()
                && fingerprint.get().isBlank()) {
            return new Finished.Unusable(new Rejected(
                    Defect.NO_IDENTIFIER, "an item has no id, no link and no headline to know it again by"));
        }
        identify();
        if (embargoUnread) {
            status(Status.WITHHELD);
            note("under an embargo whose time cannot be read: withheld");
        }
        Instant made = created != null ? created : updated != null ? updated : published;
        item.setVersionCreated(made)
                .setPublished(published)
                .setUpdated(updated)
                .setEmbargoedUntil(embargo)
                .setStatus(status == null ? Status.USABLE : status)
                .setBylines(List.copyOf(bylines))
                .setKeywords(List.copyOf(keywords))
                .setSubjects(MediaTopics.completed(subjects.values()))
                .setGenres(List.copyOf(genres))
                .setPlaces(List.copyOf(places))
                .setMedia(List.copyOf(media.values()))
                .setEdnote(ednotes.isEmpty() ? null : String.join("\n", ednotes))
                .setNotes(List.copyOf(notes));
        if (item.getLanguage() == null) {
            item.setLanguage(raw.getLanguage());
        }
        links.remove(item.getLink());
        item.setLinks(List.copyOf(links));
        return new Finished.Item(item.build());
    }

    /** Feeds have entries of a keyword and a date; thin as they are, they are told apart and kept. */
    private boolean saysSomething() {
        return !bylines.isEmpty()
                || !keywords.isEmpty()
                || !places.isEmpty()
                || published != null
                || updated != null
                || !fingerprint.get().isBlank();
    }

    private void identify() {
        String name = provider != null ? provider : raw.getProvider() != null ? raw.getProvider() : raw.getFeed();
        item.setProvider(name);
        // A feed's ids are its own: what it says of its provider is not trusted with another's keys.
        String trusted = raw.getProvider() != null ? raw.getProvider() : raw.getFeed();
        String by = scope != null ? scope : Providers.key(feedEntry ? trusted : name);
        String prefix = by + (within.isEmpty() ? "" : "/" + within) + ":";
        if (own != null) {
            item.setItemId(own).setId(prefix + (Links.isWeb(own) ? Links.canonical(own) : own));
        } else if (item.getLink() != null) {
            item.setItemId(item.getLink()).setId(prefix + Links.canonical(item.getLink()));
        } else {
            String hash = hash();
            item.setItemId(hash).setId(prefix + hash);
        }
        item.setSupersedes(supersedes.stream().map(id -> prefix + id).toList());
        item.setCancels(cancels.stream().map(id -> prefix + id).toList());
    }

    private String hash() {
        String headline = item.getHeadline();
        String said = headline.isEmpty() ? item.getBodyText() + fingerprint.get() : "";
        String text = String.join("\n", raw.getFeed(), headline, String.valueOf(published), said);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private @Nullable Instant date(@Nullable String text, String what) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Moment moment = Dates.read(text, zone);
        if (moment == null) {
            note("the %s could not be read and was dropped".formatted(what));
            return null;
        }
        if (moment.instant().isAfter(latest())) {
            note("the %s lies far in the future and was dropped".formatted(what));
            return null;
        }
        if (moment.zoneAssumed()) {
            note("the %s names no zone; %s was assumed".formatted(what, zone));
        }
        return moment.instant();
    }

    private Instant latest() {
        return raw.getLanded().plus(Duration.ofDays(366));
    }

    private String called() {
        return own == null
                ? "an item without id"
                : "the item " + (own.length() > 120 ? own.substring(0, 120) + "…" : own);
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private static @Nullable String line(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String plain = Element.fold(text);
        if (plain.length() > LONGEST_LINE) {
            plain = plain.substring(0, LONGEST_LINE);
        }
        return plain.isEmpty() ? null : plain;
    }
}
