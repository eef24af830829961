package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileCopyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rss>",
                "<nitf>",
                "<newsItem>",
                "<NewsML>",
                "<!doctype html><p>",
                "plain words ",
                "From: a@b\nTo: c@d\nSubject: x\n\n"
            })
    void aBodyOfFiftyMegabytesIsTooLargeAtOnce(String opening) {
        byte[] body = new byte[50 * 1024 * 1024];
        Arrays.fill(body, (byte) 'x');
        byte[] start = opening.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, body, 0, start.length);

        assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(Copy.read(Copy.raw(body).build()))
                        .isInstanceOfSatisfying(
                                Rejected.class,
                                rejected -> assertThat(rejected.defect()).isEqualTo(Defect.TOO_LARGE)));
    }

    @Test
    void nestingWithoutEndIsTooDeep() {
        String deep = "<nitf><body><body.content>" + "<block>".repeat(10_000) + "x" + "</block>".repeat(10_000)
                + "</body.content></body></nitf>";

        assertThat(Copy.read(Copy.raw(deep).build()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.defect()).isEqualTo(Defect.TOO_LARGE));
    }

    /** What is looked up by name or neighbour must not be looked for anew for each of thousands. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nitf><head/><body><body.content>%<block><p>a</p></block>%</body.content></body></nitf>",
                "<nitf><body><body.content>%<media><media-caption>a</media-caption></media>%<p>a</p></body.content></body></nitf>",
                "<newsItem guid='a'><contentMeta><language tag='en'/>%<subject qcode='a:§'/>%<headline>a</headline></contentMeta>%<assert qcode='a:§'/>%</newsItem>",
                "<newsItem guid='a'><contentMeta>%<description xml:lang='fr'>§</description>%</contentMeta></newsItem>",
                "<newsItem guid='a'><contentMeta><headline>a</headline></contentMeta><contentSet>%<remoteContent href='§'/>%</contentSet></newsItem>",
                "<packageItem guid='a'><contentMeta><headline>a</headline></contentMeta><groupSet><group>%<itemRef href='§'><title>§</title></itemRef>%</group></groupSet></packageItem>",
                "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>a</HeadLine></NewsLines>%<SubjectCode><Subject FormalName='§'/></SubjectCode>%<Topic Duid='§'/>%</NewsComponent></NewsItem></NewsML>",
                "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>a</HeadLine></NewsLines>%<TopicOccurrence Topic='#§'/>%<Topic Duid='§'/>%</NewsComponent></NewsItem></NewsML>",
                "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>a</HeadLine></NewsLines>%<NewsComponent><ContentItem Href='§'/></NewsComponent>%</NewsComponent></NewsItem></NewsML>",
                "<newsMessage>%<newsItem guid='§'><contentMeta/></newsItem>%</newsMessage>",
                "<NewsML>%<NewsItem><Identification/></NewsItem>%</NewsML>"
            })
    void manyNeighboursAreReadInTime(String shape) {
        var copy = new StringBuilder();
        String[] parts = shape.split("%", -1);
        for (int part = 0; part < parts.length; part++) {
            boolean repeated = part > 0 && part < parts.length - 1;
            for (int i = 0; i < (repeated ? 15_000 : 1); i++) {
                copy.append(parts[part].replace("§", String.valueOf(i)));
            }
        }

        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Copy.read(Copy.raw(copy.toString()).build())).isNotNull());
    }

    @Test
    void noFileOfThisMachineIsReadThroughAnEntity() {
        String copy =
                "<!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item><title>a&f;b</title></item></channel></rss>";

        assertThat(Copy.itemOf(copy).getHeadline()).isEqualTo("a&f;b");
    }

    @Test
    void entitiesOfPlainTextAreReadAndThoseThatGrowAreNot() {
        String copy =
                "<!DOCTYPE rss [<!ENTITY co \"Acme\"><!ENTITY big \"&co;&co;\">]><rss><channel><item><title>&co; &big;</title></item></channel></rss>";

        assertThat(Copy.itemOf(copy).getHeadline()).isEqualTo("Acme &big;");
    }

    @ParameterizedTest
    @CsvSource({
        "koi8-r, Наверное единственное во что сегодня можно верить это погода за окном и новости",
        "windows-1251, Наверное единственное во что сегодня можно верить это погода за окном и новости",
        "x-windows-874, ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอนหรือวรรณยุกต์เช่นเดียวกับภาษาจีน",
        "Big5, 台灣的天氣今天很好我們一起去公園散步吧這是一個測試文件用來檢查編碼偵測",
        "EUC-JP, これはテストです日本語の文字コードを判定します今日は天気がいいですね",
        "Shift_JIS, これはテストです日本語の文字コードを判定します今日は天気がいいですね",
        "EUC-KR, 이것은 시험입니다 오늘은 날씨가 좋습니다 우리는 공원에 산책하러 갑니다",
    })
    void aFeedThatHidesItsCharsetIsReadByStatistics(String charset, String headline) {
        byte[] feed = ("<rss><channel><item><title>" + headline + "</title></item></channel></rss>")
                .getBytes(Charset.forName(charset));

        assertThat(Copy.items(Copy.raw(feed).build()).getFirst().getHeadline()).isEqualTo(headline);
    }

    @Test
    void numericReferencesOfWindowsMeanItsCharacters() {
        assertThat(Copy.itemOf("<rss><channel><item><title>It&#146;s</title></item></channel></rss>")
                        .getHeadline())
                .isEqualTo("It’s");
    }
}
