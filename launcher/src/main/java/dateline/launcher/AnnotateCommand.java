package dateline.launcher;

import dateline.enrich.line.AnnotateLine;
import dateline.enrich.tag.Annotator;
import picocli.CommandLine.Command;

@Command(
        name = "annotate",
        description = {
            "Tags text without Kafka: language, entities, countries, regions, dateline and credits, a line of JSON each.",
            "With --jsonl, lines are {\"id\",\"text\",\"headline\"?}. Offsets are UTF-16 code units into the text."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class AnnotateCommand extends LineCommand {
    private final AnnotateLine annotate = new AnnotateLine(new Annotator());

    @Override
    String line(String json) {
        return annotate.answer(json);
    }

    @Override
    String file(String name, String content) {
        return annotate.annotate(name, content);
    }
}
