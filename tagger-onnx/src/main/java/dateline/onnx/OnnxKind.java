package dateline.onnx;

import dateline.enrich.entity.Tagger;
import dateline.enrich.entity.TaggerKind;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Taggers from a folder with model.onnx, tokenizer.json and config.json, as they are published for token classification. */
public final class OnnxKind implements TaggerKind {
    @Override
    public String name() {
        return "onnx";
    }

    @Override
    public Tagger open(@Nullable Path folder) throws IOException {
        if (folder == null) {
            throw new IllegalArgumentException(
                    "enrich.tagger.folder is missing: name the folder of model.onnx, tokenizer.json and config.json");
        }
        return OnnxTagger.open(folder);
    }
}
