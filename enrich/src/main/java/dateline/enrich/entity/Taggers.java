package dateline.enrich.entity;

import java.io.IOException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The taggers that there are: the one that ships, and those of libraries on the class path. */
public final class Taggers {
    static final String LINEAR = "linear";

    private Taggers() {}

    /**
     * The tagger that is asked for.
     *
     * @throws IllegalArgumentException if none is called so, naming those that are
     * @throws IOException if its model cannot be read
     */
    public static Tagger open(TaggerConfig config) throws IOException {
        Map<String, TaggerKind> kinds = new TreeMap<>();
        kinds.put(LINEAR, new Linear());
        for (TaggerKind kind : ServiceLoader.load(TaggerKind.class)) {
            TaggerKind other = kinds.putIfAbsent(kind.name(), kind);
            if (other != null) {
                throw new IllegalStateException("two taggers are called %s: %s and %s"
                        .formatted(
                                kind.name(),
                                other.getClass().getName(),
                                kind.getClass().getName()));
            }
        }
        TaggerKind kind = kinds.get(config.kind());
        if (kind == null) {
            throw new IllegalArgumentException(
                    "enrich.tagger.kind is %s: there are %s; a tagger of another kind needs its jar on the class path"
                            .formatted(config.kind(), String.join(", ", kinds.keySet())));
        }
        return kind.open(config.folder());
    }

    private static final class Linear implements TaggerKind {
        @Override
        public String name() {
            return LINEAR;
        }

        @Override
        public Tagger open(java.nio.file.@org.jspecify.annotations.Nullable Path folder) throws IOException {
            if (folder == null) {
                return new LinearTagger();
            }
            try (var in = java.nio.file.Files.newInputStream(folder.resolve("names.model"))) {
                return new LinearTagger(Model.read(in));
            }
        }
    }
}
