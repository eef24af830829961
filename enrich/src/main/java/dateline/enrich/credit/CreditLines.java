package dateline.enrich.credit;

import dateline.enrich.dateline.Agencies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wire.Credits;

/** Reads the lines under a story that say who made it, one at a time. */
final class CreditLines {
    private static final int LONGEST = 400;
    private static final int LONGEST_LABEL = 28;
    private static final int LONGEST_VALUE = 100;
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<String, Role> LABELS = Words.roles("labels.tsv");
    private static final Map<String, Role> PHRASES = Words.roles("phrases.tsv");
    private static final List<String> END_MATTER = Words.lines("end-matter.txt");

    private static final Pattern PHRASE = Pattern.compile(
            PHRASES.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<!\\p{L})(", ")(?!\\p{L})\\s*:?\\s*")),
            CASE);
    private static final Pattern SITE =
            Pattern.compile("(?:https?://)?((?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,12})(?:/\\S*)?", CASE);
    private static final Pattern END_MARK = Pattern.compile(
            "[-–—=*\\s]*(?:30|0)[-–—=*\\s]*(?<=[-–—=]\\s?)|[-–—(\\[*/\\s]*(?:ends?|enditem|endit|fin|ende|fim|fine|end of story|end/?)[-–—)\\]*/.\\s]*|#(?:\\s?#){1,5}|(?:\\* ?){3,5}|_{2,}|source link",
            CASE);
    private static final Pattern COPYRIGHT = Pattern.compile(
            "\\(?\\s*(?:©|\\(c\\)|copyright(?=\\s*(?:©|\\(c\\)|\\d|by\\b|:|(?-i:\\p{Lu}))))\\s*.{2,250}", CASE);
    private static final Pattern YEARS =
            Pattern.compile("[(\\[]?(?:©|\\(c\\)|copyright|\\d{4}(?:\\s?[-–]\\s?\\d{2,4})?|by)[)\\],]?\\s*", CASE);
    private static final Pattern CONTRIBUTED = Pattern.compile(
            "\\(?(.{3,160}?)\\s+(?:also )?contributed (?:reporting )?(?:to|for) this (?:report|story|article)(?:\\s+from\\s.{2,60})?[.)]*",
            CASE);
    private static final Pattern TITLED = Pattern.compile(
            "^(?:the )?(?:associated press|ap|reuters|afp|cnn[’']s|cnn|bloomberg|our)\\s+(?:\\p{L}+\\s+){0,2}?(?:writers?|journalists?|reporters?|correspondents?|staff)\\s+(?=(?-i:\\p{Lu}))",
            CASE);
    private static final Pattern NAMES = Pattern.compile(
            "\\s*(?:[,;/&]|(?<=\\s)(?:and|und|et|dan|y|e|en(?=\\s+\\p{Lu}\\S*\\s+\\p{Lu}))(?=\\s))\\s*");
    private static final Pattern PLACE_OF_WORK = Pattern.compile("\\s+(?:in|from|à|en|aus|a|em|te|di)\\s+\\p{Lu}.*$");
    private static final Pattern INITIALS = Pattern.compile("\\p{Ll}{2,5}(?:/\\p{Ll}{2,5}){1,3}/?");
    private static final Pattern SIGNED_OFF =
            Pattern.compile("(PTI|IANS|ANI|UNI|APP|BERNAMA|AA|WAM|SPA)(?:[ /]\\p{Lu}{2,5}){1,6}");
    private static final Set<String> AGENCIES = Set.of(
            "agencies",
            "agency",
            "news agencies",
            "wire",
            "wires",
            "agencias",
            "agences",
            "agenturen",
            "agenzie",
            "agências",
            "agentschappen");
    private static final Set<String> LOWER = Set.copyOf(List.of(
            "and und et dan y e en in at the of by for with from von van der de den da di do du del della la le al bin ibn to for à aus em te desk newsroom staff bureau"
                    .split(" ", -1)));

    private final Map<Role, Set<String>> named = new EnumMap<>(Role.class);
    private @Nullable String site;

    private record Part(Role role, String names) {}

    /** The kind of line this is where it stands under a story; null if it is of the story. */
    static Piece.@Nullable Kind kind(String line) {
        if (line.length() <= 30 && END_MARK.matcher(line).matches()) {
            return Piece.Kind.END_MARK;
        }
        if (line.length() <= LONGEST && isCredit(line)) {
            return Piece.Kind.CREDIT;
        }
        return isEndMatter(line) ? Piece.Kind.END_MATTER : null;
    }

    /** Whether a line is a mark that nothing of the story follows; a row of stars may as well divide it. */
    static boolean isFinal(String line) {
        return END_MARK.matcher(line).matches() && "*_s".indexOf(Character.toLowerCase(line.charAt(0))) < 0;
    }

    private static boolean isCredit(String line) {
        return label(line) != null
                || (line.length() <= 250 && COPYRIGHT.matcher(line).lookingAt())
                || agenciesAlone(line) != null
                || !parts(line).isEmpty()
                || contributors(line) != null
                || (line.length() <= 24 && INITIALS.matcher(line).matches());
    }

    private static boolean isEndMatter(String line) {
        if (line.length() > 2 * LONGEST) {
            return false;
        }
        String lower = line.toLowerCase(Locale.ROOT);
        return END_MATTER.stream().anyMatch(lower::contains);
    }

    /** The role that the label before the colon stands for; null if there is none such. */
    private static @Nullable Part label(String line) {
        int colon = line.indexOf(':');
        if (colon < 2 || colon > LONGEST_LABEL) {
            return null;
        }
        int from = 0;
        while (from < colon && "(*[-–— ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        Role role = LABELS.get(line.substring(from, colon).strip().toLowerCase(Locale.ROOT));
        String value = trimmed(line.substring(colon + 1));
        return role == null || value.isEmpty() || value.length() > LONGEST_VALUE ? null : new Part(role, value);
    }

    /** "(Reporting by A in Tokyo and B; Editing by C)", part by part; empty if the line is none such. */
    private static List<Part> parts(String line) {
        int from = 0;
        while (from < line.length() && "(*[-–—_ ".indexOf(line.charAt(from)) >= 0) {
            from++;
        }
        Matcher phrase = PHRASE.matcher(line).region(from, line.length());
        phrase.useTransparentBounds(true);
        if (!phrase.lookingAt()) {
            return List.of();
        }
        boolean bracketed = from > 0 && (line.startsWith("(") || line.startsWith("["));
        boolean bare = phrase.group(1).indexOf(' ') < 0;
        if (bare && !bracketed) {
            return List.of();
        }
        List<Part> parts = new ArrayList<>();
        Role role = role(phrase);
        int start = phrase.end();
        while (phrase.find()) {
            parts.add(new Part(role, trimmed(line.substring(start, phrase.start()))));
            role = role(phrase);
            start = phrase.end();
        }
        parts.add(new Part(role, trimmed(line.substring(start))));
        boolean named = parts.stream().allMatch(part -> !part.names.isEmpty() && (bracketed || isNames(part)));
        return named ? parts : List.of();
    }

    private static Role role(Matcher phrase) {
        return PHRASES.getOrDefault(phrase.group(1).toLowerCase(Locale.ROOT), Role.REPORTER);
    }

    /** Whether these are names and what joins them, not the rest of a sentence. */
    private static boolean isNames(Part part) {
        if (part.role == Role.AGENCY) {
            return part.names.length() <= LONGEST_VALUE;
        }
        for (String word : part.names.split("[\\s,;/.]+", -1)) {
            if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !LOWER.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && " ;,.:-–—(".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && " ;,.:-–—)]*(".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** The agencies in a line that names nothing else: "AFP", "— Reuters", "(PTI)", "Agencies", "PTI ABC DEF". */
    static @Nullable List<String> agenciesAlone(String line) {
        if (line.length() > 60) {
            return null;
        }
        String plain = line.replaceAll("^[-–—=(\\[*/\\s]+|[)\\]*/.\\s=-]+$", "");
        if (plain.isEmpty()) {
            return null;
        }
        Matcher signedOff = SIGNED_OFF.matcher(plain);
        if (signedOff.matches()) {
            return List.of(signedOff.group(1));
        }
        List<String> agencies = new ArrayList<>();
        for (String part : plain.split("\\s*[/,;&|+]\\s*|\\s+and\\s+|\\s*[-–—]{1,2}\\s*", -1)) {
            if (!Agencies.isName(part) && !AGENCIES.contains(part.toLowerCase(Locale.ROOT))) {
                return null;
            }
            agencies.add(part);
        }
        // A word in small letters is a word, unless it is set off from the text.
        boolean plainWord = plain.equals(plain.toLowerCase(Locale.ROOT)) && plain.length() == line.length();
        return plainWord && !plain.equals("dpa") ? null : agencies;
    }

    private static @Nullable String contributors(String line) {
        if (line.length() > 300 || !line.contains("contributed")) {
            return null;
        }
        Matcher contributed = CONTRIBUTED.matcher(line);
        return contributed.matches()
                        && Character.isUpperCase(contributed.group(1).charAt(0))
                ? contributed.group(1)
                : null;
    }

    /** Reads a line that is a credit. */
    void read(String line) {
        Part labelled = label(line);
        List<String> agencies = agenciesAlone(line);
        Matcher copyright = COPYRIGHT.matcher(line);
        String contributors = contributors(line);
        if (labelled != null) {
            labelled(labelled);
        } else if (agencies != null) {
            agencies.forEach(agency -> add(Role.AGENCY, agency));
        } else if (copyright.lookingAt()) {
            copyright(line);
        } else if (contributors != null) {
            contributed(contributors);
        } else {
            parts(line).forEach(part -> names(part.names, part.role));
        }
    }

    private void labelled(Part part) {
        switch (part.role) {
            case SOURCE -> {
                Matcher address = SITE.matcher(part.names);
                if (address.matches()) {
                    site = address.group(1).toLowerCase(Locale.ROOT);
                } else {
                    add(Role.SOURCE, part.names);
                    for (String name : part.names.split("\\s*[-–/,;&]\\s*|\\s+and\\s+", -1)) {
                        add(Role.AGENCY, name.strip());
                    }
                }
            }
            case COPYRIGHT -> copyright(part.names);
            default -> names(part.names, part.role);
        }
    }

    private void copyright(String line) {
        add(Role.COPYRIGHT, line.strip());
        String[] words = YEARS.matcher(line).replaceAll("").split("[.,;|(]", 2);
        String holder = words[0].strip();
        if (Agencies.isKnown(holder)) {
            add(Role.AGENCY, holder);
        }
    }

    private void contributed(String who) {
        String agency = who.replaceFirst("(?i)^the ", "");
        if (Agencies.isName(agency)) {
            add(Role.AGENCY, agency);
        } else {
            names(TITLED.matcher(who).replaceFirst(""), Role.CONTRIBUTOR);
        }
    }

    /** Those whom a byline names. */
    void byline(Byline byline) {
        byline.names().forEach(name -> add(Role.REPORTER, name));
        if (byline.agency() != null) {
            add(Role.AGENCY, byline.agency());
        }
    }

    private void names(String text, Role role) {
        for (String name : NAMES.split(text, -1)) {
            add(role, trimmed(PLACE_OF_WORK.matcher(name.strip()).replaceFirst("")));
        }
    }

    private void add(Role role, String name) {
        if (!name.isEmpty()) {
            named.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(name);
        }
    }

    private List<String> list(Role role) {
        return List.copyOf(named.getOrDefault(role, Set.of()));
    }

    Credits credits() {
        List<String> copyright = list(Role.COPYRIGHT);
        return Credits.newBuilder()
                .setAgencies(list(Role.AGENCY))
                .setSources(list(Role.SOURCE))
                .setReporters(list(Role.REPORTER))
                .setEditors(list(Role.EDITOR))
                .setTranslators(list(Role.TRANSLATOR))
                .setContributors(list(Role.CONTRIBUTOR))
                .setCopyright(copyright.isEmpty() ? null : copyright.getFirst())
                .setSite(site)
                .build();
    }
}
