package dateline.benchmarks;

import java.util.Random;

/** Made-up copy of a wire's usual sizes. */
final class Copy {
    private static final String PARAGRAPH =
            "Officials in Kenya and Uganda said on Tuesday that the European Union, Japan and South Korea had agreed to finance a "
                    + "railway from Mombasa to Kampala, and that China would supply the locomotives. “The line will carry grain and "
                    + "fuel,” the transport minister told reporters in Nairobi, while opposition leaders asked who would pay for it.";

    private Copy() {}

    /** An article of some 5,000 characters, with a dateline and credit lines. */
    static String article() {
        return "NAIROBI, Kenya (Bench Wire) - " + (PARAGRAPH + "\n").repeat(15)
                + "Source: Bench-OANA\nEditor: Ann Other\n";
    }

    /** So many characters in which hardly a sentence is like another, with names and numbers at the rate of a wire's. */
    static String varied(int characters) {
        String[] words = PARAGRAPH.replaceAll("[“”,.]", "").split(" ", -1);
        var random = new Random(4);
        var text = new StringBuilder();
        while (text.length() < characters) {
            text.append("The ");
            for (int i = 0; i < 20; i++) {
                text.append(words[random.nextInt(words.length)])
                        .append(i % 9 == 8 ? " " + random.nextInt(900) + " " : " ");
            }
            text.setCharAt(text.length() - 1, '.');
            text.append('\n');
        }
        return text.substring(0, characters);
    }

    /** A page with that article in it. */
    static String page() {
        return "<!DOCTYPE html><html lang=en><head><title>Railway agreed</title><meta property=og:title content='Railway agreed'></head><body><nav>"
                + "<a href=/x>Section</a> ".repeat(60)
                + "</nav><article><h1>Railway agreed</h1>"
                + ("<p>" + PARAGRAPH + "</p>").repeat(15)
                + "</article><aside>"
                + "<div class=teaser><a href=/y>Another story that you may like</a></div>".repeat(80)
                + "</aside></body></html>";
    }
}
