package dateline.ingest.format.plain;

import dateline.ingest.format.copy.Draft;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copy in the telegraph's own frame, ZCZC before and NNNN after (ITU-T F.1), with lines of routing above the story: a number and a
 * category, or heads that a sign of their own tells apart, as AAP has them.
 */
final class Telegraph {
    private static final Pattern FRAME = Pattern.compile("(?s)^\\s*ZCZC\\b[ \\t]*([^\\n]*)\\n(.*?)(?:\\bNNNN\\s*)?$");

    /** "PN_20261112_00123" and "4 POL gn00 rg10 XFLA": what the line was, how urgent, and for which desk. */
    private static final Pattern ROUTING = Pattern.compile("\\S*\\d\\S*|([1-9])\\s+(\\p{L}{1,4})(?:\\s+\\S{1,8})*");

    private static final Pattern SIGNED = Pattern.compile("([$:=^&+*%@])(\\S.*)");

    /** "12-NOV-26 18:25": when it was filed. */
    private static final Pattern FILED = Pattern.compile("\\s*\\d{1,2}-\\p{L}{3}-\\d{2,4}\\s+\\d{1,2}[:.]\\d{2}\\s*$");

    private Telegraph() {}

    /** The story in the frame, and what stands above it in the draft; the text as it is where it has no frame. */
    static String opened(String text, Draft draft) {
        Matcher frame = text.stripLeading().startsWith("ZCZC") ? FRAME.matcher(text) : null;
        if (frame == null || !frame.find()) {
            return text;
        }
        String inside = frame.group(2).stripTrailing();
        Matcher filed = FILED.matcher(inside).region(Math.max(0, inside.length() - 40), inside.length());
        if (filed.find()) {
            draft.published(filed.group().strip());
            inside = inside.substring(0, filed.start());
        }
        List<String> lines = inside.lines().toList();
        int at = 0;
        while (at < lines.size() && head(lines.get(at).strip(), at, draft)) {
            at++;
        }
        return String.join("\n", lines.subList(at, lines.size()));
    }

    private static boolean head(String line, int at, Draft draft) {
        Matcher signed = SIGNED.matcher(line);
        if (signed.matches()) {
            String said = signed.group(2).strip();
            switch (signed.group(1)) {
                case "^" -> draft.headline(said);
                case ":" -> draft.slugline(said);
                case "+" -> draft.subject(subject(said), null);
                case "$" -> draft.subject("category:" + said, null);
                default -> {
                    // take key, service level and layout say nothing of the story
                }
            }
            return true;
        }
        Matcher routing = ROUTING.matcher(line);
        if (at > 2 || line.length() > 80 || !routing.matches()) {
            return line.isEmpty();
        }
        draft.urgency(routing.group(1));
        if (routing.group(2) != null) {
            draft.subject("category:" + routing.group(2), null);
        }
        return true;
    }

    private static @Nullable String subject(String number) {
        return number.matches("\\d{8}") ? "subj:" + number : null;
    }
}
