package dateline.enrich.entity.train;

import dateline.enrich.entity.LinearTagger.Span;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import wire.EntityType;

/** How far names found agree with names marked: a name counts when its beginning, end and type do. */
public final class Score {
    private final Map<EntityType, int[]> tallies = new EnumMap<>(EntityType.class);

    /** Of a tagger on documents; types that the markers left out are not counted. */
    public static Score of(Function<String, List<Span>> tagger, List<Labelled> documents) {
        var score = new Score();
        for (Labelled document : documents) {
            score.add(document, tagger.apply(document.text()));
        }
        return score;
    }

    private void add(Labelled document, List<Span> found) {
        Set<Labelled.Mark> right = new HashSet<>(document.names());
        for (Span span : found) {
            if (!document.unmarked().contains(span.type())) {
                tally(span.type())[1]++;
                if (right.contains(new Labelled.Mark(span.type(), span.start(), span.end()))) {
                    tally(span.type())[0]++;
                }
            }
        }
        for (Labelled.Mark mark : document.names()) {
            if (!document.unmarked().contains(mark.type())) {
                tally(mark.type())[2]++;
            }
        }
    }

    private int[] tally(EntityType type) {
        return tallies.computeIfAbsent(type, any -> new int[3]);
    }

    /** The harmonic mean of precision and recall, over all types. */
    public double f1() {
        return f1(total());
    }

    private int[] total() {
        int[] total = new int[3];
        for (int[] tally : tallies.values()) {
            for (int i = 0; i < 3; i++) {
                total[i] += tally[i];
            }
        }
        return total;
    }

    private static double f1(int[] tally) {
        return 2.0 * tally[0] / Math.max(1, tally[1] + tally[2]);
    }

    @Override
    public String toString() {
        int[] total = total();
        var text = new StringBuilder("%.3f (precision %.3f, recall %.3f of %d)"
                .formatted(
                        f1(total),
                        (double) total[0] / Math.max(1, total[1]),
                        (double) total[0] / Math.max(1, total[2]),
                        total[2]));
        tallies.forEach((type, tally) ->
                text.append("  %s %.3f".formatted(type.name().toLowerCase(Locale.ROOT), f1(tally))));
        return text.toString();
    }
}
