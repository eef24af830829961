package dateline.sink.archive;

import java.util.regex.Pattern;

/** The order of version numbers, the same that decides which version stands. */
final class VersionOrder {
    private static final Pattern DIGITS = Pattern.compile("0*([0-9]+)");

    private VersionOrder() {}

    /**
     * A text that sorts as the number does: run by run, digits as numbers of any length and before all else, so 9 before 10,
     * 1.9 before 1.10, 3 before 3a.
     */
    static String key(String number) {
        return DIGITS.matcher(number)
                .replaceAll(run -> "\0%010d%s".formatted(run.group(1).length(), run.group(1)));
    }
}
