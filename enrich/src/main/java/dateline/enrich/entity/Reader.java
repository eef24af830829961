package dateline.enrich.entity;

import dateline.enrich.entity.LinearTagger.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads one story after another with a model. Keeps the words that it met, so not safe for many threads. */
final class Reader {
    private static final int L = Label.COUNT;

    private final Model model;
    private final Forms forms;
    private final Decoder decoder;
    private final int[] features = new int[Features.MOST];
    private final int[] sum = new int[L];
    private final int[][] edges = new int[Form.PLACES][];
    private float[] scores = new float[L * 64];
    private float[] margins = new float[64];
    private int[] labels = new int[64];

    Reader(Model model) {
        this.model = model;
        forms = new Forms(model.lexicon(), model.clusters());
        decoder = new Decoder(model.transitions());
        for (int place = 0; place < Form.PLACES; place++) {
            edges[place] = new int[L];
            Features.edge(place, features, 0);
            model.add(features[0], edges[place], 0);
        }
    }

    List<Span> read(String text) {
        var story = new Story(new Tokens(text), forms);
        List<Span> spans = new ArrayList<>();
        var run = new Run(story);
        while (run.next()) {
            int count = run.to() - run.from();
            if (labels.length < count) {
                scores = new float[L * count * 2];
                margins = new float[count * 2];
                labels = new int[count * 2];
            }
            for (int i = 0; i < count; i++) {
                score(story, run.from() + i, run, i * L);
            }
            decoder.best(scores, count, null, labels);
            collect(story, run, count, spans);
        }
        return spans;
    }

    private void collect(Story story, Run run, int count, List<Span> spans) {
        boolean measured = false;
        for (int i = 0; i < count; i++) {
            if (labels[i] == Label.OUTSIDE) {
                continue;
            }
            if (!measured) {
                decoder.margins(scores, count, labels, margins);
                measured = true;
            }
            int first = i;
            float margin = margins[i];
            while (!Label.closes(labels[i])) {
                i++;
                margin = Math.min(margin, margins[i]);
            }
            Tokens tokens = story.tokens;
            spans.add(new Span(
                    Label.type(labels[i]),
                    tokens.start(run.from() + first),
                    tokens.end(run.from() + i),
                    confidence(margin),
                    null));
        }
    }

    private static double confidence(float margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    private void score(Story story, int token, Run run, int at) {
        int[] sum = this.sum;
        java.util.Arrays.fill(sum, 0);
        for (int place = 0; place < Form.PLACES; place++) {
            Form form = Features.neighbour(story, token, place - 2);
            int[] own = form == null ? edges[place] : own(form, place);
            for (int label = 0; label < L; label++) {
                sum[label] += own[label];
            }
        }
        int count = Features.among(story, token, run, features, 0);
        for (int i = 0; i < count; i++) {
            model.add(features[i], sum, 0);
        }
        for (int label = 0; label < L; label++) {
            scores[at + label] = sum[label] * model.scale();
        }
    }

    private int[] own(Form form, int place) {
        int[] own = form.scores[place];
        if (own == null) {
            own = new int[L];
            int count = Features.own(form, place, features, 0);
            for (int i = 0; i < count; i++) {
                model.add(features[i], own, 0);
            }
            form.scores[place] = own;
        }
        return own;
    }
}
