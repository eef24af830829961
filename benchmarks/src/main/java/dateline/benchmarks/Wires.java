package dateline.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import wire.RawItem;

/** One story as each format files it: made-up documents of as many items, 5 to 8 KB each, as a wire would send at once. */
final class Wires {
    private static final String SENTENCE =
            "Officials in Kenya and Uganda said on Tuesday that Japan had agreed to finance a railway "
                    + "from Mombasa to Kampala, and that the line will carry grain, fuel and, in the end, people. ";
    private static final String PARAGRAPH = SENTENCE.repeat(2).strip();
    private static final int PARAGRAPHS = 15;

    private Wires() {}

    static RawItem document(String format, int items) {
        String text = switch (format) {
            case "rss" -> """
                            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Bench</title>%s</channel></rss>
                            """.formatted(each(items, i -> """
                            <item><guid isPermaLink="false">b-%d</guid><title>Railway agreed, part %d</title><link>https://bench.example/%d</link>
                            <pubDate>Tue, 10 Mar 2026 06:10:00 GMT</pubDate><category>Rail</category><content:encoded><![CDATA[%s]]></content:encoded></item>
                            """.formatted(i, i, i, html())));
            case "atom" -> """
                            <feed xmlns="http://www.w3.org/2005/Atom"><title>Bench</title>%s</feed>
                            """.formatted(each(items, i -> """
                            <entry><id>urn:bench:%d</id><title>Railway agreed, part %d</title><link href="https://bench.example/%d"/>
                            <published>2026-03-10T06:10:00Z</published><updated>2026-03-10T06:20:00Z</updated><author><name>Ann Other</name></author>
                            <category term="rail"/><content type="html">%s</content></entry>
                            """.formatted(i, i, i, html().replace("<", "&lt;"))));
            case "json-feed" -> """
                            {"version":"https://jsonfeed.org/version/1.1","title":"Bench","items":[%s]}
                            """.formatted(list(items, i -> """
                            {"id":"b-%d","title":"Railway agreed, part %d","url":"https://bench.example/%d","date_published":"2026-03-10T06:10:00Z",
                            "tags":["rail"],"content_html":"%s"}""".formatted(i, i, i, html())));
            case "nitf" -> """
                            <nitf version="-//IPTC//DTD NITF 3.5//EN"><head><title>Railway agreed</title><tobject><tobject.subject
                            tobject.subject.refnum="04015000"/></tobject><docdata management-status="usable"><doc-id id-string="b-1" regsrc="Bench Wire"/>
                            <urgency ed-urg="4"/><date.issue norm="20260310T061000Z"/><du-key key="railway" version="2"/></docdata></head>
                            <body><body.head><hedline><hl1>Railway agreed</hl1></hedline><byline>By <person>Ann Other</person></byline>
                            <dateline><location>NAIROBI</location></dateline></body.head><body.content>%s</body.content></body></nitf>
                            """.formatted(html());
            case "newsml-g2" -> """
                            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-10T06:10:00Z</sent></header><itemSet>%s</itemSet></newsMessage>
                            """.formatted(each(items, i -> """
                            <newsItem guid="urn:newsml:bench.example:20260310:%d" version="2" standard="NewsML-G2" standardversion="2.35" xml:lang="en">
                            <rightsInfo><copyrightNotice>(c) Bench Wire</copyrightNotice></rightsInfo><itemMeta><itemClass qcode="ninat:text"/>
                            <provider qcode="nprov:BW"><name>Bench Wire</name></provider><versionCreated>2026-03-10T06:10:00Z</versionCreated>
                            <pubStatus qcode="stat:usable"/></itemMeta><contentMeta><urgency>4</urgency><located type="cptype:city"><name>Nairobi</name></located>
                            <subject qcode="medtop:20000350"><name>railway</name></subject><subject qcode="geo:KE" type="cpnat:geoArea"><name>Kenya</name></subject>
                            <keyword>railway</keyword><slugline>KENYA-RAILWAY</slugline><headline>Railway agreed, part %d</headline><by>Ann Other</by>
                            </contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>%s</body></html>
                            </inlineXML></contentSet></newsItem>
                            """.formatted(i, i, html())));
            case "newsml-1.2" -> """
                            <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260310T061000Z</DateAndTime></NewsEnvelope>%s</NewsML>
                            """.formatted(each(items, i -> """
                            <NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>bench.example</ProviderId><DateId>20260310</DateId>
                            <NewsItemId>B-%d</NewsItemId><RevisionId PreviousRevision="1" Update="N">2</RevisionId></NewsIdentifier></Identification>
                            <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260310T061000Z</FirstCreated>
                            <ThisRevisionCreated>20260310T062000Z</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/></NewsManagement>
                            <NewsComponent><NewsLines><HeadLine>Railway agreed, part %d</HeadLine><ByLine>By Ann Other</ByLine><DateLine>NAIROBI</DateLine></NewsLines>
                            <DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="04000000"/></SubjectCode></DescriptiveMetadata>
                            <NewsComponent><Role FormalName="Main"/><ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content>%s</body.content>
                            </body></nitf></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>
                            """.formatted(i, i, html())));
            case "ninjs" -> """
                            {"uri":"urn:newsml:bench.example:1","version":"2","type":"text","pubstatus":"usable","urgency":4,"language":"en",
                            "versioncreated":"2026-03-10T06:10:00Z","headline":"Railway agreed","byline":"By Ann Other","located":"Nairobi",
                            "subject":[{"code":"medtop:20000350","name":"railway"}],"body_xhtml":"%s"}
                            """.formatted(html());
            case "iptc7901" ->
                each(
                        items,
                        i ->
                                "\u0001bwx%04d 4 i 900  bwx 0456\r\n\r\nKenya-railway/\r\n\u0002Railway agreed, part %d =\r\n\r\nNairobi (bwx) - %s\u0003100610 GMT Mar 26\r\n\u0004"
                                        .formatted(i, i, wrapped("", "\r\n")));
            case "anpa" ->
                each(
                        items,
                        i ->
                                "\u0016\u0016\u0001A%04d\u001f__kenya\nr i\u0013\u0011BC-BW--Kenya-Railway     03-10 0900\n\u0002^BC-BW--Kenya Railway,900<\n^Railway agreed, part %d<\n^By ANN OTHER=\n^Bench Wire=\n\t   NAIROBI (BW) _ %s\n\t   \u0003BW-WF-03-10-26 0610GMT<\n\n\u0004"
                                        .formatted(i, i, wrapped("\t   ", "\n")));
            case "mail" -> """
                            From: Ann Other <ann@bench.example>
                            To: desk@paper.example
                            Subject: Railway agreed
                            Date: Tue, 10 Mar 2026 06:10:00 +0000
                            Message-ID: <b-1@bench.example>
                            MIME-Version: 1.0
                            Content-Type: text/plain; charset=utf-8

                            %s
                            """.formatted((PARAGRAPH + "\n\n").repeat(PARAGRAPHS));
            case "ap-media-json" -> """
                            {"data":{"items":[%s]}}
                            """.formatted(list(items, i -> """
                            {"item":{"altids":{"itemid":"b%d"},"version":2,"type":"text","urgency":4,"language":"en","pubstatus":"usable",
                            "versioncreated":"2026-03-10T06:10:00Z","headline":"Railway agreed, part %d","slugline":"BC-BW--Kenya Railway",
                            "bylines":[{"by":"By ANN OTHER"}],"subject":[{"code":"f25","name":"General news"}]},"nitf":{"body_html":"%s"}}""".formatted(i, i, html())));
            case "cdf" -> """
                            <CHANNEL HREF="https://bench.example/"><TITLE>Bench</TITLE>%s</CHANNEL>
                            """.formatted(each(items, i -> """
                            <ITEM HREF="https://bench.example/%d" LASTMOD="2026-03-10T06:10"><TITLE>Railway agreed, part %d</TITLE>
                            <ABSTRACT>%s</ABSTRACT></ITEM>
                            """.formatted(i, i, html())));
            case "html" -> """
                            <!DOCTYPE html><html lang="en"><head><title>Railway agreed</title><meta property="og:title" content="Railway agreed">
                            <link rel="canonical" href="https://bench.example/1"><meta property="article:published_time" content="2026-03-10T06:10:00Z">
                            <meta name="author" content="Ann Other"></head><body><nav><a href="/">Home</a></nav><article><h1>Railway agreed</h1>%s</article></body></html>
                            """.formatted(html());
            case "text" -> "Railway agreed\n\n" + wrapped("", "\n");
            default -> throw new IllegalArgumentException("no copy of the format " + format);
        };
        return RawItem.newBuilder()
                .setFeed("bench")
                .setLanded(Instant.parse("2026-03-10T07:00:00Z"))
                .setBytes(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String html() {
        return ("<p>" + PARAGRAPH + "</p>").repeat(PARAGRAPHS);
    }

    /** Paragraphs in lines of a teleprinter's width. */
    private static String wrapped(String indent, String end) {
        return (indent + PARAGRAPH.replaceAll("(.{50,64}) ", "$1" + end) + end + end).repeat(PARAGRAPHS);
    }

    private static String each(int items, IntFunction<String> item) {
        return IntStream.range(0, items).mapToObj(item).collect(Collectors.joining());
    }

    private static String list(int items, IntFunction<String> item) {
        return IntStream.range(0, items).mapToObj(item).collect(Collectors.joining(","));
    }
}
