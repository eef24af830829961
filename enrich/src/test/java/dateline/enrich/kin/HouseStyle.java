package dateline.enrich.kin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sub-editor does to copy of another house. Some of it the sketches allow for (spelling, numerals, quotes), some they
 * do not (other words for the same, which and that).
 */
final class HouseStyle {
    private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

    static {
        String pairs = """
                percent=per cent
                kilometers=km
                harbour=harbor
                labour=labor
                neighbours=neighbors
                theatre=theater
                licence=license
                offence=offense
                defence=defense
                program=programme
                center=centre
                organized=organised
                monday=Mon.
                tuesday=Tues.
                wednesday=Wed.
                january=Jan.
                february=Feb.
                august=Aug.
                september=Sept.
                october=Oct.
                december=Dec.
                two=2
                three=3
                four=4
                five=5
                six=6
                seven=7
                eight=8
                nine=9
                million=mln
                “="
                ”="
                """;
        pairs.lines().map(line -> line.split("=")).forEach(pair -> ALWAYS.put(pair[0], pair[1]));
    }

    private static final Map<String, String> SOMETIMES = Map.of(
            "which", "that",
            "said", "stated",
            "told reporters", "said",
            "because", "as",
            "while", "whereas",
            "injured", "hurt",
            "nobody", "no one",
            "since", "from",
            "after", "following",
            "the companies", "both");

    private HouseStyle() {}

    static String applied(String text, Random random) {
        String styled = text;
        for (var rule : ALWAYS.entrySet()) {
            String word = rule.getKey();
            String pattern = Character.isLetter(word.charAt(0)) ? "\\b" + word + "\\b" : word;
            styled = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                    .matcher(styled)
                    .replaceAll(Matcher.quoteReplacement(rule.getValue()));
        }
        for (var rule : SOMETIMES.entrySet()) {
            styled = Pattern.compile("\\b" + rule.getKey() + "\\b")
                    .matcher(styled)
                    .replaceAll(match -> random.nextInt(3) == 0 ? rule.getValue() : match.group());
        }
        return styled;
    }
}
