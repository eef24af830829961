package dateline.enrich.page;

/** A run of text between two breaks: a paragraph, a heading, an item of a list, a cell. */
final class Block {
    enum Kind {
        PARAGRAPH,
        HEADING,
        ITEM,
        QUOTE,
        CELL
    }

    /** Its place among the page's blocks. */
    final int index;

    final Box box;
    final Kind kind;
    /** White space folded; never empty. */
    final String text;
    /** How much text this is: about the characters it has, more where one says more than a Latin letter. */
    final int size;
    /** How much of it is links. */
    final int linked;
    /** How much of it is bold. */
    final int bold;
    /** Marks that end or part sentences. */
    final int marks;
    /** What its own and the inline elements that hold all of it say. */
    final int signs;

    Block(int index, Box box, Kind kind, String text, int size, int linked, int bold, int marks, int signs) {
        this.index = index;
        this.box = box;
        this.kind = kind;
        this.text = text;
        this.size = size;
        this.linked = linked;
        this.bold = bold;
        this.marks = marks;
        this.signs = signs;
    }

    double links() {
        return linked / (double) size;
    }

    /** Whether it ends as a sentence does. */
    boolean isSentence() {
        return Text.endsSentence(text);
    }

    /**
     * How much of a story it can be: its text that leads nowhere. Short ones that end as no sentence does may be labels,
     * and what is mostly links is a way on.
     */
    int prose() {
        if (kind == Kind.HEADING || size < 25 || linked * 2 > size) {
            return 0;
        }
        int text = size - linked;
        int trusted = marks == 0 ? text / 4 : size < 80 && !isSentence() ? text / 2 : text;
        return kind == Kind.PARAGRAPH || kind == Kind.QUOTE ? trusted : trusted / 2;
    }
}
