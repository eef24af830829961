package dateline.enrich.entity.train;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.entity.Lexicon.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is done to corpora before anything is learnt from them. */
class HouseStyleTest {
    private static final Known KNOWN = new Known().shipped();

    @Test
    void peoplesAreOfTheRestAndNoNameBeginsWithItsArticle() {
        Labelled marked = Marked.read("[O Muslims] in [L the United States] thanked [O Yoruba Broadcasting].")
                .labelled();

        assertThat(names(new HouseStyle(KNOWN).of(marked)))
                .containsExactly("MISC Muslims", "PLACE United States", "ORG Yoruba Broadcasting");
    }

    @Test
    void aDocumentUnderOtherNamesKeepsItsWordsAndCallsEachPersonOneThing() {
        Labelled marked = Marked.read("[P Ada Wong] met [P Bo Lind] in [L Kenya]. [P Ada Wong] left [L Kenya].")
                .labelled();
        var random = new Random(1);

        Labelled renamed = new Renamed(KNOWN, new Drill(KNOWN, random), new People(random)).of(marked);

        List<String> names = names(renamed);
        assertThat(names).hasSize(5).doesNotContain("PERSON Ada Wong", "PERSON Bo Lind");
        assertThat(names.get(3)).isEqualTo(names.get(0));
        assertThat(names.get(4)).isEqualTo(names.get(2));
        assertThat(renamed.text()).containsSubsequence(" met ", " in ", ". ", " left ", ".");
    }

    @Test
    void whatIsThinnedKnowsTitlesStill() {
        assertThat(KNOWN.thinned().listed(Kind.TITLE)).isEqualTo(KNOWN.listed(Kind.TITLE));
        assertThat(KNOWN.thinned().listed(Kind.FAMILY))
                .hasSizeLessThan(KNOWN.listed(Kind.FAMILY).size());
    }

    private static List<String> names(Labelled document) {
        return document.names().stream()
                .map(mark -> mark.type() + " " + document.text().substring(mark.start(), mark.end()))
                .toList();
    }
}
