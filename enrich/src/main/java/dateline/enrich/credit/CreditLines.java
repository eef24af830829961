package dateline.enrich.credit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.Credits;

/** Reads the lines around a story that say who made it and what else to read, one at a time. */
final class CreditLines {
    private static final int LONGEST = 250;
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern LABELLED = Pattern.compile("^([\\p{L} ]{2,24}?)\\s*:\\s*(\\S.*)$");
    private static final Pattern SITE =
            Pattern.compile("^(?:https?://)?((?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,12})(?:/\\S*)?$", CASE);
    private static final Pattern END_MARK =
            Pattern.compile("^(?:-+\\s*30\\s*-+|\\(?ends?\\)?|#{2,5}|source link|\\(?fin\\)?)$", CASE);
    private static final Pattern REPORTING = Pattern.compile(
            "^\\(?((?:additional )?(?:reporting|writing|editing|translated|translation|edited) by .*?)\\)?\\.?$", CASE);
    private static final Pattern INPUTS = Pattern.compile("^\\(?with (?:agency )?inputs from (.+?)\\)?\\.?$", CASE);
    private static final Pattern NAMES =
            Pattern.compile("\\s*(?:,|;|/|\\band\\b|\\bund\\b|\\bet\\b|\\bdan\\b|\\by\\b|&)\\s*");
    private static final Pattern PLACE_OF_WORK = Pattern.compile("\\s+in\\s+\\p{Lu}.*$");

    private final Set<String> agencies = new LinkedHashSet<>();
    private final Set<String> reporters = new LinkedHashSet<>();
    private final Set<String> editors = new LinkedHashSet<>();
    private final Set<String> translators = new LinkedHashSet<>();
    private final List<String> related = new ArrayList<>();
    private @Nullable String site;

    /** What such a line is for. */
    enum Kind {
        /** credits, end marks: they stand at the end only */
        CREDIT,
        /** links to other stories: they stand anywhere */
        RELATED
    }

    /** The kind of line this is; null if it is of the story. */
    static @Nullable Kind kind(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        if (END_MARK.matcher(line).matches()
                || REPORTING.matcher(line).matches()
                || INPUTS.matcher(line).matches()) {
            return Kind.CREDIT;
        }
        Matcher labelled = LABELLED.matcher(line);
        if (!labelled.matches()) {
            return null;
        }
        return switch (label(labelled)) {
            case "also read",
                    "read also",
                    "read more",
                    "related",
                    "see also",
                    "baca juga",
                    "lire aussi",
                    "à lire aussi",
                    "lea también",
                    "lea tambien",
                    "leggi anche",
                    "lees ook",
                    "lesen sie auch",
                    "leia também" -> Kind.RELATED;
            case "source",
                    "sources",
                    "sumber",
                    "quelle",
                    "fuente",
                    "fonte",
                    "bron",
                    "translator",
                    "translated by",
                    "penerjemah",
                    "editor",
                    "editors",
                    "edited by",
                    "reporter",
                    "reporters",
                    "pewarta",
                    "writer",
                    "reporting",
                    "editing" -> labelled.group(2).length() <= 100 ? Kind.CREDIT : null;
            default -> null;
        };
    }

    private static String label(Matcher labelled) {
        return labelled.group(1).strip().toLowerCase(Locale.ROOT);
    }

    void read(String line) {
        Matcher reporting = REPORTING.matcher(line);
        Matcher inputs = INPUTS.matcher(line);
        Matcher labelled = LABELLED.matcher(line);
        if (reporting.matches()) {
            byRole(reporting.group(1));
        } else if (inputs.matches()) {
            names(inputs.group(1), agencies);
        } else if (labelled.matches()) {
            labelled(label(labelled), labelled.group(2).strip());
        }
    }

    void related(String title) {
        related.add(title);
    }

    void agency(String name) {
        if (!name.isEmpty()) {
            agencies.add(name);
        }
    }

    private void labelled(String label, String value) {
        switch (label) {
            case "source", "sources", "sumber", "quelle", "fuente", "fonte", "bron" -> {
                Matcher address = SITE.matcher(value);
                if (address.matches()) {
                    site = address.group(1).toLowerCase(Locale.ROOT);
                } else {
                    for (String name : value.split("\\s*[-–/,;&]\\s*|\\s+and\\s+", -1)) {
                        agency(name.strip());
                    }
                }
            }
            case "translator", "translated by", "penerjemah" -> names(value, translators);
            case "editor", "editors", "edited by", "editing" -> names(value, editors);
            case "reporter", "reporters", "pewarta", "writer", "reporting" -> names(value, reporters);
            default -> related.add(value);
        }
    }

    /** "Reporting by A in Tokyo and B; Editing by C". */
    private void byRole(String line) {
        for (String part : line.split("[;.]\\s+|;", -1)) {
            String plain = part.strip();
            String lower = plain.toLowerCase(Locale.ROOT);
            int by = lower.indexOf(" by ");
            if (by < 0) {
                continue;
            }
            String names = plain.substring(by + 4);
            if (lower.startsWith("edit")) {
                names(names, editors);
            } else if (lower.startsWith("translat")) {
                names(names, translators);
            } else {
                names(names, reporters);
            }
        }
    }

    private static void names(String text, Set<String> to) {
        for (String name : NAMES.split(text, -1)) {
            String plain = PLACE_OF_WORK.matcher(name.strip()).replaceFirst("");
            if (!plain.isEmpty()) {
                to.add(plain);
            }
        }
    }

    List<String> related() {
        return List.copyOf(related);
    }

    Credits credits() {
        return Credits.newBuilder()
                .setAgencies(List.copyOf(agencies))
                .setReporters(List.copyOf(reporters))
                .setEditors(List.copyOf(editors))
                .setTranslators(List.copyOf(translators))
                .setSite(site)
                .build();
    }
}
