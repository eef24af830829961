package dateline.ingest.format.telex;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Dates;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Kills;
import dateline.ingest.format.markup.Restricted;
import dateline.ingest.format.text.Charsets;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.Status;

/** ANPA 1312 (1989), as AP files it: a header after SYN SYN SOH, STX, "^" lines for slug, headline and byline, text, ETX. */
public final class AnpaFormat implements WireFormat {
    /** Service level and number, then on the next line priority, category, format, keyword, date and words. */
    private static final Pattern HEADER = Pattern.compile(
            "^[\\x16\\x00\\s]*\\x01?([A-Za-z]{0,2})(\\d{3,4})([^\\r\\n]{0,60})[\\r\\n]+([a-z])\\s([a-z])[\\x0e-\\x1f ]{1,4}([^\\r\\n]{1,60})");

    private static final Pattern FILED_ZONE =
            Pattern.compile("([A-Z]{2,5})-([A-Z]{2,3})-(\\d\\d)-(\\d\\d)-(\\d\\d)\\s+(\\d\\d)(\\d\\d)\\s?([A-Z]{3,4})");

    /** Priorities in the order of ANPA 1312, 4.3: flash, bulletin, urgent, rush or regular, deferred, advance. */
    private static final Map<String, Integer> URGENCY =
            Map.of("f", 1, "b", 2, "u", 3, "r", 4, "d", 5, "a", 6, "s", 6, "n", 6, "h", 6);

    private static final Pattern ASIDE = Pattern.compile(
            "^(?:AP (?:Photo|PHOTO|Video|Graphic|Audio|Interactive|Broadcast)|With |Eds[:.]|EDS[:.]|EDITOR'?S'? NOTE|Editor'?s'? Note|For use |For release|HFR |Hold for |ATTENTION|Attention|Note[: ]|Photo|PHOTO|Advisory|Includes|UPDATES|CORRECTS|RECASTS|\\(?APTN).*",
            Pattern.DOTALL);
    private static final Pattern CREDIT = Pattern.compile(
            "^(?:The )?(?:Associated Press|AP|[\\p{Lu}][\\p{L}'. ]{2,40}(?: Press| News| Times| Post| Writer| Agency| Service))(?: .{0,40})?$");

    @Override
    public String name() {
        return "anpa";
    }

    @Override
    public boolean recognises(RawItem raw) {
        String text = Opening.of(raw.getBytes()).text();
        return HEADER.matcher(text.length() > 400 ? text.substring(0, 400) : text)
                .find();
    }

    @Override
    public Reading read(RawItem raw) {
        Charsets.Decoded decoded = Charsets.telex(raw.getBytes(), raw.getContentType());
        var harvest = new Harvest();
        for (String dispatch : decoded.text().replace("\0", "").split("(?=\\x16\\x16+\\x01)", -1)) {
            if (TelexText.isBlank(dispatch)) {
                continue;
            }
            String tooLong = TelexText.tooLong(dispatch);
            if (tooLong != null) {
                harvest.defect(Defect.TOO_LARGE, tooLong);
                continue;
            }
            Matcher header = HEADER.matcher(dispatch);
            if (header.find()) {
                harvest.add(draft(raw, dispatch, header).notes(decoded.notes()));
            } else {
                harvest.defect(Defect.MALFORMED, "the dispatch has no header of number, priority and category");
            }
        }
        return harvest.reading("a file without dispatches");
    }

    private Draft draft(RawItem raw, String dispatch, Matcher header) {
        int text = dispatch.indexOf('\002', header.end());
        int end = dispatch.indexOf('\003', Math.max(text, header.end()));
        String trailer = end < 0 ? "" : dispatch.substring(end + 1);
        String body = dispatch.substring(text < 0 ? header.end() : text + 1, end < 0 ? dispatch.length() : end);
        Matcher filed = FILED_ZONE.matcher(trailer);
        Instant time = filed.find() ? filed(filed) : null;

        Draft draft = new Draft(raw, name())
                .published(time)
                .urgency(URGENCY.get(header.group(4)))
                .subject("anpa:" + header.group(5), null);
        if (time != null) {
            draft.id(header.group(1) + header.group(2) + "-" + time);
        }
        String keyword = header.group(6)
                .replaceFirst("\\s+\\d\\d-\\d\\d\\s+\\d{1,4}\\s*$", "")
                .strip();
        new CopyAnpa(draft, time, raw.getZone() == null ? null : draft.zone()).read(keyword, body);
        draft.provider(agency(header.group(3), trailer, body)).provider(raw.getProvider());
        return draft;
    }

    /** AP-WF-11-13-13 1509GMT: month, day, year. */
    private static @Nullable Instant filed(Matcher filed) {
        String year = filed.group(5);
        Dates.Moment moment = Dates.read(
                "20%s-%s-%s %s:%s %s"
                        .formatted(
                                year, filed.group(3), filed.group(4), filed.group(6), filed.group(7), filed.group(8)),
                ZoneOffset.UTC);
        return moment == null ? null : moment.instant();
    }

    /** Who filed it: the trailer of AP's copy begins with its name, others name themselves in the header or the dateline. */
    private static @Nullable String agency(String routing, String trailer, String body) {
        Matcher filed = FILED_ZONE.matcher(trailer);
        if (filed.find()) {
            return filed.group(1);
        }
        Matcher name = Pattern.compile("^([A-Z]{3,12})\\b").matcher(routing.strip());
        if (name.find()) {
            return name.group(1);
        }
        Matcher bracket =
                Pattern.compile("\\(([A-Z][A-Za-z]{1,12})\\)\\s+[-_—]").matcher(body);
        return bracket.find() ? bracket.group(1) : null;
    }

    /** The copy of one dispatch: "^" lines above the text, the text, "^" lines in it. */
    private record CopyAnpa(
            Draft draft, @Nullable Instant filed, @Nullable ZoneId zone) {
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
            String slug = slug(above, text);
            draft.slugline(slug == null ? keyword : slug);
            headline(above, text);
            if (Kills.inSlug(slug) || Kills.inSlug(keyword) || Kills.ordered(draft.headline())) {
                draft.status(Status.CANCELED).note("a kill by its slug or headline");
            }
            // Copy of heads alone is a list of headlines.
            text(text.isEmpty() ? above : TelexText.paragraphs(text));
        }

        /** A line may hold several heads, each closed by "&lt;". */
        private static void heads(String line, List<String> above) {
            for (String head : line.split("[<>]", -1)) {
                String tidy = head.strip().replaceFirst("^\\^", "").strip();
                if (!tidy.isEmpty() && !tidy.matches("\\*\\d+")) {
                    above.add(tidy);
                }
            }
        }

        /** A "^" line in the text is a subhead or a sign that it ends. */
        private static String within(String line) {
            String plain = line.strip().replaceFirst("^\\^", "");
            return plain.replace("<", "").strip().matches("(?i)END|-?30-?|MORE|") ? "" : "   " + plain;
        }

        /** The slug stands first: "BC-US--Slug, 1st Ld-Writethru,1140" with the count of its words. */
        private static @Nullable String slug(List<String> above, List<String> text) {
            boolean slugged = !above.isEmpty()
                    && (above.getFirst().matches(".*,\\d{0,5}")
                            || above.getFirst().matches("(?:BC|AP|AM|PM)-.*"));
            String first = slugged ? above.removeFirst() : null;
            if (first == null
                    && above.isEmpty()
                    && !text.isEmpty()
                    && text.getFirst().strip().matches("(?:BC|AM|PM)-\\S.*")) {
                first = text.removeFirst().strip();
            }
            return first == null ? null : first.replaceFirst(",\\d{0,5}$", "");
        }

        private void headline(List<String> above, List<String> text) {
            var rest = new ArrayList<String>();
            for (String head : above) {
                String plain = Element.fold(head.replaceFirst("\\s*=$", ""));
                Instructions.read(plain, draft, filed, zone);
                if (plain.matches("(?i)by\\s.*")) {
                    draft.byline(plain);
                } else if (ASIDE.matcher(plain).matches()) {
                    draft.ednote(plain);
                } else if (head.endsWith("=") && CREDIT.matcher(plain).matches()) {
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
                    && !text.getFirst().startsWith(" ")
                    && !text.getFirst().startsWith("\t")
                    && (text.get(1).startsWith("  ") || text.get(1).startsWith("\t"))) {
                draft.headline(text.removeFirst().strip().replaceFirst("[+<=]+$", ""));
            }
        }

        private void text(List<String> paragraphs) {
            var copy = new ArrayList<String>();
            for (String paragraph : paragraphs) {
                if (Restricted.opens(paragraph)) {
                    break;
                }
                if (paragraph.matches("==\\s?\\p{L}.{0,20}")) {
                    draft.credit(paragraph.replace("=", ""));
                } else {
                    copy.add(paragraph);
                }
            }
            if (!copy.isEmpty()) {
                Datelines.Found dateline = Datelines.opening(TelexText.typeset(copy.getFirst()));
                if (dateline != null) {
                    draft.dateline(dateline.line(), dateline.place());
                }
                copy.stream().limit(3).forEach(paragraph -> Instructions.read(paragraph, draft, filed, zone));
            }
            draft.body(TelexText.body(copy));
        }
    }
}
