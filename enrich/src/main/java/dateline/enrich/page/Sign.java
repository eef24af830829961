package dateline.enrich.page;

/** What the class or id of an element says that it is; the words are in {@code signs.txt}. */
enum Sign {
    /** The text of the story. */
    BODY,
    /** What readers say. */
    COMMENTS,
    SHARE,
    /** Ways on to other stories. */
    RELATED,
    NAVIGATION,
    ADVERTISING,
    NEWSLETTER,
    CONSENT,
    PAYWALL,
    CAPTION,
    /** Who wrote it, and when. */
    BYLINE,
    /** The author, described. */
    BIO,
    TAGS,
    SIDE,
    FOOT,
    HIDDEN,
    POPUP,
    MEDIA,
    /** The lines between headline and text. */
    DEK,
    HEADLINE,
    /** Words that are used of parts of stories too: they count against a box only where its text looks it. */
    DOUBTFUL,
    /** An entry of a blog with all its tags for classes: what they say is of the story, not of the page. */
    ENTRY,
    /** Words set apart that belong to the story: pull quotes, embedded posts. */
    QUOTE;

    /** What no story is in, unless it holds most of the page's text. */
    static final int AROUND = mask(
            COMMENTS,
            SHARE,
            RELATED,
            NAVIGATION,
            ADVERTISING,
            NEWSLETTER,
            CONSENT,
            PAYWALL,
            CAPTION,
            BIO,
            TAGS,
            SIDE,
            FOOT,
            HIDDEN,
            POPUP,
            MEDIA);

    @SuppressWarnings("EnumOrdinal") // a bit in a mask that is kept nowhere
    int bit() {
        return 1 << ordinal();
    }

    boolean in(int signs) {
        return (signs & bit()) != 0;
    }

    static int mask(Sign... signs) {
        int mask = 0;
        for (Sign sign : signs) {
            mask |= sign.bit();
        }
        return mask;
    }
}
