package dateline.enrich.entity;

import dateline.enrich.entity.LinearTagger.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import wire.EntityType;

/** Reads one story after another with a model. Keeps the words that it met, so not safe for many threads. */
public final class Reader {
    private static final int L = Label.COUNT;
    /** A longer story's room is not kept for the next. */
    private static final int KEPT = 20_000;

    private final Rows rows;
    private final float scale;
    private final Forms forms;
    private final Decoder decoder;
    private final int[] features = new int[Features.MOST];
    /** Of a token: what its features have for each label. */
    private final long[] sums = new long[Rows.SUMS];
    /** The same of what stands past the end of a sentence, for each place beside the token in question. */
    private final long[] edges = new long[Form.PLACES * Rows.SUMS];

    private final Memo ofKinds = new Memo();
    private final Memo ofSaid = new Memo();
    /** For each token of the story, the score of each label. */
    private float[] scores = new float[0];

    private byte[] labels = new byte[0];
    private final float[] said = new float[L];
    private float[] run = new float[L * 64];
    private float[] margins = new float[64];
    private int[] best = new int[64];

    public Reader(Model model) {
        rows = model.rows();
        scale = model.scale();
        forms = new Forms(model.lexicon(), model.clusters());
        decoder = new Decoder(model.transitions()).settled();
        for (int place = 0; place < Form.PLACES; place++) {
            Features.edge(place, features, 0);
            rows.add(features, 0, 1, edges, place * Rows.SUMS);
        }
    }

    /** The names in a text, in its order. */
    List<Span> read(String text) {
        Story story = first(text);
        List<Span> spans = new ArrayList<>();
        var votes = new Votes(story, labels.clone());
        var stretch = new Run(story);
        while (stretch.next()) {
            int count = stretch.to() - stretch.from();
            room(count);
            int from = stretch.from();
            boolean voted = false;
            System.arraycopy(scores, from * L, run, 0, count * L);
            for (int i = 0; i < count; i++) {
                Arrays.fill(sums, 0);
                rows.add(features, 0, votes.of(from + i, features), sums, 0);
                if (Rows.rows(sums, 0) > 0) {
                    voted = true;
                    Rows.unpack(sums, 0, scale, said, 0);
                    for (int label = 0; label < L; label++) {
                        run[i * L + label] += said[label];
                    }
                }
            }
            if (voted || anyName(from, count)) {
                decoder.best(run, count, null, best);
                collect(story, from, count, spans);
            }
        }
        if (labels.length > KEPT) {
            scores = new float[0];
            labels = new byte[0];
        }
        return spans;
    }

    /** Reads a story by its words and contexts alone; the labels are then {@link #labels()}, the scores {@link #scores()}. */
    public Story first(String text) {
        var story = new Story(new Tokens(text), forms);
        int tokens = story.count();
        if (labels.length < tokens) {
            labels = new byte[tokens + tokens / 2];
            scores = new float[labels.length * L];
        }
        Arrays.fill(labels, 0, tokens, (byte) 0);
        var stretch = new Run(story);
        while (stretch.next()) {
            int count = stretch.to() - stretch.from();
            room(count);
            for (int i = 0; i < count; i++) {
                score(story, stretch.from() + i, stretch, i * L);
            }
            System.arraycopy(run, 0, scores, stretch.from() * L, count * L);
            decoder.best(run, count, null, best);
            for (int i = 0; i < count; i++) {
                labels[stretch.from() + i] = (byte) best[i];
            }
        }
        return story;
    }

    /** The labels of the story read last; longer than it. */
    public byte[] labels() {
        return labels;
    }

    /** The scores of each label for each token of the story read last; longer than it. */
    public float[] scores() {
        return scores;
    }

    private boolean anyName(int from, int count) {
        for (int i = 0; i < count; i++) {
            if (labels[from + i] != Label.OUTSIDE) {
                return true;
            }
        }
        return false;
    }

    private void room(int count) {
        if (best.length < count) {
            run = new float[L * count * 2];
            margins = new float[count * 2];
            best = new int[count * 2];
        }
    }

    private void collect(Story story, int from, int count, List<Span> spans) {
        boolean measured = false;
        for (int i = 0; i < count; i++) {
            if (best[i] == Label.OUTSIDE) {
                continue;
            }
            if (!measured) {
                decoder.margins(run, count, best, margins);
                measured = true;
            }
            int first = i;
            float margin = margins[i];
            while (!Label.closes(best[i])) {
                i++;
                margin = Math.min(margin, margins[i]);
            }
            Tokens tokens = story.tokens;
            EntityType type = Label.type(best[i]);
            int after = spans.isEmpty() ? 0 : spans.getLast().end();
            spans.add(new Span(
                    type,
                    tokens.start(from + first),
                    tokens.end(from + i),
                    confidence(margin),
                    type == EntityType.PERSON ? Roles.before(story, from + first, after) : null));
        }
    }

    /** The share of names that were right by how far ahead they were, on documents kept back from training. */
    private static double confidence(float margin) {
        return 1 / (1 + Math.exp(0.49 - 0.0048 * margin));
    }

    private void score(Story story, int token, Run stretch, int to) {
        Arrays.fill(sums, 0);
        // As far as the sentence goes, the word's own neighbours; past it the edge.
        int before = story.starts(token) ? 0 : story.starts(token - 1) ? 1 : 2;
        int count = story.count();
        int after = token + 1 >= count || story.starts(token + 1)
                ? 0
                : token + 2 >= count || story.starts(token + 2) ? 1 : 2;
        for (int place = 0; place < Form.PLACES; place++) {
            int away = place - 2;
            if (away < -before || away > after) {
                add(edges, place * Rows.SUMS);
            } else {
                Form form = story.forms[token + away];
                if ((form.summed >> place & 1) == 0) {
                    rows.add(features, 0, Features.own(form, place, features, 0), form.sums, place * Rows.SUMS);
                    form.summed |= 1 << place;
                }
                add(form.sums, place * Rows.SUMS);
            }
        }
        int kinds = Features.kinds(story, token);
        int at = Memo.at(kinds);
        if (!ofKinds.has(kinds, at)) {
            rows.add(features, 0, Features.ofKinds(kinds, features, 0), ofKinds.sums(), at);
        }
        add(ofKinds.sums(), at);
        long said = Features.said(story, token);
        at = Memo.at(said);
        if (!ofSaid.has(said, at)) {
            rows.add(features, 0, Features.ofSaid(said, features, 0), ofSaid.sums(), at);
        }
        add(ofSaid.sums(), at);
        int found = Features.beside(story, token, features, 0);
        rows.add(features, 0, Features.within(story, token, stretch, features, found), sums, 0);
        Rows.unpack(sums, 0, scale, run, to);
    }

    private void add(long[] from, int at) {
        for (int i = 0; i < Rows.SUMS; i++) {
            sums[i] += from[at + i];
        }
    }
}
