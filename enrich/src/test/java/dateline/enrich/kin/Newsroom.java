package dateline.enrich.kin;

import dateline.enrich.Copy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Invents copy from a grammar: the same seeds, the same words. How it is put and what it tells are drawn separately. */
final class Newsroom {
    private static final Pattern SYMBOL = Pattern.compile("\\{([a-z-]+)}|\\b([A-Z]{3,})(\\d?)\\b");
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final List<String> SMALL = List.of(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "11", "12", "13", "14", "16", "18", "21",
            "25");
    private static final List<String> UPDOWN =
            List.of("higher", "lower", "firmer", "weaker", "steady", "mixed", "slightly up", "slightly down");
    private static final List<String> WAYS =
            List.of("north", "south", "east", "west", "north-east", "south-west", "north-west", "south-east");
    private final Map<String, String[]> grammar = new HashMap<>();

    Newsroom() {
        Copy.copy("kin/grammar.txt")
                .lines()
                .filter(line -> line.contains(": ") && !line.startsWith("#"))
                .forEach(line -> {
                    int colon = line.indexOf(": ");
                    grammar.put(
                            line.substring(0, colon), line.substring(colon + 2).split(" \\| ", -1));
                });
    }

    /** A text of this kind. Texts of one {@code facts} tell the same; of one {@code wording}, in the same words. */
    String write(String kind, long wording, long facts) {
        var desk = new Desk(new Random(wording), new Random(facts), new HashMap<>());
        return sentences(desk.expand("{" + kind + "}")).stream()
                .map(sentence -> Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1))
                .collect(Collectors.joining(" "));
    }

    private final class Desk {
        private final Random wording;
        private final Random facts;
        private final Map<String, String> known;

        Desk(Random wording, Random facts, Map<String, String> known) {
            this.wording = wording;
            this.facts = facts;
            this.known = known;
            // The cast of a story is drawn before its first word, so that it does not depend on how it is told.
            for (int i = 0; i < 10; i++) {
                String surname = name(2 + facts.nextInt(2));
                known.put("SURNAME" + i, surname);
                known.put("PERSON" + i, name(2) + " " + surname);
                known.put("CITY" + i, name(2 + facts.nextInt(2)));
                known.put(
                        "FIRM" + i,
                        name(2) + " "
                                + pick(List.of("Foods", "Mining", "Lines", "Works", "Bank", "Energy", "Group"), facts));
                known.put(
                        "BODY" + i,
                        "the " + name(2) + " "
                                + pick(
                                        List.of(
                                                "Institute",
                                                "Council",
                                                "Fire Brigade",
                                                "Survey",
                                                "Agency",
                                                "University"),
                                        facts));
                known.put(
                        "TEAM" + i,
                        name(2) + " " + pick(List.of("Rovers", "United", "Athletic", "Stars", "Union"), facts));
            }
        }

        String expand(String form) {
            Matcher symbols = SYMBOL.matcher(form);
            var text = new StringBuilder();
            while (symbols.find()) {
                String put = symbols.group(1) != null
                        ? expand(pick(List.of(grammar.get(symbols.group(1))), wording))
                        : symbols.group(3).isEmpty() ? fact(symbols.group(2)) : known.get(symbols.group());
                symbols.appendReplacement(text, Matcher.quoteReplacement(put));
            }
            return symbols.appendTail(text).toString();
        }

        private String fact(String kind) {
            return switch (kind) {
                case "NUMBER" -> number();
                case "SMALL" -> pick(SMALL, facts);
                case "MONEY" ->
                    (1 + facts.nextInt(900)) + (facts.nextBoolean() ? "." + (1 + facts.nextInt(9)) : "")
                            + " million crowns";
                case "SHARE" -> facts.nextInt(30) + "." + facts.nextInt(10) + " percent";
                case "DAY" -> pick(DAYS, facts);
                case "MONTH" -> pick(MONTHS, facts);
                case "YEAR" -> String.valueOf(1900 + facts.nextInt(127));
                case "SCORE" -> facts.nextInt(5) + "-" + facts.nextInt(5);
                case "UPDOWN" -> pick(UPDOWN, facts);
                case "WAY" -> pick(WAYS, facts);
                default -> throw new IllegalArgumentException("the grammar knows no " + kind);
            };
        }

        private String number() {
            int number = 20 + facts.nextInt(facts.nextBoolean() ? 200 : 40_000);
            return number < 1000 ? String.valueOf(number) : number / 1000 + "," + String.format("%03d", number % 1000);
        }

        private String name(int syllables) {
            var name = new StringBuilder();
            for (int i = 0; i < syllables; i++) {
                name.append("bdfgklmnprstvz".charAt(facts.nextInt(14)))
                        .append("aeiou".charAt(facts.nextInt(5)))
                        .append(List.of("", "n", "r", "l", "s", "").get(facts.nextInt(6)));
            }
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
    }

    static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** The sentences of a text, which the grammar's never hide a point in. */
    static List<String> sentences(String text) {
        return new ArrayList<>(List.of(text.split("(?<=[.!?]”?) (?=[“A-Z0-9a-z])")));
    }
}
