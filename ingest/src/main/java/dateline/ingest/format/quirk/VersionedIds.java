package dateline.ingest.format.quirk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids that hold their version. For most providers a number at the end of an id is part of it, so only the forms of those who are
 * known to put the version there are split.
 */
public final class VersionedIds {
    private static final List<Pattern> FORMS = List.of(
            // Reuters: tag:reuters.com,2018:newsml_ABC123:159588191, in file names tag_reuters.com_2018_newsml_ABC123_2
            Pattern.compile("(tag:reuters\\.com,\\d{4}:[\\w-]+):(\\d{1,19})"),
            Pattern.compile("(tag_reuters\\.com_\\d{4}_newsml_[A-Z0-9]+)_(\\d{1,19})"),
            // dpa: urn:newsml:dpa.com:20090101:221011-930-4303:1
            Pattern.compile("(urn:newsml:dpa\\.com:\\d{8}:[\\w-]+):(\\d{1,9})"),
            // AP: the etag is the item's id with its version behind it
            Pattern.compile("([0-9a-f]{32})_([0-9a-z]{5,12})"),
            // RFC 3085, 3.2: the letter says that the number before it is a revision
            Pattern.compile("(urn:newsml:[^:]+:\\d{8}(?:T[^:]*)?:[^:]+):(\\d{1,9})[NUA]"));

    private static final Pattern REVISED =
            Pattern.compile("(urn:newsml:[^:]+:\\d{8}(?:T[^:]*)?:[^:]+):(\\d{1,19})[NUA]?");

    private VersionedIds() {}

    /** The id without the version in it; as it is where none is known to be in it. */
    public static @Nullable String stable(@Nullable String id) {
        Matcher matcher = matcher(id);
        return matcher == null ? id : matcher.group(1);
    }

    /** The version in the id; null where none is known to be in it. */
    public static @Nullable String version(@Nullable String id) {
        Matcher matcher = matcher(id);
        return matcher == null ? null : matcher.group(2);
    }

    /**
     * The id without the version in it, where an attribute beside it says what the version is: with that witness the last part of
     * an id of six is its revision, as RFC 3085 has it.
     */
    public static @Nullable String stable(@Nullable String id, @Nullable String version) {
        Matcher full = id == null ? null : REVISED.matcher(id.strip());
        return full != null && full.matches() && full.group(2).equals(version) ? full.group(1) : stable(id);
    }

    private static @Nullable Matcher matcher(@Nullable String id) {
        if (id == null) {
            return null;
        }
        for (Pattern form : FORMS) {
            Matcher matcher = form.matcher(id.strip());
            if (matcher.matches()) {
                return matcher;
            }
        }
        return null;
    }
}
