package dateline.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.Copy;
import java.util.List;
import org.junit.jupiter.api.Test;
import wire.Article;
import wire.Dateline;
import wire.MediaRef;
import wire.Place;
import wire.Status;

class ArticleJsonTest {
    @Test
    void anArticleHasTheNamesOfTheContractAndTimesInUtc() {
        ObjectNode json = ArticleJson.of(Copy.article("harbour:1")
                .setDateline(Dateline.newBuilder()
                        .setText("BUSAN, March 4")
                        .setPlaceName("BUSAN")
                        .setPlace(Place.newBuilder()
                                .setName("Busan")
                                .setCountry("KR")
                                .build())
                        .build())
                .setCountryScores(List.of(1.0, 0.4))
                .build());

        assertThat(json.get("id").asText()).isEqualTo("harbour:1");
        assertThat(json.get("status").asText()).isEqualTo("usable");
        assertThat(json.get("event").asText()).isEqualTo("PUBLISHED");
        assertThat(json.get("landed").asText()).isEqualTo("2026-03-04T10:15:30Z");
        assertThat(json.get("dateline"))
                .hasToString(
                        "{\"text\":\"BUSAN, March 4\",\"place\":\"BUSAN\",\"other_places\":[],\"date\":null,\"agency\":null,\"resolved\":\"Busan\","
                                + "\"country\":\"KR\",\"lat\":null,\"lon\":null,\"geonameId\":null}");
        assertThat(json.get("subjects")).hasToString("[{\"code\":\"medtop:20000065\",\"name\":\"transport\"}]");
        assertThat(json.at("/entities/0"))
                .hasToString("{\"type\":\"PLACE\",\"text\":\"Busan\",\"part\":\"headline\",\"start\":20,\"end\":25,"
                        + "\"confidence\":0.9,\"role\":null,\"place\":\"Busan\",\"country\":\"KR\",\"lat\":35.1,"
                        + "\"lon\":129.04,\"geonameId\":1838524}");
        assertThat(json.get("countries")).hasToString("[\"KR\",\"JP\"]");
        assertThat(json.get("country_scores")).hasToString("[1.0,0.4]");
        assertThat(json.get("body_html").isNull()).isTrue();
    }

    @Test
    void copyThatMayNotBeUsedKeepsItsFactAndReasonAndNoneOfItsText() {
        Article killed = Copy.kill("a", "The talks did not take place.")
                .setBodyText("secret")
                .setBodyHtml("<p>secret</p>")
                .setMedia(List.of(MediaRef.newBuilder().setCaption("secret").build()))
                .build();
        Article withheld = Copy.article("a")
                .setStatus(Status.WITHHELD)
                .setBodyText("secret")
                .build();

        assertThat(ArticleJson.line(killed))
                .contains("\"kill_reason\":\"The talks did not take place.\"", "\"event\":\"KILLED\"")
                .doesNotContain("secret");
        assertThat(ArticleJson.line(withheld)).doesNotContain("secret");
    }

    @Test
    void aLineIsOneLineWithoutNul() {
        String line = ArticleJson.line(
                Copy.article("a").setBodyText("one\ntwo\0three\u2028").build());

        assertThat(line).doesNotContain("\n", "\\u0000").contains("one\\ntwo\uFFFDthree");
    }
}
