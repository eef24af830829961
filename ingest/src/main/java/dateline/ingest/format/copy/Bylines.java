package dateline.ingest.format.copy;

import dateline.ingest.format.xml.Element;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads names out of bylines: "By Ana Sól and Jan Dvořák, Wire Agency" → two names. */
public final class Bylines {
    private static final Pattern BY = Pattern.compile(
            "^(?:\\s*(?:=|-|\\*|—)*\\s*)(?:Text(?:e)?\\s+by|(?:Additional\\s+)?(?:Story|Reporting|Report|Words|Writing)\\s+by|By|Von|Par|Por|Di|Door|Av|Af|Oleh|De)\\s*:?\\s+(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile(
            "\\s+(?:and|und|et|y|e|en|och|og|ja|dan|&|with|avec|con|mit|/)\\s+|\\s*[;|]\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_FIRST =
            Pattern.compile("^\\s*<?[^\\s<>()@]+@[^\\s<>()@]+>?\\s*\\(([^()]+)\\)\\s*$");
    private static final Pattern MAIL_LAST =
            Pattern.compile("^\\s*\"?([^<>()@\"]*[^<>()@\\s\"])\"?\\s*[<(][^\\s<>()@]+@[^\\s<>()@]+[>)]\\s*$");
    private static final Pattern AGENCY = Pattern.compile(
            "\\b(?:press|agency|agence|agentur|agencia|agenzia|news|service|services|writer|correspondent|reporter|editor|staff|media|times|post|herald|bureau|"
                    + "analyst|columnist|redacteur|redaktion|wire)\\b|^(?:AP|AFP|dpa|EFE|ANSA|PA|AAP|STT|TT|NTB|APA|UPI|Reuters|Kyodo|Belga|Bloomberg|ANP|Ritzau|Xinhua|TASS)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKET = Pattern.compile("\\s*[(\\[][^()\\[\\]]*[)\\]]\\s*");

    /** Desk initials, as in "gr/bp", are no names. */
    private static final Pattern INITIALS = Pattern.compile("\\p{Ll}{1,5}(?:[/-]\\p{Ll}{1,5}){0,4}");

    /** Who edited copy is thanked beside who wrote it, but is no author of it. */
    private static final Pattern EDITED =
            Pattern.compile("(?:Copy)?\\s*(?:Editing|Edited) by\\b.*", Pattern.CASE_INSENSITIVE);

    private Bylines() {}

    /** The names in a byline of running text, agencies and titles left out. */
    public static List<String> names(@Nullable String byline) {
        if (byline == null || byline.isBlank()) {
            return List.of();
        }
        String plain = person(byline);
        plain = BY.matcher(plain).replaceFirst("");
        var names = new LinkedHashSet<String>();
        String[] parts = BRACKET.matcher(plain).replaceAll(" ").split(",", -1);
        for (String part : parts) {
            for (String name : AND.split(part.strip(), -1)) {
                String tidy = BY.matcher(Element.fold(name))
                        .replaceFirst("")
                        .replaceFirst("[.,:;/–—-]+$", "")
                        .strip();
                tidy = tidy.replaceFirst("(?i)^(?:and|und|et|y)\\s+", "");
                // After the first name come agencies and titles, unless it goes on as a list of names.
                boolean nobody = tidy.isEmpty()
                        || INITIALS.matcher(tidy).matches()
                        || EDITED.matcher(tidy).matches();
                if (!nobody && (names.isEmpty() || looksLikeName(tidy))) {
                    names.add(tidy);
                }
            }
        }
        return List.copyOf(names);
    }

    /** One name from the ways mail and feeds write a person: "Ana Sól &lt;a@b&gt;", "a@b (Ana Sól)". */
    public static String person(String text) {
        String plain = Element.fold(text);
        Matcher first = MAIL_FIRST.matcher(plain);
        if (first.matches()) {
            return first.group(1).strip();
        }
        Matcher last = MAIL_LAST.matcher(plain);
        return last.matches() ? last.group(1).strip() : plain;
    }

    /** Names given each on its own, only tidied. */
    public static List<String> each(List<String> persons) {
        var names = new ArrayList<String>();
        for (String person : persons) {
            String tidy = BY.matcher(person(person)).replaceFirst("").strip();
            if (!tidy.isEmpty() && !names.contains(tidy)) {
                names.add(tidy);
            }
        }
        return names;
    }

    /** Whether a name is a person's, as far as its look tells: a few words, none of them an agency's or a title. */
    public static boolean isPerson(String name) {
        return looksLikeName(Element.fold(name));
    }

    private static boolean looksLikeName(String rest) {
        return rest.length() <= 40
                && !AGENCY.matcher(rest).find()
                && rest.contains(" ")
                && Character.isUpperCase(rest.codePointAt(0))
                && rest.split(" ", -1).length <= 4
                && !rest.toLowerCase(Locale.ROOT).startsWith("the ");
    }
}
