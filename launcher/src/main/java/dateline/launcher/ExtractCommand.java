package dateline.launcher;

import dateline.enrich.line.ExtractLine;
import dateline.enrich.tag.Annotator;
import picocli.CommandLine.Command;

@Command(
        name = "extract",
        description = {
            "Finds the article in HTML pages without Kafka, a line of JSON each.",
            "With --jsonl, lines are {\"id\",\"url\",\"html\"}."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class ExtractCommand extends LineCommand {
    private final ExtractLine extract = new ExtractLine(new Annotator());

    @Override
    String line(String json) {
        return extract.answer(json);
    }

    @Override
    String file(String name, String content) {
        return extract.extract(name, content);
    }
}
