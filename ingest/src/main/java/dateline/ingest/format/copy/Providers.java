package dateline.ingest.format.copy;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One key for each agency, whatever name its copy uses for it that day. */
public final class Providers {
    private static final Map<String, String> KEYS = keys();

    private Providers() {}

    /** A key of lower-case letters, digits, dots and dashes; never empty for a name that is not, and never with a colon. */
    public static String key(String name) {
        String slug = slug(name);
        return KEYS.getOrDefault(slug, slug);
    }

    private static String slug(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        plain = plain.replaceFirst("^(?:https?://|web:|(?:[a-z]*prov):)", "").replaceFirst("^www\\.", "");
        var out = new StringBuilder();
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '.') {
                out.appendCodePoint(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        });
        String slug = out.toString().replaceFirst("[-.]+$", "");
        return slug.isEmpty() ? Integer.toHexString(name.hashCode()) : slug;
    }

    private static Map<String, String> keys() {
        String[][] names = {
            {"ap", "associated press", "the associated press", "ap.org", "www.ap.org"},
            {"afp", "agence france presse", "agence france-presse", "afp.com", "أ ف ب"},
            {"reuters", "reuters.com", "thomson reuters", "reuters ltd"},
            {
                "dpa",
                "deutsche presse-agentur",
                "deutsche presse-agentur gmbh",
                "dpa.com",
                "dpa deutsche presse-agentur gmbh"
            },
            {"efe", "agencia efe", "efe.com", "texto.efeservicios.com"},
            {"ansa", "ansa.it", "agenzia ansa"},
            {"pa", "pa media", "press association", "the press association", "pressassociation.com"},
            {"apa", "apa - austria presse agentur", "austria presse agentur", "apa.at"},
            {"aap", "australian associated press"},
            {"belga", "belga news agency", "belga.be"},
            {"stt", "stt.fi", "suomen tietotoimisto"},
            {"tt", "tt nyhetsbyrån", "tt.se"},
            {"kyodo", "kyodo news", "kyodonews.jp"},
            {"xinhua", "xinhua news agency"},
        };
        var keys = new HashMap<String, String>();
        for (String[] agency : names) {
            for (String name : agency) {
                keys.put(slug(name), agency[0]);
            }
        }
        return Map.copyOf(keys);
    }
}
