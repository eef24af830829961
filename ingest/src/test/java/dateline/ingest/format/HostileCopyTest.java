package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag(Bounds.GROUP)
class HostileCopyTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<nitf><body><body.content>, <block>, </block>, </body.content></body></nitf>",
                "<rss><channel><item><title>, <b>, </b>, </title></item></channel></rss>",
                "<newsItem guid='a'>, <x>, </x>, </newsItem>",
                "<feed xmlns='http://www.w3.org/2005/Atom'>, <entry>, </entry>, </feed>",
                "`{\"uri\":\"a\",\"type\":\"text\",\"headline\":\"t\",\"body_text\":`, [, ], }",
                "`{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[`, `{\"a\":`, }, ]}",
            })
    void nestingWithoutEndIsTooDeep(String opening, String open, String close, String closing) {
        String deep = opening + open.repeat(10_000) + "1" + close.repeat(10_000) + closing;

        assertThat(Bounds.read(Copy.raw(deep).build()))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.defect()).isEqualTo(Defect.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<table><tr><td>", "<ul><li>", "<font><p>", "<svg><g>"})
    void markupNestedWithoutEndIsStillRead(String tags) {
        String nested = tags.repeat(10_000) + "Ferries fill up";
        String page = "<!doctype html><html><head><title>Bridge shuts</title></head><body>" + nested;
        String escaped = "<rss><channel><item><title>Bridge shuts</title><description><![CDATA[" + nested
                + "]]></description></item></channel></rss>";

        assertThat(List.of(page, escaped))
                .allSatisfy(copy -> assertThat(Bounds.read(Copy.raw(copy).build()))
                        .isInstanceOfSatisfying(
                                Read.class,
                                read -> assertThat(read.items().getFirst().getHeadline())
                                        .isEqualTo("Bridge shuts")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!ENTITY a9 '&a8;&a8;&a8;&a8;&a8;&a8;&a8;&a8;&a8;&a8;'>",
                "<!ENTITY a9 SYSTEM 'file:///dev/zero'>",
                "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/bomb.dtd'> %p;"
            })
    void anEntityBombGoesOffNowhere(String last) {
        var bomb = new StringBuilder("<!DOCTYPE rss [<!ENTITY a0 'boom'>");
        for (int i = 1; i < 9; i++) {
            bomb.append(
                    "<!ENTITY a%d '%s'>".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        bomb.append(last).append("]><rss><channel><item><title>Bridge shuts &a0; &a9;</title></item></channel></rss>");

        assertThat(Bounds.read(Copy.raw(bomb.toString()).build()))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(read.items().getFirst().getHeadline())
                                .isEqualTo("Bridge shuts boom &a9;"));
    }

    @Test
    void copyCutAnywhereEndsInItemsOrADefect() {
        for (Path fixture : Copy.all()) {
            byte[] whole = Copy.bytes(Copy.FOLDER.relativize(fixture).toString());
            for (int length : List.of(0, 1, 2, 16, whole.length / 2, whole.length - 1)) {
                byte[] cut = Arrays.copyOf(whole, Math.clamp(length, 0, whole.length));
                Reading reading = Bounds.read(Copy.raw(cut).build());

                assertThat(reading).as("%s cut at %d", fixture, length).isNotNull();
            }
        }
    }

    @Test
    void nulsBetweenAllCharactersAreDropped() {
        String copy = "<rss><channel><item><title>Bridge shuts</title></item></channel></rss>";
        String nuls = copy.chars().mapToObj(c -> "\0" + (char) c).collect(Collectors.joining()) + "\0\0\0";

        assertThat(Copy.itemOf(nuls).getHeadline()).isEqualTo("Bridge shuts");
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

        assertThat(Bounds.read(Copy.raw(copy.toString()).build())).isNotNull();
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
