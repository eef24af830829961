package dateline.enrich.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All places of a name in one sense of it, and how likely each is what the story means. */
final class Namesakes {
    /** The prior of a state of some ten million people. */
    private static final double LARGE_STATE = 9.5;

    /** More than votes and nearness can add. */
    private static final double HOPELESS = 13;

    int[] values;
    double[] base;
    double[] linked;
    double[] score;
    double[] share;
    final double prior;
    final boolean isLarge;
    final List<Integer> spots = new ArrayList<>();
    int best;

    Namesakes(int[] values, PlaceTable places) {
        this.values = values.clone();
        base = new double[values.length];
        linked = new double[values.length];
        score = new double[values.length];
        share = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            insert(i, values[i], Priors.of(places, values[i]));
        }
        prior = base.length == 0 ? 0 : base[0];
        isLarge = base.length > 0 && isLarge(places.kind(this.values[0] >> 2), prior);
    }

    /** Keeps the likeliest first. */
    private void insert(int count, int value, double prior) {
        int at = count;
        while (at > 0 && base[at - 1] < prior) {
            base[at] = base[at - 1];
            values[at] = values[at - 1];
            at--;
        }
        base[at] = prior;
        values[at] = value;
    }

    /** Drops those that nothing in the story can still make the likeliest. */
    void prune() {
        double most = Double.NEGATIVE_INFINITY;
        for (double one : score) {
            most = Math.max(most, one);
        }
        int kept = 0;
        for (int i = 0; i < values.length; i++) {
            if (score[i] >= most - HOPELESS) {
                values[kept] = values[i];
                base[kept] = score[i];
                linked[kept] = linked[i];
                score[kept++] = score[i];
            }
        }
        if (kept == values.length) {
            return;
        }
        values = Arrays.copyOf(values, kept);
        base = Arrays.copyOf(base, kept);
        linked = Arrays.copyOf(linked, kept);
        score = Arrays.copyOf(score, kept);
        share = Arrays.copyOf(share, kept);
    }

    private static boolean isLarge(Kind kind, double prior) {
        return kind == Kind.COUNTRY || (kind == Kind.STATE && prior > LARGE_STATE);
    }

    int place() {
        return values[best] >> 2;
    }

    boolean isLinked() {
        return Arrays.stream(linked).anyMatch(link -> link > 0);
    }

    double votes() {
        return Math.log(1.0 + spots.size());
    }

    /** Makes the likeliest by its score the best, and each its share of all. */
    void choose() {
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < score.length; c++) {
            if (score[c] > most) {
                most = score[c];
                best = c;
            }
        }
        double sum = 0;
        for (int c = 0; c < score.length; c++) {
            share[c] = Math.exp(score[c] - most);
            sum += share[c];
        }
        for (int c = 0; c < share.length; c++) {
            share[c] /= sum;
        }
    }
}
