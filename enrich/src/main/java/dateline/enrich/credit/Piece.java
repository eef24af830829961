package dateline.enrich.credit;

/**
 * Something that stands in a text beside its story.
 *
 * @param start where it begins in the text, in UTF-16 code units
 * @param end where it ends in the text, exclusive
 */
public record Piece(Kind kind, int start, int end) {
    /** What it is. */
    public enum Kind {
        /** the headline, repeated */
        TITLE,
        BYLINE,
        DATELINE,
        /** a mark of an update, a take, a correction */
        EVENT,
        /** a word to editors */
        NOTE,
        CREDIT,
        /** another story's title, and what says so */
        RELATED,
        END_MARK,
        /** what an agency puts under every story, and whatever follows an end mark */
        END_MATTER
    }
}
