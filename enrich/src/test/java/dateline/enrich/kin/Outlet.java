package dateline.enrich.kin;

import static dateline.enrich.kin.Newsroom.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What outlets do to copy they carry. */
final class Outlet {
    /** Nobody prints less than some ten words. */
    private static final int SHORTEST_CUT = 60;

    private final Newsroom newsroom;
    private final Random random;

    Outlet(Newsroom newsroom, Random random) {
        this.newsroom = newsroom;
        this.random = random;
    }

    /** Cuts from the end to between 30 and 80 percent, at the end of a sentence. */
    String cut(String text) {
        List<String> sentences = Newsroom.sentences(text);
        int keep = (int) (text.length() * (0.3 + random.nextDouble() * 0.5));
        var cut = new StringBuilder();
        for (String sentence : sentences) {
            if (cut.length() > SHORTEST_CUT && cut.length() + sentence.length() > keep) {
                break;
            }
            cut.append(cut.isEmpty() ? "" : " ").append(sentence);
        }
        return cut.toString();
    }

    String wrapped(String text) {
        boolean before = random.nextBoolean();
        boolean after = !before || random.nextBoolean();
        return (before ? boilerplate(1 + random.nextInt(2)) + "\n" : "")
                + text
                + (after ? "\n" + boilerplate(1 + random.nextInt(3)) : "");
    }

    private String boilerplate(int lines) {
        var text = new ArrayList<String>();
        for (int i = 0; i < lines; i++) {
            text.add(newsroom.write("boilerplate", random.nextLong(), random.nextLong()));
        }
        return String.join("\n", text);
    }

    /** A new dateline and credit, where nothing took them off. */
    String credited(String text) {
        String city =
                newsroom.write("place", random.nextLong(), random.nextLong()).toUpperCase(Locale.ROOT);
        return pick(
                        List.of("%s (Gazette) - %s", "%s, Tuesday, agencies: %s", "%s — %s (Reporting by our staff)"),
                        random)
                .formatted(city, text);
    }

    String sentenceDropped(String text) {
        List<String> sentences = Newsroom.sentences(text);
        if (sentences.size() > 3) {
            sentences.remove(1 + random.nextInt(sentences.size() - 1));
        }
        return String.join(" ", sentences);
    }

    String sentenceAdded(String text) {
        List<String> sentences = Newsroom.sentences(text);
        sentences.add(
                1 + random.nextInt(sentences.size()), newsroom.write("colour", random.nextLong(), random.nextLong()));
        return String.join(" ", sentences);
    }

    /** The first words put another way. */
    String reLed(String text) {
        String[] words = text.split(" ", 6);
        return words.length < 6
                ? text
                : pick(List.of("In a move few expected, ", "As first reported here, ", "It emerged that "), random)
                        + words[2] + " " + words[3] + " " + words[4] + " " + words[5];
    }

    String restyled(String text) {
        return HouseStyle.applied(text, random);
    }
}
