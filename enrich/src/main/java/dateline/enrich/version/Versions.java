package dateline.enrich.version;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.Status;
import wire.Version;
import wire.WireItem;

/**
 * The order of an item's versions. It is a total order over what the versions themselves say, so that the one that stands
 * does not depend on the order in which they arrive.
 */
public final class Versions {
    private static final int DIGEST_BYTES = 16;
    private static final Comparator<@Nullable Instant> TIMES = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final List<Status> FROM_MILD_TO_STRICT = List.of(Status.USABLE, Status.WITHHELD, Status.CANCELED);

    /**
     * Lowest first: by number, then by when it was made; of the same version the strictest status, since nothing equal
     * revives what was canceled. Then a numbered version is as it first landed, because the same number again changes
     * nothing, while a feed without numbers means what it said last.
     */
    public static final Comparator<Version> ORDER = Comparator.comparing(Version::getNumber, Versions::numbers)
            .thenComparing(Version::getCreated, TIMES)
            .thenComparingInt(version -> FROM_MILD_TO_STRICT.indexOf(version.getStatus()))
            .thenComparing(Versions::byLanding)
            .thenComparing(Version::getDigest);

    private Versions() {}

    /** The version that an item is. */
    public static Version of(WireItem item) {
        return Version.newBuilder()
                .setProvider(item.getProvider())
                .setNumber(item.getVersion())
                .setCreated(item.getVersionCreated())
                .setStatus(item.getStatus())
                .setEmbargoedUntil(item.getEmbargoedUntil())
                .setLanded(item.getLanded())
                .setDigest(digest(item))
                .build();
    }

    private static int byLanding(Version a, Version b) {
        int order = a.getLanded().compareTo(b.getLanded());
        return a.getNumber().isEmpty() ? order : -order;
    }

    /**
     * Compares version numbers run by run, digits as numbers of any length and all else as text: 9 before 10, 1.9 before
     * 1.10, 3 before 3a. (Numbers as numbers and all else as text would be no order: 2 before 10, 10 before 1a, 1a before 2.)
     */
    static int numbers(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int iEnd = runEnd(a, i);
            int jEnd = runEnd(b, j);
            boolean digits = isDigit(a.charAt(i));
            if (digits != isDigit(b.charAt(j))) {
                return digits ? -1 : 1;
            }
            int order = digits
                    ? digits(a.substring(i, iEnd), b.substring(j, jEnd))
                    : a.substring(i, iEnd).compareTo(b.substring(j, jEnd));
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    /** As numbers, without making numbers of them: a hostile version may have a million digits. */
    private static int digits(String a, String b) {
        String x = withoutLeadingZeros(a);
        String y = withoutLeadingZeros(b);
        return x.length() == y.length() ? x.compareTo(y) : Integer.compare(x.length(), y.length());
    }

    private static String withoutLeadingZeros(String digits) {
        int i = 0;
        while (i < digits.length() - 1 && digits.charAt(i) == '0') {
            i++;
        }
        return digits.substring(i);
    }

    private static int runEnd(String text, int start) {
        boolean digits = isDigit(text.charAt(start));
        int end = start + 1;
        while (end < text.length() && isDigit(text.charAt(end)) == digits) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A fingerprint of what the wire said, blind to how and when it reached us. */
    private static String digest(WireItem item) {
        WireItem said = WireItem.newBuilder(item)
                .setFeed("")
                .setSource("")
                .setNotes(List.of())
                .setBackfill(false)
                .setLanded(Instant.EPOCH)
                .setRead(null)
                .build();
        try {
            ByteBuffer bytes = said.toByteBuffer();
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bytes);
            return HexFormat.of().formatHex(sha.digest(), 0, DIGEST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** When a version was filed, as far as anyone can tell. */
    public static Instant filed(Version version) {
        return requireNonNullElse(version.getCreated(), version.getLanded());
    }
}
