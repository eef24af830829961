package dateline.ingest.format.copy;

import java.util.List;
import java.util.regex.Pattern;

/** The head of running text, where a byline and a dateline stand that the format's own elements did not give. */
final class Head {
    private static final Pattern BYLINE = Pattern.compile("(?:By|BY|Von|Par|Por|Door)\\s+\\p{Lu}[^.!?:;]{3,100}");
    private static final int LINES = 3;

    private Head() {}

    static void read(String text, Draft draft) {
        List<String> lines = text.lines().limit(LINES).toList();
        for (String line : lines) {
            if (!draft.hasByline()
                    && line.length() < 120
                    && BYLINE.matcher(line).matches()) {
                draft.byline(line);
            }
            Datelines.Found found = draft.hasDateline() ? null : Datelines.opening(line);
            if (found != null) {
                draft.dateline(found.line(), found.place());
            }
        }
    }
}
