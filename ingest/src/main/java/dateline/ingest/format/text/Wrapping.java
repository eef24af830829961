package dateline.ingest.format.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells lines that a narrow page broke off, which belong together, from lines that somebody ended: a line was broken off where
 * the first word of the next had no more room in it.
 *
 * @param width how many characters the page's lines hold; 0 for a page that breaks none
 */
public record Wrapping(int width) {
    /** Room left over that still counts as filled, in characters: pages are set by hand, and by bytes. */
    private static final int SLACK = 8;

    /** No page is narrower, in characters: shorter lines are verses, names and scores. */
    private static final int NARROWEST = 40;

    /** Lines longer than a printer's are paragraphs, in characters. */
    private static final int WIDEST = 132;

    /** The wrapping of a page: nearly all its lines keep to its width, a web address may not. */
    public static Wrapping of(List<String> lines) {
        int[] lengths = lines.stream()
                .mapToInt(line -> line.strip().length())
                .filter(length -> length > 0)
                .sorted()
                .toArray();
        int width = lengths.length == 0 ? 0 : lengths[(lengths.length * 9) / 10];
        return new Wrapping(width < NARROWEST || width > WIDEST ? 0 : width);
    }

    /**
     * @param block lines without white space around them, none of them blank
     * @return the lines joined as far as they were broken off
     */
    public List<String> joined(List<String> block) {
        var joined = new ArrayList<String>();
        var open = new StringBuilder();
        String last = "";
        for (String line : block) {
            if (!open.isEmpty() && filled(last, line)) {
                open.append(' ').append(line);
            } else {
                if (!open.isEmpty()) {
                    joined.add(open.toString());
                }
                open.setLength(0);
                open.append(line);
            }
            last = line;
        }
        if (!open.isEmpty()) {
            joined.add(open.toString());
        }
        return joined;
    }

    private boolean filled(String line, String next) {
        int space = next.indexOf(' ');
        return width > 0 && line.length() + 1 + (space < 0 ? next.length() : space) + SLACK > width;
    }
}
