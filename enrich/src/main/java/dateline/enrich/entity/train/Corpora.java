package dateline.enrich.entity.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import wire.EntityType;

/** The corpora by name: which part of each is learnt from and which is kept back to measure by. */
public final class Corpora {
    private static final Set<EntityType> NONE = Set.of();
    private static final Set<EntityType> MISC = Set.of(EntityType.MISC);

    private Corpora() {}

    /** The part of a corpus to learn from. */
    static List<Labelled> training(Path folder, String corpus) throws IOException {
        return switch (corpus) {
            case "gmb" -> Conll.read(folder.resolve("gmb-train.conll.gz"), 12, NONE);
            case "btc" -> Conll.read(folder.resolve("btc.conll.gz"), 1, MISC);
            case "wnut17" -> Conll.read(folder.resolve("wnut17-train.conll.gz"), 1, NONE);
            case "wikigold" -> kept(Conll.read(folder.resolve("wikigold.conll.gz"), 1, NONE), false);
            case "docred" -> kept(Conll.read(folder.resolve("docred.conll.gz"), 1, NONE), false);
            case "gum" -> kept(gum(folder), false);
            default -> throw new IllegalArgumentException("no corpus is called " + corpus);
        };
    }

    /** What is kept back, by name. */
    public static Map<String, List<Labelled>> heldOut(Path folder) throws IOException {
        Map<String, List<Labelled>> sets = new LinkedHashMap<>();
        sets.put("uner-ewt", Conll.read(folder.resolve("uner-ewt-dev.conll.gz"), 1, MISC));
        sets.get("uner-ewt").addAll(Conll.read(folder.resolve("uner-ewt-test.conll.gz"), 1, MISC));
        sets.put("wikigold", kept(Conll.read(folder.resolve("wikigold.conll.gz"), 1, NONE), true));
        sets.put("docred", kept(Conll.read(folder.resolve("docred.conll.gz"), 1, NONE), true));
        sets.put("gum", kept(gum(folder), true));
        sets.put("gmb", Conll.read(folder.resolve("gmb-dev.conll.gz"), 12, NONE));
        sets.put("wnut17", Conll.read(folder.resolve("wnut17-dev.conll.gz"), 1, NONE));
        return sets;
    }

    /** News, interviews and courts: the parts whose texts are free of share-alike, and not of scholars' names. */
    private static List<Labelled> gum(Path folder) throws IOException {
        List<Labelled> all = Conll.read(folder.resolve("gum.conll.gz"), 1, MISC);
        return all.subList(39, 90);
    }

    /** Every fifth document is kept back. */
    private static List<Labelled> kept(List<Labelled> documents, boolean back) {
        return new ArrayList<>(IntStream.range(0, documents.size())
                .filter(i -> (i % 5 == 4) == back)
                .mapToObj(documents::get)
                .toList());
    }
}
