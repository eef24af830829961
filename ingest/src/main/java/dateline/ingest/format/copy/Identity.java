package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.WireItem;

/** Who filed an item, the id it goes by there, and the key that follows: by it all its versions are known again. */
final class Identity {
    /** A name of fewer letters may be anybody's. */
    private static final int SHORTEST_NAME = 3;

    private final RawItem raw;
    private final Set<String> supersedes = new LinkedHashSet<>();
    private final Set<String> cancels = new LinkedHashSet<>();
    private final Set<String> kills = new LinkedHashSet<>();

    private @Nullable String own;
    private @Nullable String provider;
    private @Nullable String scope;
    private String within = "";
    private boolean feedEntry;
    private Supplier<String> fingerprint = () -> "";

    Identity(RawItem raw) {
        this.raw = raw;
    }

    void feedEntry(Supplier<String> text) {
        feedEntry = true;
        fingerprint = text;
    }

    boolean isFeedEntry() {
        return feedEntry;
    }

    /** Whether a feed's entry says anything at all. */
    boolean hasFingerprint() {
        return !fingerprint.get().isBlank();
    }

    void own(@Nullable String id) {
        if (own == null && id != null && !id.isBlank()) {
            own = Element.fold(id);
        }
    }

    boolean hasOwn() {
        return own != null;
    }

    void within(@Nullable String what) {
        within = what == null ? "" : Providers.key(what);
    }

    void provider(@Nullable String name) {
        String line = Lines.line(name);
        if (provider == null && line != null) {
            provider = line;
        }
    }

    void providerKey(@Nullable String name) {
        if (scope == null && name != null && !name.isBlank()) {
            scope = Providers.key(name);
        }
    }

    void supersedes(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            supersedes.add(Element.fold(id));
        }
    }

    void cancels(@Nullable String id) {
        if (id != null && !id.isBlank()) {
            cancels.add(Element.fold(id));
        }
    }

    void kills(String name) {
        if (name.codePoints().filter(Character::isLetter).count() >= SHORTEST_NAME) {
            kills.add(Element.fold(name));
        }
    }

    /** Keys an item that is otherwise complete: by its own id, else by its link, else by what little it says. */
    void into(WireItem.Builder item) {
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
            String hash = hash(item);
            item.setItemId(hash).setId(prefix + hash);
        }
        item.setSupersedes(supersedes.stream().map(id -> prefix + id).toList());
        item.setKills(List.copyOf(kills));
        item.setCancels(cancels.stream().map(id -> prefix + id).toList());
    }

    /** What to call the item in a sentence for people. */
    String called() {
        return own == null
                ? "an item without id"
                : "the item " + (own.length() > 120 ? own.substring(0, 120) + "…" : own);
    }

    private String hash(WireItem.Builder item) {
        String headline = item.getHeadline();
        String said = headline.isEmpty() ? item.getBodyText() + fingerprint.get() : "";
        String text = String.join("\n", raw.getFeed(), headline, String.valueOf(item.getPublished()), said);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
