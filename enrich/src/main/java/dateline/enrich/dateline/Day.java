package dateline.enrich.dateline;

import org.jspecify.annotations.Nullable;

/**
 * The day in a dateline.
 *
 * @param month 1 to 12
 * @param day 1 to 31
 * @param year null where the line names none, as most do
 */
public record Day(int month, int day, @Nullable Integer year) {
    /** ISO 8601: 2023-03-12, or --03-12 where the year is not known. */
    @Override
    public String toString() {
        return year == null ? "--%02d-%02d".formatted(month, day) : "%04d-%02d-%02d".formatted(year, month, day);
    }
}
