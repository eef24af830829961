package dateline.ingest.format.telex;

import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Orders;
import dateline.ingest.format.markup.Restricted;
import dateline.ingest.format.xml.Element;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The copy of one ANPA dispatch: "^" lines above the text, the text, "^" lines in it. */
record AnpaCopy(
        Draft draft, @Nullable Instant filed, @Nullable ZoneId zone) {
    /** Lines to editors: notes, what moves with the story, when it may be used. */
    private static final Pattern ASIDE = Pattern.compile(
            "^(?:(?:AP|[A-Z]{2,5}) (?:Photo|PHOTO|Video|Graphic|Audio|Interactive|Broadcast)\\b|(?i:with) (?:AP |[A-Z]{2,5} )?(?i:photo|video|graphic|audio|interactive)|Eds[:.]|EDS[:.]|EDITOR'?S'? NOTE|Editor'?s'? [Nn]ote|For use |For release|HFR |ATTENTION|Attention,? (?:editors|EDITORS)|Note: |(?:Photo|PHOTO)s?[: ]+[A-Z]{2,5}\\d|(?i:includes|updates|corrects|recasts|adds|subs)[: ].* (?i:grafs?|paragraphs?|photos?)\\b|UPDATES|CORRECTS|RECASTS|\\(?APTN).*|^\\([^\\p{Ll}]{4,}\\)$",
            Pattern.DOTALL);

    private static final Pattern CREDIT = Pattern.compile(
            "^(?:The )?(?:Associated Press|AP|[\\p{Lu}][\\p{L}'. ]{1,40}(?: Press| News| Times| Post| Writer| Agency| Service))(?: .{0,40})?$");
    /** A name of up to four words, so that "The latest from The Associated Press" is a headline. */
    private static final Pattern CREDIT_LINE =
            Pattern.compile("^(?:The )?(?:\\p{Lu}[\\p{L}'.]* ){1,3}(?:Press|Agency|Service)$");

    private static final Pattern COPYRIGHT =
            Pattern.compile("^\\(?(?:(?i:copyright)\\b|©|[Cc]\\.|\\([Cc]\\))\\s?(?:©\\s?)?\\d{4}\\b.{0,200}$");
    private static final Pattern BYLINE = Pattern.compile("^(?:By|BY)\\s\\p{Lu}.*");

    /** A note to editors amid the text is in brackets and capitals. */
    private static final Pattern BRACKETED_NOTE = Pattern.compile("^\\((?=.* )[^()\\p{Ll}]{8,}\\)$");

    private static final Pattern LETTERS = Pattern.compile("[^\\p{L}\\d]");
    private static final Pattern INDEX = Pattern.compile("^INDEX: [\\p{Lu} ,]+$");

    void read(String keyword, String body) {
        var above = new ArrayList<String>();
        var text = new ArrayList<String>();
        boolean plain = false;
        for (String line : body.split("\\r?\\n|\\r", -1)) {
            if (line.stripLeading().startsWith("^") && !plain) {
                heads(line, above);
            } else if (!line.isBlank() || plain) {
                plain = true;
                text.add(line.stripLeading().startsWith("^") ? within(line) : line);
            }
        }
        String slug = slug(keyword, above, text);
        draft.slugline(slug == null ? keyword : slug);
        Orders.readSlug(slug, draft);
        Orders.readSlug(keyword, draft);
        headline(above, text);
        // Copy of heads alone is a list of headlines.
        text(text.isEmpty() ? above : TelexText.paragraphs(text));
    }

    /** A line may hold several heads, each closed by "&lt;". */
    private static void heads(String line, List<String> above) {
        for (String head : line.split("[<>]", -1)) {
            String tidy = head.strip().replaceFirst("^\\^+", "").strip();
            if (!tidy.isEmpty() && !tidy.matches("\\*\\d+")) {
                above.add(tidy);
            }
        }
    }

    /** A "^" line in the text is a subhead or a sign that it ends. */
    private static String within(String line) {
        String plain = line.strip().replaceFirst("^\\^+", "");
        return plain.replace("<", "").strip().matches("(?i)END|-?30-?|MORE|") ? "" : "   " + plain;
    }

    /** The slug stands first: "BC-US--Slug, 1st Ld-Writethru,1140" with the count of its words; the header holds its beginning. */
    private static @Nullable String slug(String keyword, List<String> above, List<String> text) {
        String first = null;
        if (!above.isEmpty()) {
            boolean slugged =
                    above.getFirst().matches(".*,\\d{0,5}|(?i:BC|AP|AM|PM)-.*") || opens(keyword, above.getFirst());
            first = slugged ? above.removeFirst() : null;
        } else if (!text.isEmpty()) {
            String line = text.getFirst().strip();
            boolean slugged =
                    !isIndented(text.getFirst()) && (line.matches("(?i:BC|AM|PM)-\\S.*") || opens(keyword, line));
            first = slugged ? text.removeFirst().strip() : null;
        }
        return first == null ? null : first.replaceFirst(",\\d{0,5}$", "");
    }

    /** Whether a line begins as the header's keyword does, which is cut at 24 characters and loses spaces. */
    private static boolean opens(String keyword, String line) {
        String key = LETTERS.matcher(keyword).replaceAll("");
        return key.length() >= 6
                && LETTERS.matcher(line).replaceAll("").regionMatches(true, 0, key, 0, Math.min(key.length(), 16));
    }

    private void headline(List<String> above, List<String> text) {
        var rest = new ArrayList<String>();
        String order = null;
        for (String head : above) {
            String plain = Element.fold(head.replaceFirst("\\s*=$", ""));
            boolean ordered = Orders.read(plain, draft, filed, zone) != Orders.Order.NONE;
            if (BYLINE.matcher(plain).matches() && (head.endsWith("=") || plain.length() < 80)) {
                draft.byline(plain);
            } else if (ASIDE.matcher(plain).matches()) {
                draft.ednote(plain);
            } else if (ordered) {
                order = order == null ? plain : order;
            } else if (COPYRIGHT.matcher(plain).matches()) {
                draft.copyright(plain).credit(plain.replaceFirst("^\\D*\\d{4}[, ]*(?:by )?", ""));
            } else if (CREDIT_LINE.matcher(plain).matches()
                    || (head.endsWith("=") && CREDIT.matcher(plain).matches())) {
                draft.credit(plain);
            } else if (draft.headline().isEmpty()) {
                draft.headline(TelexText.typeset(plain));
            } else {
                rest.add(head);
            }
        }
        above.clear();
        above.addAll(rest);
        // Without "^" lines the line above the first indented one is the headline.
        if (draft.headline().isEmpty()
                && text.size() > 1
                && !isIndented(text.getFirst())
                && isIndented(text.get(1))
                && Datelines.opening(text.getFirst()) == null) {
            draft.headline(text.removeFirst().strip().replaceFirst("[+<=]+$", ""));
        }
        Orders.readSlug(draft.headline(), draft);
        if (draft.headline().isEmpty()) {
            draft.headline(order);
        } else {
            draft.ednote(order);
        }
    }

    private static boolean isIndented(String line) {
        return line.startsWith("  ") || line.startsWith("\t");
    }

    private void text(List<String> paragraphs) {
        var copy = new ArrayList<String>();
        for (String paragraph : paragraphs) {
            if (Restricted.opens(paragraph)) {
                break;
            }
            if (paragraph.matches("==\\s?\\p{L}.{0,20}")) {
                draft.credit(paragraph.replace("=", ""));
            } else if (COPYRIGHT.matcher(paragraph).matches()) {
                draft.copyright(paragraph.replaceAll("^\\(|\\)$", ""));
            } else if (INDEX.matcher(paragraph).matches()) {
                for (String word : paragraph.substring(6).strip().split("[ ,]+", -1)) {
                    draft.keyword(word);
                }
            } else if (BRACKETED_NOTE.matcher(paragraph.strip()).matches()) {
                draft.ednote(paragraph);
            } else {
                copy.add(paragraph);
            }
        }
        List<String> story = Orders.readHead(copy, draft, filed, zone);
        Datelines.Found dateline = story.isEmpty() ? null : Datelines.opening(story.getFirst());
        if (dateline != null) {
            draft.dateline(dateline.line(), dateline.place());
        }
        draft.body(TelexText.body(story)).headOfText();
    }
}
