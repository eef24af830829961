package dateline.enrich.entity.train;

import dateline.enrich.entity.Clusters;
import dateline.enrich.entity.Forms;
import dateline.enrich.entity.Lexicon;
import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Makes a model out of the corpora and lists in a folder. The same folder and settings make the same model. */
public final class Training {
    private Training() {}

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
                Map.of("docred", 2, "gum", 2, "wikigold", 2, "wnut17", 1, "btc", 1, "gmb", 1), 12, 200, 2, 1, 1);
    }

    public static Model train(Path ner, Path geo, Settings settings, Consumer<String> say) throws IOException {
        Known known = known(ner, geo);
        Lexicon lexicon = known.lexicon();
        var clusters = new Clusters(Map.of());
        var examples = new Examples(new Forms(lexicon, clusters));
        List<int[]> parts = new ArrayList<>();
        for (String corpus : settings.weights().keySet().stream().sorted().toList()) {
            int from = examples.runs();
            int lost = examples.lost();
            List<Labelled> documents = Corpora.training(ner, corpus);
            documents.forEach(examples::add);
            parts.add(new int[] {from, examples.runs(), settings.weights().get(corpus)});
            say.accept("%s: %d documents, %d stretches, %d names lost"
                    .formatted(corpus, documents.size(), examples.runs() - from, examples.lost() - lost));
        }
        examples.prune(settings.fewest());
        say.accept("%d tokens, %d features".formatted(examples.tokenCount(), examples.known()));
        int[] order = parts.stream()
                .flatMapToInt(part -> java.util.stream.IntStream.range(0, part[2])
                        .flatMap(time -> java.util.stream.IntStream.range(part[0], part[1])))
                .toArray();
        var perceptron = new Perceptron(examples, settings.margin());
        var random = new Random(settings.seed());
        for (int epoch = 1; epoch <= settings.epochs(); epoch++) {
            int wrong = perceptron.epoch(order, random);
            say.accept("epoch %d: %d of %d stretches wrong".formatted(epoch, wrong, order.length));
        }
        Model model = perceptron.model(lexicon, clusters, settings.least());
        say.accept("%d features kept".formatted(model.features()));
        return model;
    }

    private static Known known(Path ner, Path geo) throws IOException {
        return new Known()
                .shipped()
                .names(ner.resolve("names_first_us.txt.gz"), Kind.GIVEN_US)
                .names(ner.resolve("names_sur_us.txt.gz"), Kind.FAMILY_US)
                .places(geo);
    }
}
