package dateline.sink.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.sink.Copy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wire.Article;
import wire.Carrier;

class DesksTest {
    private static final Article FERRY = Copy.article("a").build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {countries: ['JP', 'CN']}                            | true
                    {countries: 'CN'}                                    | false
                    {regions: ['east-asia']}                             | true
                    {topics: ['shipping']}                               | false
                    {entities: ['busan']}                                | true
                    {entities: ['bus']}                                  | false
                    {providers: ['harbour wire']}                        | true
                    {feeds: ['harbour-world', 'other']}                  | true
                    {languages: ['en']}                                  | true
                    {languages: ['en-US']}                               | false
                    {languages: ['e-n']}                                 | refused
                    {subjects: ['medtop:20000065']}                      | true
                    {subjects: ['Transport']}                            | true
                    {subjects: ['20000065']}                             | false
                    {text: 'PORT'}                                       | true
                    {text: 'missile'}                                    | false
                    {text: ['missile', 'ferry talks']}                   | true
                    {text: 'wednesday. no missiles'}                     | true
                    {text: 'talks (open'}                                | false
                    {maxUrgency: 3}                                      | true
                    {maxUrgency: 2}                                      | false
                    {countries: ['JP'], text: 'port'}                    | true
                    {countries: ['JP'], text: 'airport'}                 | false
                    {any: [{countries: 'FR'}, {text: 'officials'}]}      | true
                    {any: [{countries: 'FR'}, {text: 'ministers'}]}      | false
                    {all: [{countries: 'KR'}, {text: 'officials'}]}      | true
                    {all: [{countries: 'KR'}, {text: 'ministers'}]}      | false
                    {countries: 'KR', not: {text: 'officials'}}          | false
                    {not: {countries: 'FR'}}                             | true
                    """)
    void aDeskWantsAnArticleThatMeetsAllItsConditions(String rule, String wanted) {
        if (wanted.equals("refused")) {
            assertThatThrownBy(() -> Rules.desks("{desk: " + rule + "}")).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(Rules.desks("{desk: " + rule + "}").wanting(FERRY).contains("desk"))
                .isEqualTo(Boolean.parseBoolean(wanted));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {asia: {}}                             | the rule is empty
                    {asia: {countries: []}}                | countries is empty
                    {asia: {countries: ['Japan']}}         | countries has "Japan": not a country of ISO 3166-1
                    {asia: {countries: ['jp']}}            | countries has "jp": write JP
                    {asia: {countries: ['UK']}}            | the United Kingdom is GB
                    {asia: {countries: [' ']}}             | countries has an empty value
                    {asia: {countries: [null]}}            | countries has an empty value
                    {asia: {regions: ['East Asia']}}       | regions has "East Asia": not a slug
                    {asia: {text: ['...']}}                | text has "...": no word in it
                    {asia: {maxUrgency: 10}}               | maxUrgency is 10: give 1 (flash) to 9
                    {asia: {not: {}}}                      | the rule is empty
                    {asia: {dedupe: true}}                 | the rule is empty
                    {asia: {any: [{text: 'x', dedupe: true}]}} | dedupe stands within any
                    {asia: {not: {text: 'x', dedupe: true}}}   | dedupe stands within any
                    {'East Asia': {countries: ['JP']}}     | desks has "East Asia": a desk's name takes
                    {'': {countries: ['JP']}}              | desks has "": a desk's name takes
                    """)
    void nonsenseIsRefusedWithTheCulpritAndItsValue(String rules, String complaint) {
        assertThatThrownBy(() -> Rules.desks(rules))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void anArticleWithoutUrgencyOrLanguageDoesNotMeetAConditionOnThem() {
        Article unknown = Copy.article("a").setUrgency(0).setLanguage(null).build();

        assertThat(Rules.desks("{u: {maxUrgency: 9}, l: {languages: 'en'}}").wanting(unknown))
                .isEmpty();
    }

    @Test
    void aDeskThatAsksForOneOfEachGroupTakesNoCopies() {
        Desks desks = Rules.desks("{one: {countries: 'KR', dedupe: true}, each: {countries: 'KR', dedupe: false}}");

        assertThat(desks.wanting(FERRY)).containsExactly("each", "one");
        assertThat(desks.wanting(
                        Article.newBuilder(FERRY).setGroup("b").setCopyOf("b").build()))
                .containsExactly("each");
    }

    @Test
    void theFirstOfAGroupIsTheFirstThatTheDeskWouldHave() {
        Desks desks = Rules.desks("""
                { gazettes: { providers: ['Gazette', 'Herald'], dedupe: true },
                  ferries: { any: [{ feeds: 'shipping' }, { providers: 'Gazette' }], dedupe: true } }
                """);
        Article copy = Article.newBuilder(FERRY)
                .setProvider("Gazette")
                .setFeed("gazette")
                .setGroup("b")
                .setCopyOf("b")
                .setCarriedBefore(List.of(new Carrier("Wire", "wire")))
                .build();

        assertThat(desks.wanting(copy)).containsExactly("ferries", "gazettes");
        assertThat(desks.wanting(before(copy, new Carrier("HERALD", "herald")))).containsExactly("ferries");
        assertThat(desks.wanting(before(copy, new Carrier("Wire", "shipping")))).containsExactly("gazettes");
        assertThat(desks.wanting(before(copy, new Carrier("Gazette", "gazette"))))
                .isEmpty();
    }

    private static Article before(Article copy, Carrier carrier) {
        return Article.newBuilder(copy)
                .setCarriedBefore(List.of(new Carrier("Wire", "wire"), carrier))
                .build();
    }

    @Test
    void wordsOfScriptsWithoutSpacesAreFoundWithinTheirSentence() {
        Article japanese = Copy.article("a").setHeadline("北朝鮮がミサイルを発射").build();

        assertThat(Rules.desks("{m: {text: 'ミサイル'}}").wanting(japanese)).containsExactly("m");
    }

    @Test
    void theFingerprintChangesWithARuleAndNotWithTheOrderOfDesks() {
        String one = Rules.desks("{a: {text: 'x'}, b: {text: 'y'}}").fingerprint();

        assertThat(Rules.desks("{b: {text: 'y'}, a: {text: 'x'}}").fingerprint())
                .isEqualTo(one);
        assertThat(Rules.desks("{a: {text: 'x'}, b: {text: 'z'}}").fingerprint())
                .isNotEqualTo(one);
    }
}
