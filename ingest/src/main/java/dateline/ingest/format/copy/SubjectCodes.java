package dateline.ingest.format.copy;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The IPTC's two subject vocabularies: subject codes (eight digits in three levels) and media topics. */
public final class SubjectCodes {
    private SubjectCodes() {}

    /**
     * The code with its scheme.
     *
     * @param registry who keeps the code, in the copy's words; null means the IPTC
     */
    public static String of(String number, @Nullable String registry) {
        boolean iptc = registry == null || registry.toLowerCase(Locale.ROOT).contains("iptc");
        if (number.indexOf(':') >= 0 || !iptc) {
            return number.indexOf(':') >= 0 ? number : registry + ":" + number;
        }
        if (!number.matches("\\d{8}")) {
            return number;
        }
        // Media topics below the top level begin with 2; subject codes with 01 to 17.
        return (number.startsWith("2") ? "medtop:" : "subj:") + number;
    }

    /** A country's English name for its ISO 3166-1 code of two or three letters; the code itself where there is none. */
    public static String country(@Nullable String code) {
        String plain = code == null ? "" : code.strip().toUpperCase(Locale.ROOT);
        if (plain.length() == 3) {
            for (String two : Locale.getISOCountries()) {
                if (Locale.of("", two).getISO3Country().equals(plain)) {
                    return Locale.of("", two).getDisplayCountry(Locale.ENGLISH);
                }
            }
        }
        return plain.length() == 2 ? Locale.of("", plain).getDisplayCountry(Locale.ENGLISH) : plain;
    }
}
