package dateline.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dateline.enrich.entity.Name;
import dateline.enrich.entity.Tagger;
import dateline.enrich.entity.TaggerConfig;
import dateline.enrich.entity.Taggers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wire.Part;

class OnnxTaggerTest {
    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER", "B-LOC", "B-ORG", "B-DATE");
    private static final List<String> WORDS = List.of("[UNK]", "Amina", "Yusuf", "Lagos", "Reuters", "Monday");
    private static final int[] LABEL_OF_WORD = {0, 1, 2, 3, 4, 5};

    @TempDir
    Path folder;

    private Tagger tagger() throws IOException {
        TinyModel.write(folder, LABELS, WORDS, LABEL_OF_WORD);
        return Taggers.open(new TaggerConfig("onnx", folder));
    }

    @Test
    void whatTheModelLabelsAreNamesWithTheirPlacesInHeadlineAndBody() throws IOException {
        String body = "On Monday 😀 Amina Yusuf left Lagos .\nReuters said so in Lagos";

        List<Name> names = tagger().names("Lagos waits", body, "en");

        assertThat(names)
                .extracting(name -> name.type() + " "
                        + (name.part() == Part.BODY ? body : "Lagos waits").substring(name.start(), name.end()))
                .containsExactly("PLACE Lagos", "PERSON Amina Yusuf", "PLACE Lagos", "ORG Reuters", "PLACE Lagos");
        assertThat(names).allSatisfy(name -> assertThat(name.confidence()).isBetween(0.9, 1.0));
    }

    @Test
    void brokenTextIsReadAllTheSame() throws IOException {
        String body = "\ud83d Lagos \u0000 \ude00 " + "x".repeat(10_000) + " Amina";

        assertThat(tagger().names("", body, null))
                .extracting(name -> body.substring(name.start(), name.end()))
                .containsExactly("Lagos", "Amina");
    }

    @Test
    void aFolderWithoutAModelSaysWhatIsMissing() throws IOException {
        TinyModel.write(folder, LABELS, WORDS, LABEL_OF_WORD);
        Files.delete(folder.resolve("tokenizer.json"));

        assertThatThrownBy(() -> Taggers.open(new TaggerConfig("onnx", folder)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tokenizer.json");
    }

    @Test
    void anUnknownKindNamesThoseThereAre() {
        assertThatThrownBy(() -> Taggers.open(new TaggerConfig("magic", null)))
                .hasMessageContaining("magic")
                .hasMessageContaining("linear, onnx");
    }
}
