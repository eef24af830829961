package dateline.ingest.format.telex;

import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Dates;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Priorities;
import dateline.ingest.format.text.Charsets;
import dateline.ingest.format.text.Opening;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.RawItem;

/** ANPA 1312 (1989), as AP files it: a header after SYN SYN SOH, STX, "^" lines for slug, headline and byline, text, ETX. */
public final class AnpaFormat implements WireFormat {
    /** Service level and number, then on the next line priority, category, format, keyword, date and words. */
    private static final Pattern HEADER = Pattern.compile(
            "^[\\x16\\x00\\s]*\\x01?([A-Za-z]{0,4})(\\d{3,4})([^\\r\\n]{0,60})[\\r\\n]+([A-Za-z])\\s([A-Za-z])[\\x0e-\\x1f ]{1,4}([^\\r\\n]{1,60})");

    private static final Pattern ROUTED = Pattern.compile("^([A-Z]{3,12})\\b");
    private static final Pattern BRACKET = Pattern.compile("\\(([A-Z][A-Za-z]{1,12})\\)\\s+[-_—]");

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
        String body = dispatch.substring(text < 0 ? header.end() : text + 1, end < 0 ? dispatch.length() : end);
        Draft draft = new Draft(raw, name());
        Trailer after = end < 0 ? null : Trailer.of(dispatch.substring(end + 1), draft.zone());
        // Some close their copy before they close the dispatch.
        Trailer trailer = after == null ? Trailer.of(tail(body), draft.zone()) : after;
        Dates.Moment filed = trailer == null ? null : trailer.filed();
        Instant time = filed == null ? null : filed.instant();
        if (trailer != null && filed == null) {
            draft.note("the time of filing could not be read and was dropped");
        } else if (filed != null && filed.zoneAssumed()) {
            draft.note("the time of filing names no zone; %s was assumed".formatted(draft.zone()));
        }
        int closes = trailer == null || after != null ? -1 : body.lastIndexOf(trailer.line());
        if (closes >= 0) {
            body = body.substring(0, closes);
        }
        draft.published(time)
                .urgency(Priorities.urgency(header.group(4)))
                .subject("anpa:" + header.group(5).toLowerCase(Locale.ROOT), null);
        if (time != null) {
            draft.id(header.group(1) + header.group(2) + "-" + time);
        }
        String keyword = header.group(6)
                .replaceFirst("\\s+\\d\\d-\\d\\d\\s+\\d{1,4}\\s*$", "")
                .strip();
        new AnpaCopy(draft, time, raw.getZone() == null ? null : draft.zone()).read(keyword, body);
        draft.provider(agency(header.group(3), trailer, body)).provider(raw.getProvider());
        return draft;
    }

    /** The last lines of a text, where its trailer may be. */
    private static String tail(String body) {
        return body.substring(Math.max(0, body.length() - 200));
    }

    /** Who filed it: AP's trailer names it, others name themselves in the header or the dateline; a trailer's word alone may be a service's. */
    private static @Nullable String agency(String routing, @Nullable Trailer trailer, String body) {
        Matcher name = ROUTED.matcher(routing.strip());
        if (name.find()) {
            return name.group(1);
        }
        if (trailer != null && trailer.agency() != null) {
            return trailer.agency();
        }
        Matcher bracket = BRACKET.matcher(body);
        return bracket.find() ? bracket.group(1) : null;
    }
}
