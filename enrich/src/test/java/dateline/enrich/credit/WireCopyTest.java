package dateline.enrich.credit;

import static dateline.enrich.Copy.copy;
import static dateline.enrich.Copy.lines;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.dateline.Datelines;
import dateline.enrich.dateline.FiledFrom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wire.Credits;

class WireCopyTest {
    private static final Set<String> KNOWN = Set.of("new delhi", "paris", "london");
    private static final Datelines DATELINES = new Datelines(name -> KNOWN.contains(name.toLowerCase(Locale.ROOT)));
    private static final String STORY =
            "The envoys met again on Monday in the capital, officials said.\nThey will meet again on Friday.";

    private static WireCopy read(String text) {
        return WireCopy.read(text, "", DATELINES);
    }

    static List<String> tops() {
        return lines("wire/tops.tsv");
    }

    static List<String> credits() {
        return lines("wire/credits.tsv");
    }

    static List<String> kept() {
        return lines("wire/kept.txt");
    }

    @ParameterizedTest
    @MethodSource("tops")
    void whatStandsOverAStoryIsReadAndTakenOff(String row) {
        String[] wanted = unfolded(row);
        WireCopy copy = WireCopy.read(wanted[0], wanted[1], DATELINES);

        assertThat(copy.headline()).isEqualTo(wanted[2]);
        assertThat(copy.dateline() == null ? "" : copy.dateline().text()).isEqualTo(wanted[3]);
        assertThat(copy.credits().getReporters()).isEqualTo(list(wanted[4], ", "));
        assertThat(copy.hints().stream()
                        .map(hint -> hint.kind() + (hint.number() == 0 ? "" : " " + hint.number()))
                        .collect(joining(", ")))
                .isEqualTo(wanted[5]);
        assertThat(copy.body()).isEqualTo(wanted[6]);
    }

    @ParameterizedTest
    @MethodSource("credits")
    void whatStandsUnderAStoryIsReadAndTakenOff(String row) {
        String[] wanted = unfolded(row);
        WireCopy copy = read(STORY + "\n" + wanted[0]);

        assertThat(copy.body()).isEqualTo(STORY);
        assertThat(said(copy)).isEqualTo(wanted[1]);
    }

    private static String said(WireCopy copy) {
        Credits credits = copy.credits();
        List<String> said = new ArrayList<>();
        say(said, "source", String.join(", ", credits.getSources()));
        say(said, "agency", String.join(", ", credits.getAgencies()));
        say(said, "reporter", String.join(", ", credits.getReporters()));
        say(said, "editor", String.join(", ", credits.getEditors()));
        say(said, "translator", String.join(", ", credits.getTranslators()));
        say(said, "contributor", String.join(", ", credits.getContributors()));
        say(said, "copyright", credits.getCopyright() == null ? "" : credits.getCopyright());
        say(said, "site", credits.getSite() == null ? "" : credits.getSite());
        say(said, "related", String.join(" | ", copy.related()));
        return String.join("; ", said);
    }

    private static void say(List<String> said, String role, String names) {
        if (!names.isEmpty()) {
            said.add(role + ": " + names);
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void aLastLineThatOnlyLooksLikeACreditStays(String line) {
        assertThat(read(STORY + "\n" + line).body()).isEqualTo(STORY + "\n" + line);
    }

    @ParameterizedTest
    @MethodSource({"tops", "credits", "kept"})
    void nothingOfTheTextIsLost(String row) {
        assertAllIsAccountedFor(unfolded(row)[0]);
        assertAllIsAccountedFor(STORY + "\n" + unfolded(row)[0]);
    }

    @Test
    void nothingOfADamagedTextIsLost() {
        var random = new Random(7);
        List<String> rows = Stream.of(tops(), credits(), lines("wire/datelines.tsv"), lines("wire/no-datelines.txt"))
                .flatMap(List::stream)
                .toList();
        for (int i = 0; i < 10_000; i++) {
            assertAllIsAccountedFor(damaged(unfolded(rows.get(random.nextInt(rows.size())))[0], random));
        }
    }

    private static String damaged(String text, Random random) {
        String noise = "()[]/-–—.,:;'’ \n\t&#30ABcéİßﬁ\ud83d\u00a0=_*";
        var damaged = new StringBuilder(text);
        for (int i = random.nextInt(6); i > 0 && !damaged.isEmpty(); i--) {
            int at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.setLength(at);
                default -> damaged.insert(at, noise.charAt(random.nextInt(noise.length())));
            }
        }
        return damaged.toString();
    }

    private static void assertAllIsAccountedFor(String text) {
        WireCopy copy = read(text);
        var rest = new StringBuilder(text);
        copy.pieces().forEach(piece -> blank(rest, piece.start(), piece.end()));
        copy.paragraphs().forEach(paragraph -> blank(rest, paragraph.start(), paragraph.end()));

        assertThat(rest.toString())
                .as("neither story nor named, of %s", text)
                .matches("[\\s\\p{Cntrl}\u00a0–—:.,=_-]*");
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, " ".repeat(end - start));
    }

    @ParameterizedTest
    @MethodSource({"tops", "credits"})
    void everyPlaceInTheBodyIsFoundInTheText(String row) {
        String text = unfolded(row)[0];
        WireCopy copy = read(text);

        for (int i = 0; i < copy.body().length(); i++) {
            char c = copy.body().charAt(i);
            if (c != '\n') {
                assertThat(text.charAt(copy.inText(i))).isEqualTo(c);
            }
        }
        FiledFrom filed = copy.dateline();
        if (filed != null) {
            assertThat(text.substring(filed.start())).startsWith(filed.text());
            assertThat(filed.places())
                    .allSatisfy(spot -> assertThat(text.substring(spot.start())).startsWith(spot.name()));
        }
    }

    @Test
    void republishedCopyIsTakenApart() {
        WireCopy copy = read(copy("text/republished.txt"));

        assertThat(copy.headline()).isEqualTo("Japan, US envoys renew pledge on North Korea missile watch");
        assertThat(copy.body()).startsWith("Japanese envoy Haruto").endsWith("a rehearsal for war.");
        assertThat(copy.dateline()).extracting(FiledFrom::text).isEqualTo("Karuizawa, Japan (Lantern Wire)");
        assertThat(said(copy))
                .isEqualTo(
                        "source: Miyako-TAPA; agency: Miyako, TAPA; editor: Bima Nugraha; translator: Sari Wulandari; site: www.lanternwire.example; "
                                + "related: South Korea opens new harbour for patrol boats | Harbour towns count the cost of drills");
        assertThat(copy.pieces().getFirst().kind()).isEqualTo(Piece.Kind.TITLE);
        assertThat(copy.pieces().getLast().kind()).isEqualTo(Piece.Kind.END_MARK);
    }

    @Test
    void aLinkToAnotherStoryInTheMiddleIsNoParagraph() {
        assertThat(read("One.\nBaca juga: Dua\nThree.").body()).isEqualTo("One.\nThree.");
    }

    @Test
    void aTextOfACreditAloneIsAStory() {
        assertThat(read("Source: Kyodo").body()).isEqualTo("Source: Kyodo");
        assertThat(read("").body()).isEmpty();
    }

    @Test
    void whatFollowsAnEndMarkInTheFirstHalfStays() {
        String text = "One.\n###\n" + "Two, and more of the same.\n".repeat(4).strip();

        assertThat(read(text).body()).isEqualTo(text);
    }

    private static String[] unfolded(String row) {
        return row.replace('¶', '\n').replace('␃', '\u0003').split("\t", -1);
    }

    private static List<String> list(String joined, String by) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(by, -1));
    }
}
