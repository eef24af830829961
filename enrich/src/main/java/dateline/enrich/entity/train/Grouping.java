package dateline.enrich.entity.train;

import dateline.enrich.entity.Clusters;
import dateline.enrich.entity.Hash;
import dateline.enrich.entity.Lexicon;
import dateline.enrich.entity.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Groups words that stand between the same words, in running text that nobody has marked: each word is where the commonest
 * words stand left and right of it, and words that point the same way are a group; groups are grouped again.
 */
final class Grouping {
    private static final int FEWEST = 4;
    private static final int COMMONEST = 400;
    private static final int DIMENSIONS = 96;
    private static final int FINE = 400;
    private static final int COARSE = 50;
    /** Fine groups in a coarse one, at most; the coarse one is what is left without these bits. */
    private static final int IN_COARSE = 64;

    private static final int ROUNDS = 12;

    private final Random random;
    private final Map<Long, Integer> counts = new HashMap<>();
    private final Map<Long, float[]> vectors = new HashMap<>();

    private Grouping(Random random) {
        this.random = random;
    }

    /** The groups of the words in these texts. */
    static Clusters of(List<String> texts, Random random) {
        return new Grouping(random).group(texts);
    }

    private Clusters group(List<String> texts) {
        for (String text : texts) {
            for (long word : words(text)) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        List<Long> common = counts.entrySet().stream()
                .sorted(Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(COMMONEST)
                .map(Map.Entry::getKey)
                .toList();
        Map<Long, float[][]> directions = new HashMap<>();
        for (long word : common) {
            float weight = (float) (1 / Math.sqrt(counts.getOrDefault(word, 1)));
            directions.put(word, new float[][] {direction(weight), direction(weight)});
        }
        for (String text : texts) {
            long[] words = words(text);
            for (int i = 0; i < words.length; i++) {
                if (counts.getOrDefault(words[i], 0) >= FEWEST) {
                    float[] vector = vectors.computeIfAbsent(words[i], any -> new float[DIMENSIONS]);
                    add(vector, i > 0 ? directions.get(words[i - 1]) : null, 0);
                    add(vector, i + 1 < words.length ? directions.get(words[i + 1]) : null, 1);
                }
            }
        }
        List<Long> keys = new ArrayList<>(vectors.keySet());
        keys.sort(Comparator.comparingInt((Long key) -> -counts.getOrDefault(key, 0))
                .thenComparing(Comparator.naturalOrder()));
        List<float[]> points = keys.stream().map(vectors::get).toList();
        points.forEach(Grouping::level);
        float[][] fine = new float[Math.min(FINE, points.size())][];
        int[] inFine = means(points, fine);
        float[][] coarse = new float[Math.min(COARSE, fine.length)][];
        int[] inCoarse = means(List.of(fine), coarse);

        int[] place = new int[fine.length];
        int[] taken = new int[coarse.length];
        for (int group = 0; group < fine.length; group++) {
            place[group] = Math.min(IN_COARSE - 1, taken[inCoarse[group]]++);
        }
        Map<Integer, Integer> known = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            int group = inFine[i];
            known.put(Lexicon.key(keys.get(i)), 1 + inCoarse[group] * IN_COARSE + place[group]);
        }
        return new Clusters(known);
    }

    private static long[] words(String text) {
        var tokens = new Tokens(text);
        long[] words = new long[tokens.count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = Hash.lower(text.substring(tokens.start(i), tokens.end(i)));
        }
        return words;
    }

    private float[] direction(float weight) {
        float[] direction = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            direction[i] = (float) random.nextGaussian() * weight;
        }
        return direction;
    }

    private static void add(float[] vector, float @Nullable [][] directions, int side) {
        if (directions != null) {
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] += directions[side][i];
            }
        }
    }

    /** The nearest of the means for each point; the means are set. */
    private int[] means(List<float[]> points, float[][] means) {
        for (int group = 0; group < means.length; group++) {
            means[group] = points.get(random.nextInt(Math.min(points.size(), means.length * 8)))
                    .clone();
        }
        int[] nearest = new int[points.size()];
        for (int round = 0; round < ROUNDS; round++) {
            float[][] sums = new float[means.length][DIMENSIONS];
            int[] sizes = new int[means.length];
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = nearest(points.get(i), means);
                sizes[nearest[i]]++;
                for (int j = 0; j < DIMENSIONS; j++) {
                    sums[nearest[i]][j] += points.get(i)[j];
                }
            }
            for (int group = 0; group < means.length; group++) {
                means[group] = sizes[group] > 0
                        ? sums[group]
                        : points.get(random.nextInt(points.size())).clone();
                level(means[group]);
            }
        }
        return nearest;
    }

    private static int nearest(float[] point, float[][] means) {
        int nearest = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int group = 0; group < means.length; group++) {
            float dot = 0;
            for (int i = 0; i < DIMENSIONS; i++) {
                dot += point[i] * means[group][i];
            }
            if (dot > most) {
                most = dot;
                nearest = group;
            }
        }
        return nearest;
    }

    private static void level(float[] vector) {
        double square = 1e-9;
        for (float value : vector) {
            square += value * value;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
    }
}
