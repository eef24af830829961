package dateline.ingest.format.plain;

import dateline.ingest.format.Reading;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Contacts;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Orders;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.markup.Restricted;
import dateline.ingest.format.text.Charsets;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.text.Wrapping;
import dateline.ingest.format.xml.Element;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/**
 * Wire copy as plain text: a headline, often twice, then paragraphs; or heads in a form or a telegraph's frame. Datelines and
 * credits stay in the text, enrich reads them there.
 */
public final class PlainTextFormat implements WireFormat {
    /** A first line longer than this is a paragraph and no headline, in characters. */
    private static final int LONGEST_HEADLINE = 220;

    /** How much of the first paragraph stands for a headline that is missing, in characters. */
    private static final int LONGEST_OPENING = 100;

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
        var harvest = new Harvest();
        Draft draft = new Draft(raw, name());
        // A text says of its agency what it likes: the key is the feed's.
        draft.provider(raw.getProvider())
                .providerKey(raw.getProvider() == null ? raw.getFeed() : raw.getProvider())
                .notes(decoded.notes());
        String text = Telegraph.opened(decoded.text().replace("\0", ""), draft);
        Form form = Form.of(text);
        if (form != null) {
            form.fill(draft);
        }
        read(paragraphs(form == null ? text : String.join("\n", form.story())), draft, raw.getZone());
        harvest.add(draft);
        return harvest.reading("a blank text");
    }

    private static void read(List<String> paragraphs, Draft draft, @Nullable String zone) {
        var story = new ArrayList<String>();
        for (String paragraph : paragraphs) {
            if (Restricted.opens(paragraph)) {
                break;
            }
            story.add(paragraph);
        }
        List<String> rest =
                Orders.readHead(Contacts.takenOff(story, draft), draft, null, zone == null ? null : draft.zone());
        rest = headline(rest, draft);
        draft.body(Markup.plain(String.join("\n", rest))).headOfText();
        draft.provider(Datelines.agencyOf(rest));
    }

    /** Takes the headline, once or twice, off the text; a text that begins with its story gives its first words. */
    private static List<String> headline(List<String> paragraphs, Draft draft) {
        if (paragraphs.isEmpty() || !draft.headline().isEmpty()) {
            return paragraphs;
        }
        String first = paragraphs.getFirst();
        Datelines.Found dateline = Datelines.opening(first);
        if (first.length() <= LONGEST_HEADLINE && dateline == null) {
            draft.headline(first);
            Orders.readSlug(first, draft);
            int from = 1;
            while (from < paragraphs.size() && paragraphs.get(from).equalsIgnoreCase(first)) {
                from++;
            }
            return paragraphs.size() == 1 ? paragraphs : paragraphs.subList(from, paragraphs.size());
        }
        String words =
                dateline == null ? first : first.substring(dateline.end()).strip();
        int end = words.lastIndexOf(' ', LONGEST_OPENING);
        draft.headline(
                words.length() <= LONGEST_OPENING ? words : words.substring(0, end > 0 ? end : LONGEST_OPENING) + "…");
        return paragraphs;
    }

    /** Paragraphs of text whose lines may be wrapped: lines of one block are joined where the page broke them off. */
    public static List<String> paragraphs(String text) {
        var paragraphs = new ArrayList<String>();
        var block = new ArrayList<String>();
        List<String> lines = List.of(text.split("\\R", -1));
        Wrapping page = Wrapping.of(lines);
        for (String line : lines) {
            String tidy = Element.fold(line);
            // An indented line opens a paragraph even without a blank line before it.
            boolean indented = line.length() > 2 && (line.startsWith("   ") || line.startsWith("\t"));
            if (tidy.isEmpty() || indented) {
                paragraphs.addAll(page.joined(block));
                block.clear();
            }
            if (!tidy.isEmpty()) {
                block.add(tidy);
            }
        }
        paragraphs.addAll(page.joined(block));
        return paragraphs;
    }

    private static byte[] head(RawItem raw) {
        var view = raw.getBytes().duplicate();
        byte[] head = new byte[Math.min(view.remaining(), 8 * 1024)];
        view.get(head);
        return head;
    }
}
