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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.Status;

/** IPTC 7901 (1984): a header line after SOH, a keyword line, STX, headline and text, ETX and the time of filing. */
public final class Iptc7901Format implements WireFormat {
    /** Service and number, priority, category, words, then what the provider adds, its own name last but one. */
    private static final Pattern HEADER = Pattern.compile(
            "^\\x01?\\s*([A-Za-z]{2,5})(\\d{1,5})\\s+([1-9])\\s+([A-Za-z]{1,6})\\s+(\\d{1,5})\\b[ \\t]*([^\\r\\n]*)");

    private static final Pattern AGENCY = Pattern.compile("([\\p{L}][\\p{L}.-]{1,12})\\s+\\d{1,5}\\s*$");
    private static final Pattern FILED = Pattern.compile(
            "(?m)^\\x03?\\s*(\\d{2})([0-2]\\d)([0-5]\\d)\\s*(GMT|UTC|Z|MESZ|MEZ|CEST|CET|BST|[A-Z]{3,4})?\\s+(\\p{L}{3,9})\\.?\\s+(\\d{4}|\\d{2})\\b");
    private static final Pattern MARKER = Pattern.compile(
            "^\\(?(?:(?:\\d{1,2}(?:ST|ND|RD|TH|\\.)?|FIRST|SECOND|THIRD)\\s+)?(?:NEW\\s+)?(?:LEAD|NET|ADD|UPDATE|TAKE|WRAP|WRITETHRU|ROUNDUP|EXTRA|URGENT|FLASH|BULLETIN|PREVIEW|FEATURE|CORRECTION|CORRECTED"
                    + "|REFILE|REPEAT|KILL|ADVISORY|ADVISORY KILL|MANDATORY KILL|EIL|EILMELDUNG|BLITZ|ZUSAMMENFASSUNG|BERICHTIGUNG|KORREKTUR|WIEDERHOLUNG|ACHTUNG|VORABMELDUNG|HINTERGRUND|KORR|INTERVIEW|PORTRÄT)(?:\\s*\\(?[^\\n]{0,30})?\\)?:?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BYLINE =
            Pattern.compile("^(?:By|Von|Par|Por|Di|Door)\\s+\\p{Lu}.*", Pattern.UNICODE_CASE);
    private static final Pattern NOTES =
            Pattern.compile("^(?:#+\\s*(?:Notebook|Notizblock)|\\*(?:\\s*\\*){3,}|-{2,}\\s*Notizblock.*)\\s*$");
    private static final Pattern SIGN_OFF =
            Pattern.compile("^\\p{Ll}[\\p{Ll}-]{1,9}(?:[ /]\\p{Ll}[\\p{Ll}\\d]{0,4}){1,7}$");

    @Override
    public String name() {
        return "iptc7901";
    }

    @Override
    public boolean recognises(RawItem raw) {
        return HEADER.matcher(Opening.of(raw.getBytes()).text()).find();
    }

    @Override
    public Reading read(RawItem raw) {
        Charsets.Decoded decoded = Charsets.telex(raw.getBytes(), raw.getContentType());
        var harvest = new Harvest();
        // A file may hold several dispatches, each opened by SOH.
        for (String dispatch : dispatches(decoded.text())) {
            String tooLong = TelexText.tooLong(dispatch);
            if (tooLong != null) {
                harvest.defect(Defect.TOO_LARGE, tooLong);
                continue;
            }
            Matcher header = HEADER.matcher(dispatch);
            if (header.find()) {
                harvest.add(draft(raw, dispatch, header).notes(decoded.notes()));
            } else {
                harvest.defect(
                        Defect.MALFORMED, "the dispatch has no header line of service, number, priority and category");
            }
        }
        return harvest.reading("a file without dispatches");
    }

    private static List<String> dispatches(String text) {
        var dispatches = new ArrayList<String>();
        for (String part : text.split("(?=\\x01)", -1)) {
            if (!TelexText.isBlank(part)) {
                dispatches.add(part.replace("\0", ""));
            }
        }
        return dispatches;
    }

    private Draft draft(RawItem raw, String dispatch, Matcher header) {
        Matcher filed = FILED.matcher(dispatch);
        Instant time = null;
        int end = dispatch.indexOf('\003') >= 0 ? dispatch.indexOf('\003') : dispatch.length();
        while (filed.find()) {
            Instant found = filed(filed);
            if (found != null) {
                time = found;
                end = Math.min(end, filed.start());
            }
        }
        String agency = agency(header.group(6));
        Draft draft = new Draft(raw, name())
                .provider(agency)
                .provider(raw.getProvider())
                .published(time)
                .urgency(header.group(3))
                .subject("category:" + header.group(4), null);
        if (time != null) {
            draft.id(header.group(1) + header.group(2) + "-" + time);
        }
        int from = header.end();
        int start = dispatch.indexOf('\002', from);
        String head = start < 0 ? "" : dispatch.substring(from, Math.min(start, Math.max(from, end)));
        String slug = Element.fold(head);
        List<String> lines = dispatch.substring(
                        start < 0 ? from : Math.min(start + 1, dispatch.length()),
                        Math.max(end, start < 0 ? from : Math.min(start + 1, dispatch.length())))
                .lines()
                .toList();
        new Copy7901(draft, time, raw.getZone() == null ? null : draft.zone()).read(slug, lines);
        return draft;
    }

    private static @Nullable Instant filed(Matcher filed) {
        Integer month = Dates.month(filed.group(5));
        if (month == null) {
            return null;
        }
        String year = filed.group(6).length() == 2 ? "20" + filed.group(6) : filed.group(6);
        String zone = filed.group(4) == null ? "GMT" : filed.group(4);
        Dates.Moment moment = Dates.read(
                "%s-%02d-%s %s:%s %s".formatted(year, month, filed.group(1), filed.group(2), filed.group(3), zone),
                java.time.ZoneOffset.UTC);
        return moment == null ? null : moment.instant();
    }

    /** The provider's own name stands before the last number: "ccccb   dpa 099", "dpa-tns 0908". */
    private static @Nullable String agency(String rest) {
        Matcher agency = AGENCY.matcher(rest.replace('\001', ' '));
        return agency.find() ? agency.group(1).replaceFirst("-.*", "") : null;
    }

    /** The copy of one dispatch: what stands above the text, the text, and the notes below it. */
    private record Copy7901(Draft draft, @Nullable Instant filed, java.time.@Nullable ZoneId zone) {
        void read(String slugLine, List<String> lines) {
            String slug = slugLine;
            int at = 0;
            while (at < lines.size() && lines.get(at).isBlank()) {
                at++;
            }
            if (slug.isEmpty() && at < lines.size() && lines.get(at).strip().matches("/.*|.*/")) {
                slug = lines.get(at++).strip();
            }
            draft.slugline(slug.replaceFirst("^/", "").replaceFirst("/\\s*$", ""));
            var headline = new StringBuilder();
            boolean byline = false;
            boolean ended = false;
            while (at < lines.size() && !ended) {
                String line = lines.get(at).strip();
                if (line.isEmpty() && !headline.isEmpty()) {
                    break;
                }
                // Without blank line and "=", a dateline shows where the text begins.
                if (!headline.isEmpty() && Datelines.opening(line) != null) {
                    break;
                }
                at++;
                ended = line.endsWith("=");
                String plain = line.replaceFirst("\\s*=$", "").strip();
                if (plain.isEmpty()) {
                    continue;
                }
                Instructions.read(plain, draft, filed, zone);
                if (BYLINE.matcher(plain).matches() && !headline.isEmpty()) {
                    draft.byline(plain);
                    byline = true;
                } else if (headline.isEmpty() && MARKER.matcher(plain).matches()) {
                    draft.genre(plain.replaceAll("[()]", ""));
                } else if (plain.startsWith("(") && plain.endsWith(")")) {
                    draft.ednote(plain.substring(1, plain.length() - 1));
                } else if (!byline) {
                    headline.append(headline.isEmpty() ? "" : " ").append(plain);
                }
            }
            draft.headline(headline.toString());
            if (Kills.inSlug(slug) || Kills.ordered(headline.toString())) {
                draft.status(Status.CANCELED).note("a kill by its slug or headline");
            }
            text(lines.subList(at, lines.size()));
        }

        private void text(List<String> lines) {
            var copy = new ArrayList<String>();
            var notes = new StringBuilder();
            boolean noting = false;
            boolean closed = false;
            for (String paragraph : TelexText.paragraphs(lines)) {
                if (closed || Restricted.opens(paragraph)) {
                    closed = true;
                } else if (noting || NOTES.matcher(paragraph).matches()) {
                    noting = true;
                    notes.append(NOTES.matcher(paragraph).matches() ? "" : paragraph + " ");
                } else if (!SIGN_OFF.matcher(paragraph.strip()).matches()) {
                    copy.add(paragraph);
                }
            }
            draft.ednote(notes.toString());
            if (!copy.isEmpty()) {
                String first = TelexText.typeset(copy.getFirst());
                Datelines.Found dateline = Datelines.opening(first);
                if (dateline != null) {
                    draft.dateline(dateline.line(), dateline.place());
                }
            }
            copy.stream().limit(3).forEach(paragraph -> Instructions.read(paragraph, draft, filed, zone));
            draft.body(TelexText.body(copy));
        }
    }
}
