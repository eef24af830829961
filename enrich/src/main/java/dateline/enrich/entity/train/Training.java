package dateline.enrich.entity.train;

import dateline.enrich.entity.Clusters;
import dateline.enrich.entity.Forms;
import dateline.enrich.entity.Lexicon;
import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.Model;
import dateline.enrich.entity.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Makes a model out of the corpora and lists in a folder, in two steps: what words and contexts say, and then, on top of what
 * a model that has not seen a story makes of it, what the rest of the story says. The same folder and settings make the same
 * model.
 */
public final class Training {
    private static final int DRILLED = 9_000;
    private static final String DRILL = "drill";
    /** Where stories are whole, so that they can agree with themselves. */
    private static final Set<String> WHOLE = Set.of("docred", "gum", "wikigold", DRILL);

    private static final int FOLDS = 2;
    private static final int EVERY = 12;
    /** Of so many documents one is read with a third of the names unknown: any day's copy brings names that no list has. */
    private static final int UNKNOWING = 3;

    /** Steps of a weight in a byte. */
    private static final int STEPS = 127;

    /**
     * How to train.
     *
     * @param weights how often each corpus is gone through in an epoch; one that is not named here is left out
     * @param epochs how often all is gone through
     * @param margin by how much the right labels have to win
     * @param fewest how often a feature must be seen to count
     * @param least how many steps a weight must be from nothing to be kept
     */
    public record Settings(
            Map<String, Integer> weights, int epochs, float margin, int fewest, double least, long seed) {
        /** What the shipped model is made with. */
        public static final Settings SHIPPED = new Settings(
                Map.of("docred", 1, "gum", 2, "wikigold", 2, "wnut17", 1, "btc", 1, DRILL, 1), 12, 200, 2, 2.5, 1);

        /** These with other corpora too, gone through once. */
        public Settings with(List<String> names) {
            Map<String, Integer> more = new HashMap<>(weights);
            names.forEach(name -> more.put(name, 1));
            return new Settings(more, epochs, margin, fewest, least, seed);
        }

        /** These without some corpora. */
        public Settings without(List<String> names) {
            Map<String, Integer> fewer = new HashMap<>(weights);
            names.forEach(fewer::remove);
            return new Settings(fewer, epochs, margin, fewest, least, seed);
        }
    }

    private record Corpus(String name, List<Labelled> documents, int weight) {}

    private final Settings settings;
    private final Consumer<String> say;
    private final Lexicon lexicon;
    private final Lexicon thinnedLexicon;
    private final Clusters clusters;
    private final List<Corpus> corpora = new ArrayList<>();

    private Training(Path ner, Path geo, Settings settings, Consumer<String> say) throws IOException {
        this.settings = settings;
        this.say = say;
        Known known = new Known()
                .shipped()
                .names(ner.resolve("names_first_us.txt.gz"), Kind.GIVEN_US)
                .names(ner.resolve("names_sur_us.txt.gz"), Kind.FAMILY_US)
                .places(geo);
        lexicon = known.lexicon();
        thinnedLexicon = known.thinned().lexicon();
        var style = new HouseStyle(known);
        for (var entry : new TreeMap<>(settings.weights()).entrySet()) {
            String name = entry.getKey();
            List<Labelled> documents = name.equals(DRILL)
                    ? new Drill(known, new Random(settings.seed())).stories(DRILLED)
                    : Corpora.training(ner, name).stream().map(style::of).toList();
            corpora.add(new Corpus(name, documents, entry.getValue()));
        }
        clusters = Grouping.of(texts(ner), new Random(settings.seed()));
        List<Corpus> capitals = List.of(new Corpus("capitals", capitals(), 1));
        corpora.addAll(renamed(known));
        corpora.addAll(capitals);
    }

    /**
     * Trains.
     *
     * @param ner the folder of the corpora and names
     * @param geo the folder of the places
     * @param say is told how it goes
     */
    public static Model train(Path ner, Path geo, Settings settings, Consumer<String> say) throws IOException {
        var training = new Training(ner, geo, settings, say);
        Model words = training.words(document -> true, true);
        List<Model> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            folds.add(training.words(document -> document % FOLDS != held, false));
        }
        return words.with(training.votes(folds, words));
    }

    /** What words are grouped by: the corpora's texts, and those of one whose marks are not used. */
    private List<String> texts(Path ner) throws IOException {
        List<String> texts = new ArrayList<>();
        corpora.stream()
                .filter(corpus -> !corpus.name.equals(DRILL))
                .forEach(corpus -> corpus.documents.forEach(document -> texts.add(document.text())));
        Corpora.training(ner, "gmb").forEach(document -> texts.add(document.text()));
        return texts;
    }

    /** The whole documents under other names, each as in its corpus so that folds keep both versions of one together. */
    private List<Corpus> renamed(Known known) {
        var random = new Random(settings.seed());
        var renamed = new Renamed(known, new Drill(known, random), new People(random));
        return corpora.stream()
                .filter(corpus -> WHOLE.contains(corpus.name) && !corpus.name.equals(DRILL))
                .map(corpus -> new Corpus(
                        "renamed " + corpus.name,
                        corpus.documents.stream().map(renamed::of).toList(),
                        1))
                .toList();
    }

    /** Some of the documents in capitals, as headlines are. */
    private List<Labelled> capitals() {
        return corpora.stream()
                .filter(corpus -> WHOLE.contains(corpus.name))
                .flatMap(corpus -> IntStream.range(0, corpus.documents.size())
                        .filter(i -> i % EVERY == 0)
                        .mapToObj(corpus.documents::get))
                .map(Labelled::inCapitals)
                .filter(Objects::nonNull)
                .toList();
    }

    private Model words(IntPredicate documents, boolean aloud) {
        var forms = new Forms(lexicon, clusters);
        var thinned = new Forms(thinnedLexicon, clusters.without(Known::isLeftOut));
        var examples = new Examples(forms);
        List<int[]> parts = new ArrayList<>();
        for (Corpus corpus : corpora) {
            int from = examples.runs();
            int lost = examples.lost();
            for (int i = 0; i < corpus.documents.size(); i++) {
                if (documents.test(i)) {
                    examples.add(corpus.documents.get(i), i % UNKNOWING == 0 ? thinned : forms);
                }
            }
            parts.add(new int[] {from, examples.runs(), corpus.weight});
            if (aloud) {
                say.accept("%s: %d documents, %d stretches, %d names that cannot be learnt"
                        .formatted(
                                corpus.name, corpus.documents.size(), examples.runs() - from, examples.lost() - lost));
            }
        }
        examples.prune(settings.fewest());
        var perceptron = new Perceptron(examples, settings.margin());
        fit(perceptron, parts, settings.epochs());
        Model model = perceptron.model(lexicon, clusters, settings.least(), settings.margin() * 1.25f / STEPS);
        say.accept(
                "%d tokens, %d features, %d kept".formatted(examples.tokenCount(), examples.known(), model.features()));
        return model;
    }

    private Model votes(List<Model> folds, Model words) {
        List<Reader> readers = folds.stream().map(Reader::new).toList();
        var examples = new Examples(new Forms(lexicon, clusters));
        List<int[]> parts = new ArrayList<>();
        for (Corpus corpus : corpora) {
            if (WHOLE.contains(corpus.name)) {
                int from = examples.runs();
                for (int i = 0; i < corpus.documents.size(); i++) {
                    examples.addVotes(corpus.documents.get(i), readers.get(i % FOLDS));
                }
                parts.add(new int[] {from, examples.runs(), corpus.weight});
            }
        }
        examples.prune(settings.fewest());
        var perceptron = new Perceptron(examples, settings.margin());
        perceptron.keep(words.transitions());
        fit(perceptron, parts, 8);
        return perceptron.model(lexicon, clusters, settings.least(), words.scale());
    }

    private void fit(Perceptron perceptron, List<int[]> parts, int epochs) {
        int[] order = parts.stream()
                .flatMapToInt(part -> IntStream.range(0, part[2]).flatMap(time -> IntStream.range(part[0], part[1])))
                .toArray();
        var random = new Random(settings.seed());
        int wrong = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            wrong = perceptron.epoch(order, random);
        }
        say.accept("%d of %d stretches wrong in the last epoch".formatted(wrong, order.length));
    }
}
