package dateline.ingest.format.plain;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.text.Charsets;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import java.util.ArrayList;
import java.util.List;
import wire.RawItem;

/**
 * Wire copy as plain text: a headline, often twice, then paragraphs. Datelines and credits stay in the text, enrich reads
 * them there.
 */
public final class PlainTextFormat implements WireFormat {
    /** A first line longer than this is a paragraph and no headline, in characters. */
    private static final int LONGEST_HEADLINE = 220;

    @Override
    public String name() {
        return "text";
    }

    /** Asked last: whatever people can read, and that is not markup or JSON of a kind nobody here knows. */
    @Override
    public boolean recognises(RawItem raw) {
        Opening opening = Opening.of(raw.getBytes());
        if (opening.text().isEmpty()
                || opening.text().startsWith("%PDF-")
                || opening.text().startsWith("{\\rtf")
                || !opening.root().isEmpty()
                || opening.text().startsWith("<")
                || opening.isJson()) {
            return false;
        }
        String head = Charsets.decode(java.nio.ByteBuffer.wrap(head(raw)), raw.getContentType())
                .text();
        long odd = head.chars()
                .filter(c -> (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == '\uFFFD')
                .count();
        long letters = head.chars().filter(Character::isLetter).count();
        return odd * 100 <= head.length() && letters * 3 >= head.length();
    }

    @Override
    public Reading read(RawItem raw) {
        Charsets.Decoded decoded = Charsets.decode(raw.getBytes(), raw.getContentType());
        List<String> paragraphs = paragraphs(decoded.text().replace("\0", ""));
        if (paragraphs.isEmpty()) {
            return new Rejected(Defect.NO_CONTENT, "the text is blank");
        }
        String headline = paragraphs.getFirst();
        List<String> rest = paragraphs;
        if (headline.length() <= LONGEST_HEADLINE && paragraphs.size() > 1) {
            int from = 1;
            while (from < paragraphs.size() && paragraphs.get(from).equalsIgnoreCase(headline)) {
                from++;
            }
            rest = paragraphs.subList(from, paragraphs.size());
        } else if (headline.length() > LONGEST_HEADLINE) {
            headline = headline.substring(0, headline.lastIndexOf(' ', 100) > 0 ? headline.lastIndexOf(' ', 100) : 100)
                    + "…";
        }
        var harvest = new Harvest();
        harvest.add(new Draft(raw, name())
                .headline(headline)
                .body(Markup.plain(String.join("\n", rest)))
                .provider(raw.getProvider())
                .notes(decoded.notes()));
        return harvest.reading("a blank text");
    }

    /** Paragraphs of text whose lines may be wrapped: lines of one block are joined where they look filled. */
    public static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        var block = new ArrayList<String>();
        for (String line : text.split("\\R", -1)) {
            String tidy = Element.fold(line);
            // An indented line opens a paragraph even without a blank line before it.
            boolean indented =
                    !block.isEmpty() && line.length() > 2 && (line.startsWith("   ") || line.startsWith("\t"));
            if (tidy.isEmpty() || indented) {
                close(block, paragraphs);
            }
            if (!tidy.isEmpty()) {
                block.add(tidy);
            }
        }
        close(block, paragraphs);
        return paragraphs;
    }

    private static void close(List<String> block, List<String> paragraphs) {
        boolean wrapped = block.size() > 1
                && block.subList(0, block.size() - 1).stream()
                        .allMatch(line -> line.length() >= 45 && line.length() <= 120);
        if (wrapped) {
            paragraphs.add(String.join(" ", block));
        } else {
            paragraphs.addAll(block);
        }
        block.clear();
    }

    private static byte[] head(RawItem raw) {
        var view = raw.getBytes().duplicate();
        byte[] head = new byte[Math.min(view.remaining(), 8 * 1024)];
        view.get(head);
        return head;
    }
}
