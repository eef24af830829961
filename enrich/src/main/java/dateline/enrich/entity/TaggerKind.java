package dateline.enrich.entity;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A kind of tagger, known by the name that a configuration gives; found by ServiceLoader. */
public interface TaggerKind {
    String name();

    /**
     * Makes one.
     *
     * @param folder where its model is; null if the configuration names none
     * @throws IOException if the model cannot be read, saying what is wrong with it
     */
    Tagger open(@Nullable Path folder) throws IOException;
}
