package dateline.enrich.entity.train;

import dateline.enrich.entity.Features;
import dateline.enrich.entity.Forms;
import dateline.enrich.entity.Label;
import dateline.enrich.entity.Reader;
import dateline.enrich.entity.Run;
import dateline.enrich.entity.Story;
import dateline.enrich.entity.Tokens;
import dateline.enrich.entity.Votes;
import java.util.Arrays;
import wire.EntityType;

/** The stretches to learn from: for each token its features, by their place in a table, and the labels it may have. */
final class Examples {
    private int[] features = new int[1 << 20];
    private int[] tokens = new int[1 << 16];
    private int[] allowed = new int[1 << 16];
    private int[] runs = new int[1 << 14];
    private int tokenCount;
    private int runCount;
    private int lost;
    /** What each label scores before its features are added; empty where that is nothing. */
    private float[] first = new float[0];

    private int[] keys = new int[1 << 16];
    private int[] places = new int[1 << 16];
    private int[] numbers = new int[1 << 16];
    private int[] counts = new int[1 << 16];
    private int known;

    private final Forms forms;

    Examples(Forms forms) {
        this.forms = forms;
    }

    /** Adds a document's stretches. */
    void add(Labelled document) {
        add(document, forms);
    }

    /** Adds a document's stretches, its words known as these forms know them. */
    void add(Labelled document, Forms forms) {
        var split = new Tokens(document.text());
        var story = new Story(split, forms);
        int[] labels = labels(document, split, story);
        var run = new Run(story);
        int[] found = new int[Features.MOST];
        while (run.next()) {
            begin();
            for (int token = run.from(); token < run.to(); token++) {
                put(found, Features.of(story, token, run, found), labels[token]);
            }
            runs[runCount] = tokenCount;
        }
    }

    /** Adds a document's stretches as they stand for a second reading: what the rest of the story says, on top of the first. */
    void addVotes(Labelled document, Reader reader) {
        Story story = reader.first(document.text());
        var split = new Tokens(document.text());
        int[] labels = labels(document, split, story);
        var votes = new Votes(story, reader.labels());
        var run = new Run(story);
        int[] found = new int[Votes.MOST];
        while (run.next()) {
            begin();
            for (int token = run.from(); token < run.to(); token++) {
                int needed = (tokenCount + 1) * Label.COUNT;
                if (first.length < needed) {
                    first = Arrays.copyOf(first, needed * 2);
                }
                System.arraycopy(reader.scores(), token * Label.COUNT, first, tokenCount * Label.COUNT, Label.COUNT);
                put(found, votes.of(token, found), labels[token]);
            }
            runs[runCount] = tokenCount;
        }
    }

    private void begin() {
        if (runCount + 2 >= runs.length) {
            runs = Arrays.copyOf(runs, runs.length * 2);
        }
        runs[runCount++] = tokenCount;
    }

    private void put(int[] found, int count, int labels) {
        if (tokenCount + 2 >= tokens.length) {
            tokens = Arrays.copyOf(tokens, tokens.length * 2);
            allowed = Arrays.copyOf(allowed, allowed.length * 2);
        }
        int at = tokens[tokenCount];
        if (at + count > features.length) {
            features = Arrays.copyOf(features, features.length * 2);
        }
        for (int i = 0; i < count; i++) {
            features[at + i] = number(found[i]);
        }
        allowed[tokenCount] = labels;
        tokenCount++;
        tokens[tokenCount] = at + count;
    }

    private int[] labels(Labelled document, Tokens split, Story story) {
        int outside = 1;
        for (EntityType type : document.unmarked()) {
            outside |= Label.all(type);
        }
        int[] labels = new int[split.count()];
        Arrays.fill(labels, outside);
        int token = 0;
        for (Labelled.Mark mark : document.names()) {
            while (token < split.count() && split.end(token) <= mark.start()) {
                token++;
            }
            int first = token;
            while (token < split.count() && split.start(token) < mark.end()) {
                token++;
            }
            int last = token - 1;
            // "the United States", "eastern Sudan", "Republican party": the name is what may be one.
            while (first < last && !story.isCandidate(first)) {
                first++;
            }
            while (last > first && !story.isCandidate(last)) {
                last--;
            }
            int count = last - first + 1;
            boolean fits = count > 0;
            for (int i = first; i <= last; i++) {
                fits &= story.isCandidate(i);
            }
            if (!fits) {
                for (int i = first; i <= last; i++) {
                    labels[i] = (1 << Label.COUNT) - 1;
                }
                lost++;
                continue;
            }
            for (int i = 0; i < count; i++) {
                labels[first + i] = 1 << Label.of(mark.type(), i, count);
            }
        }
        return labels;
    }

    private int number(int key) {
        int at = slot(key);
        if (keys[at] == 0) {
            if (known * 2 >= keys.length) {
                grow();
                at = slot(key);
            }
            keys[at] = key;
            places[at] = known;
            if (known == numbers.length) {
                numbers = Arrays.copyOf(numbers, known * 2);
                counts = Arrays.copyOf(counts, known * 2);
            }
            numbers[known++] = key;
        }
        counts[places[at]]++;
        return places[at];
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int at = (key ^ key >>> 15) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldPlaces = places;
        keys = new int[oldKeys.length * 2];
        places = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                places[at] = oldPlaces[i];
            }
        }
    }

    /** Leaves out the features seen fewer times than this. Nothing can be added after. */
    void prune(int fewest) {
        int[] now = new int[known];
        int kept = 0;
        for (int i = 0; i < known; i++) {
            now[i] = counts[i] >= fewest ? kept++ : -1;
        }
        int[] keptNumbers = new int[kept];
        for (int i = 0; i < known; i++) {
            if (now[i] >= 0) {
                keptNumbers[now[i]] = numbers[i];
            }
        }
        int to = 0;
        int from = 0;
        for (int token = 0; token < tokenCount; token++) {
            int end = tokens[token + 1];
            tokens[token] = to;
            for (; from < end; from++) {
                int feature = now[features[from]];
                if (feature >= 0) {
                    features[to++] = feature;
                }
            }
        }
        tokens[tokenCount] = to;
        numbers = keptNumbers;
        known = kept;
        keys = new int[0];
        places = new int[0];
        counts = new int[0];
    }

    int runs() {
        return runCount;
    }

    int run(int run) {
        return runs[run];
    }

    int[] features() {
        return features;
    }

    int token(int token) {
        return tokens[token];
    }

    int allowed(int token) {
        return allowed[token];
    }

    /** How many features there are. */
    int known() {
        return known;
    }

    int numberAt(int place) {
        return numbers[place];
    }

    /** What each label of a token scores before its features are added, into an array. */
    void first(int token, float[] scores, int at) {
        if (first.length == 0) {
            Arrays.fill(scores, at, at + Label.COUNT, 0);
        } else {
            System.arraycopy(first, token * Label.COUNT, scores, at, Label.COUNT);
        }
    }

    int tokenCount() {
        return tokenCount;
    }

    /** How many names no labelling can express: they begin or end inside a token, or hold one that is never in a name. */
    int lost() {
        return lost;
    }
}
