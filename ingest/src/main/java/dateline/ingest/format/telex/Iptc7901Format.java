package dateline.ingest.format.telex;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Dates;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.text.Charsets;
import dateline.ingest.format.text.Opening;
import dateline.ingest.format.xml.Element;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** IPTC 7901 (1984): a header line after SOH, a keyword line, STX, headline and text, ETX and the time of filing. */
public final class Iptc7901Format implements WireFormat {
    /** Service and number, priority, category, words, then what the provider adds, its own name last but one. */
    private static final Pattern HEADER = Pattern.compile(
            "^\\x01?\\s*(?:ZCZC\\s*)?([A-Za-z]{2,5})(\\d{1,5})\\s+([1-9])\\s+([A-Za-z]{1,6})\\s+(\\d{1,5})\\b[ \\t]*([^\\r\\n]*)");

    /** "dpa 099", "dpa-tns 0908", "/AFP-RF18", "BELGA-0055": a name, then the provider's own number. */
    private static final Pattern AGENCY =
            Pattern.compile("(?<![\\p{L}.])(\\p{L}{2,12})(?:-\\p{Ll}{2,4})?[\\s-]+(?:\\p{Lu}{1,3})?\\d{1,5}\\s*$");

    /** "Mi, 14.Okt 2026" at the end of APA's header. */
    private static final Pattern DAY =
            Pattern.compile("\\p{L}{2,3}\\.?,?\\s*\\d{1,2}\\.\\s?\\p{L}{3,}\\.?\\s+\\d{4}\\s*$");

    private static final Pattern NNNN = Pattern.compile("(?m)\\bNNNN[ \\t\\r]*$");
    private static final Pattern FILED = Pattern.compile(
            "(?m)^\\x03?\\s*(?:[A-Z]{2,6}\\s+)?(\\d{2})([0-2]\\d)([0-5]\\d)\\s*(GMT|UTC|Z|MESZ|MEZ|CEST|CET|BST|[A-Z]{3,4})?\\s+(\\p{L}{3,9})\\.?\\s+(\\d{4}|\\d{2})\\b");

    /** "APA0273 2026-10-14/12:05": the dispatch's own number and when it was filed. */
    private static final Pattern FILED_LOCALLY =
            Pattern.compile("(?m)^[A-Z]{2,5}\\d{2,5}\\s+(\\d{4}-\\d\\d-\\d\\d)/(\\d\\d:\\d\\d)\\s*$");

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
        // The telegraph's own frame may be left around it: ZCZC before, NNNN after (ITU-T F.1).
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
        for (String part : NNNN.matcher(text).replaceAll("").split("(?=\\x01)|(?m)(?=^ZCZC)", -1)) {
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
        Draft draft = new Draft(raw, name());
        Matcher locally = FILED_LOCALLY.matcher(dispatch);
        if (time == null && locally.find()) {
            draft.published(locally.group(1) + " " + locally.group(2));
        }
        draft.published(time).urgency(header.group(3)).subject("category:" + header.group(4), null);
        if (time != null) {
            draft.id(header.group(1) + header.group(2) + "-" + time);
        }
        int from = header.end();
        int start = dispatch.indexOf('\002', from);
        String head = start < 0 ? "" : dispatch.substring(from, Math.min(start, Math.max(from, end)));
        String slug = Element.fold(head);
        String copy = dispatch.substring(
                start < 0 ? from : Math.min(start + 1, dispatch.length()),
                Math.max(end, start < 0 ? from : Math.min(start + 1, dispatch.length())));
        new Iptc7901Copy(draft, time, raw.getZone() == null ? null : draft.zone())
                .read(slug, copy.lines().toList());
        return draft.provider(agency(header, copy)).provider(raw.getProvider());
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

    /** The provider's own name stands before the last number of the header, else in the dateline, else it is the service's. */
    private static @Nullable String agency(Matcher header, String copy) {
        Matcher agency =
                AGENCY.matcher(DAY.matcher(header.group(6).replace('\001', ' ').stripTrailing())
                        .replaceFirst(""));
        if (agency.find()) {
            return agency.group(1);
        }
        String named = copy.lines()
                .filter(text -> text.indexOf('(') > 0)
                .limit(8)
                .map(Datelines::opening)
                .filter(Objects::nonNull)
                .map(Datelines.Found::agency)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (named != null) {
            return named;
        }
        return header.group(1).equals(header.group(1).toUpperCase(Locale.ROOT)) ? header.group(1) : null;
    }
}
