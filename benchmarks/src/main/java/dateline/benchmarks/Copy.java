package dateline.benchmarks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import wire.RawItem;

/** Made-up copy of a wire's usual sizes. */
final class Copy {
    private static final String PARAGRAPH =
            "Officials in Kenya and Uganda said on Tuesday that the European Union, Japan and South Korea had agreed to finance a "
                    + "railway from Mombasa to Kampala, and that China would supply the locomotives. “The line will carry grain and "
                    + "fuel,” the transport minister told reporters in Nairobi, while opposition leaders asked who would pay for it.";

    private Copy() {}

    /** An article of some 5,000 characters, with a dateline and credit lines. */
    static String article() {
        return "NAIROBI, Kenya (Bench Wire) - " + (PARAGRAPH + "\n").repeat(15)
                + "Source: Bench-OANA\nEditor: Ann Other\n";
    }

    /** A page with that article in it. */
    static String page() {
        return "<!DOCTYPE html><html lang=en><head><title>Railway agreed</title><meta property=og:title content='Railway agreed'></head><body><nav>"
                + "<a href=/x>Section</a> ".repeat(60)
                + "</nav><article><h1>Railway agreed</h1>"
                + ("<p>" + PARAGRAPH + "</p>").repeat(15)
                + "</article><aside>"
                + "<div class=teaser><a href=/y>Another story that you may like</a></div>".repeat(80)
                + "</aside></body></html>";
    }

    /** An RSS document of so many entries, each with an article of some 2,000 characters. */
    static RawItem rss(int entries) {
        var rss = new StringBuilder("<rss version=\"2.0\"><channel><title>Bench</title>");
        for (int i = 0; i < entries; i++) {
            rss.append(
                    "<item><guid isPermaLink=\"false\">b-%d</guid><title>Railway agreed, part %d</title><link>https://bench.example/%d</link>"
                            .formatted(i, i, i));
            rss.append("<pubDate>Tue, 10 Mar 2026 06:10:00 GMT</pubDate><description>&lt;p&gt;");
            rss.append((PARAGRAPH + "&lt;/p&gt;&lt;p&gt;").repeat(6)).append("</description></item>");
        }
        return RawItem.newBuilder()
                .setFeed("bench")
                .setLanded(Instant.EPOCH)
                .setBytes(ByteBuffer.wrap(
                        rss.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8)))
                .build();
    }
}
