package dateline.ingest.format.copy;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of stories: resolved, and freed of what only counts clicks. */
public final class Links {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "msclkid",
            "mc_cid",
            "mc_eid",
            "igshid",
            "cmpid",
            "cmp",
            "ocid",
            "ncid",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "xtor",
            "wt.mc_id",
            "wt_mc",
            "ito",
            "ftag",
            "yclid",
            "_ga",
            "_hsenc",
            "_hsmi",
            "taid",
            "partner",
            "smid",
            "smtyp",
            "sref",
            "traffic_source",
            "maca",
            "spref",
            "feedtype",
            "feedname",
            "feature");

    /** Parameters that are another at each request: sessions, clocks, dice, cache busters. */
    private static final Set<String> ROTATING = Set.of(
            "phpsessid",
            "jsessionid",
            "aspsessionid",
            "sessionid",
            "session_id",
            "sid",
            "rand",
            "random",
            "rnd",
            "nocache",
            "cachebuster",
            "cb",
            "_",
            "ts",
            "timestamp",
            "_t");

    private static final Pattern AMP_CACHE = Pattern.compile(
            "(?:[^/]+\\.)?(?:cdn\\.ampproject\\.org|bing-amp\\.com)/[cvi]/(?:s/)?|(?:www\\.)?google\\.[a-z.]{2,6}/amp/(?:s/)?");
    private static final Pattern AMP_PARAMETER = Pattern.compile("(?i)amp(?:=(?:1|true)?)?|outputType=amp|mode=amp");
    private static final Pattern SESSION_IN_PATH = Pattern.compile("(?i);jsessionid=[^/?]*");

    private Links() {}

    /** The address with its base; null where it is none of the web's. */
    public static @Nullable String resolve(@Nullable String link, @Nullable String base) {
        if (link == null || link.isBlank()) {
            return null;
        }
        String plain = link.strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://") || plain.length() > 4096) {
            return plain.length() > 4096 ? null : plain;
        }
        if (lower.startsWith("javascript:") || lower.startsWith("data:") || lower.startsWith("vbscript:")) {
            return null;
        }
        if (base == null) {
            return plain;
        }
        try {
            URI from = new URI(base.strip());
            // RFC 3986, 5.2.2, where java.net.URI still keeps to RFC 2396.
            if (plain.startsWith("?")) {
                return base.strip().replaceFirst("[?#].*$", "") + plain;
            }
            if (from.getRawAuthority() != null && from.getRawPath().isEmpty()) {
                from = from.resolve("/");
            }
            return from.resolve(new URI(plain.replace(" ", "%20"))).toString();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return plain;
        }
    }

    public static boolean isWeb(@Nullable String link) {
        return link != null
                && (link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8));
    }

    /** The address without tracking parameters, else as it is. */
    public static String withoutTracking(String link) {
        int query = link.indexOf('?');
        if (query < 0) {
            return link;
        }
        int hash = link.indexOf('#', query);
        String parameters = hash < 0 ? link.substring(query + 1) : link.substring(query + 1, hash);
        String kept = Arrays.stream(parameters.split("&", -1))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
        if (kept.equals(parameters)) {
            return link;
        }
        return link.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept) + (hash < 0 ? "" : link.substring(hash));
    }

    /**
     * One form for all addresses of a page, to tell pages apart by: no scheme, no "www.", no fragment, no tracking, nothing
     * that is another each time it is asked for, no AMP variant or cache, no final slash. Not an address to open.
     */
    public static String canonical(String link) {
        String plain = withoutTracking(link.strip());
        int hash = plain.indexOf('#');
        if (hash >= 0 && !plain.startsWith("#!", hash)) {
            plain = plain.substring(0, hash);
        }
        if (!isWeb(plain)) {
            return plain;
        }
        plain = outOfCache(plain.substring(plain.indexOf("://") + 3));
        int end = 0;
        while (end < plain.length() && plain.charAt(end) != '/' && plain.charAt(end) != '?') {
            end++;
        }
        String host = plain.substring(0, end).toLowerCase(Locale.ROOT);
        host = host.startsWith("www.") ? host.substring(4) : host;
        host = host.startsWith("amp.") ? host.substring(4) : host;
        host = host.endsWith(":80") || host.endsWith(":443") ? host.substring(0, host.lastIndexOf(':')) : host;
        int query = plain.indexOf('?', end);
        String path = query < 0 ? plain.substring(end) : plain.substring(end, query);
        return host + withoutVariant(path) + (query < 0 ? "" : steady(plain.substring(query + 1)));
    }

    /** Google's and Bing's copies of AMP pages: the page's own address follows (amp.dev, "AMP Cache URL format"). */
    private static String outOfCache(String address) {
        Matcher cache = AMP_CACHE.matcher(address);
        return cache.lookingAt() ? address.substring(cache.end()) : address;
    }

    private static String withoutVariant(String path) {
        return SESSION_IN_PATH
                .matcher(path)
                .replaceFirst("")
                .replaceFirst("(?i)/amp(?:/|\\.html?)?$", "")
                .replaceFirst("(?i)\\.amp(\\.html?)?$", "$1")
                .replaceFirst("^/amp/", "/")
                .replaceFirst("/$", "");
    }

    /** What of a query names the page: neither sessions nor clocks nor dice, and in one order. */
    private static String steady(String query) {
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !ROTATING.contains(name(parameter)))
                .filter(parameter -> !AMP_PARAMETER.matcher(parameter).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        String name = name(parameter);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    }
}
