package dateline.enrich.credit;

import dateline.enrich.dateline.Agencies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a line under a story that says who made it. */
final class CreditLine {
    private static final int LONGEST = 400;
    private static final int LONGEST_LABEL = 28;
    private static final int LONGEST_VALUE = 100;
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Map<String, Role> LABELS = Words.roles("labels.tsv");
    private static final Map<String, Role> PHRASES = Words.roles("phrases.tsv");

    private static final Set<String> FIRST_WORDS =
            PHRASES.keySet().stream().map(phrase -> Words.first(phrase, 0)).collect(Collectors.toUnmodifiableSet());

    private static final Pattern PHRASE = Pattern.compile(
            PHRASES.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|", "(?<!\\p{L})(", ")(?!\\p{L})\\s*:?\\s*")),
            CASE);
    private static final Pattern SITE =
            Pattern.compile("(?:https?://)?((?:[a-z0-9-]{1,63}\\.){1,4}[a-z]{2,12})(?:/\\S*)?", CASE);
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
    private static final Pattern EDGES = Pattern.compile("^[-–—=(\\[*/\\s]+|[)\\]*/.\\s=-]+$");
    private static final Pattern DIVIDED = Pattern.compile("\\s*[/,;&|+]\\s*|\\s+and\\s+|\\s*[-–—]{1,2}\\s*");
    private static final Pattern SOURCES = Pattern.compile("\\s*[-–/,;&]\\s*|\\s+and\\s+");
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

    private CreditLine() {}

    /** Someone or something that a line names, and for what. */
    record Named(Role role, String name) {}

    private record Part(Role role, String names) {}

    /** Whom a line names; none if it is but a desk's initials, null if it is no credit line. */
    static @Nullable List<Named> of(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        Part labelled = label(line);
        if (labelled != null) {
            return labelled(labelled);
        }
        List<String> agencies = agenciesAlone(line);
        if (agencies != null) {
            return agencies.stream()
                    .map(agency -> new Named(Role.AGENCY, agency))
                    .toList();
        }
        if (line.length() <= 250 && COPYRIGHT.matcher(line).lookingAt()) {
            return copyright(line);
        }
        String contributors = contributors(line);
        if (contributors != null) {
            return contributed(contributors);
        }
        List<Part> parts = parts(line);
        if (!parts.isEmpty()) {
            return parts.stream().flatMap(part -> names(part.names, part.role)).toList();
        }
        return line.length() <= 24 && INITIALS.matcher(line).matches() ? List.of() : null;
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
        if (!FIRST_WORDS.contains(Words.first(line, from))) {
            return List.of();
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
    private static @Nullable List<String> agenciesAlone(String line) {
        if (line.length() > 60) {
            return null;
        }
        String plain = EDGES.matcher(line).replaceAll("");
        if (plain.isEmpty()) {
            return null;
        }
        Matcher signedOff = SIGNED_OFF.matcher(plain);
        if (signedOff.matches()) {
            return List.of(signedOff.group(1));
        }
        List<String> agencies = new ArrayList<>();
        for (String part : DIVIDED.split(plain, -1)) {
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

    private static List<Named> labelled(Part part) {
        return switch (part.role) {
            case SOURCE -> {
                Matcher address = SITE.matcher(part.names);
                yield address.matches()
                        ? List.of(new Named(Role.SITE, address.group(1).toLowerCase(Locale.ROOT)))
                        : Stream.concat(
                                        Stream.of(new Named(Role.SOURCE, part.names)),
                                        SOURCES.splitAsStream(part.names)
                                                .map(name -> new Named(Role.AGENCY, name.strip())))
                                .toList();
            }
            case COPYRIGHT -> copyright(part.names);
            default -> names(part.names, part.role).toList();
        };
    }

    private static List<Named> copyright(String line) {
        var notice = new Named(Role.COPYRIGHT, line.strip());
        String[] words = YEARS.matcher(line).replaceAll("").split("[.,;|(]", 2);
        String holder = words[0].strip();
        return Agencies.isKnown(holder) ? List.of(notice, new Named(Role.AGENCY, holder)) : List.of(notice);
    }

    private static List<Named> contributed(String who) {
        String agency = who.regionMatches(true, 0, "the ", 0, 4) ? who.substring(4) : who;
        return Agencies.isName(agency)
                ? List.of(new Named(Role.AGENCY, agency))
                : names(TITLED.matcher(who).replaceFirst(""), Role.CONTRIBUTOR).toList();
    }

    private static Stream<Named> names(String text, Role role) {
        return Stream.of(NAMES.split(text, -1))
                .map(name -> new Named(
                        role, trimmed(PLACE_OF_WORK.matcher(name.strip()).replaceFirst(""))));
    }
}
