package dateline.schemas;

/** Thrown inside a topology for a record that will never be usable, however often it is tried. */
public final class UnusableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String defect;

    /**
     * @param defect what is wrong, as a word: MALFORMED, NO_IDENTIFIER …
     * @param detail what is wrong, as a sentence that helps a person to mend it
     */
    public UnusableRecordException(String defect, String detail) {
        super(detail);
        this.defect = defect;
    }

    /** What is wrong, as a word. */
    public String defect() {
        return defect;
    }
}
