package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import wire.EntityType;
import wire.Part;

class LinearTaggerTest {
    private static final LinearTagger TAGGER = new LinearTagger();

    @Test
    void namesOfTheHeadlineCountInTheHeadline() {
        String headline = "Kenya and Uganda agree on a railway";
        String body = "NAIROBI - President William Ruto said on Monday that Kenya had agreed.";

        List<Name> names = TAGGER.names(headline, body, "en");

        assertThat(names)
                .filteredOn(name -> name.part() == Part.HEADLINE)
                .extracting(name -> headline.substring(name.start(), name.end()))
                .contains("Kenya", "Uganda");
        assertThat(names)
                .filteredOn(name -> name.part() == Part.BODY && name.type() == EntityType.PERSON)
                .extracting(name -> body.substring(name.start(), name.end()))
                .contains("William Ruto");
    }

    @Test
    void namesNeverLieOverOneAnotherAndStayInTheText() {
        var random = new Random(7);
        String[] bits = {
            "A",
            "a",
            ".",
            "-",
            "'",
            "’",
            " ",
            "\n",
            "U.S.",
            "\ud83d",
            "\ude00",
            "😀",
            "Ж",
            "中",
            "שלום",
            "\u0000",
            "@x",
            "#y",
            "http://a.b/c",
            "Paris",
            "&",
            "Mc",
            "O'",
            "(",
            ")",
            "\"",
            "1996-12-06",
            "\u202e",
            "\ufeff",
            "É",
            "ß",
            "İ"
        };
        for (int round = 0; round < 500; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(bits[random.nextInt(bits.length)]);
            }
            String body = text.toString();
            int last = 0;
            for (Name name : TAGGER.names("", body, null)) {
                assertThat(name.start()).isGreaterThanOrEqualTo(last);
                assertThat(name.end()).isGreaterThan(name.start()).isLessThanOrEqualTo(body.length());
                assertThat(name.confidence()).isBetween(0.0, 1.0);
                last = name.end();
            }
        }
    }
}
