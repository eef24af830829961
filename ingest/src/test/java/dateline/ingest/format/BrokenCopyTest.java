package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Whatever once broke a reader, or is made to: a file added to copy/broken is a new case. */
@Tag(Bounds.GROUP)
class BrokenCopyTest {
    @TestFactory
    Stream<DynamicTest> brokenCopyIsADefectWithACause() {
        return Copy.all().stream()
                .filter(file -> file.startsWith(Copy.FOLDER.resolve("broken")))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> endsInADefect(file)));
    }

    private static void endsInADefect(Path file) {
        switch (Bounds.read(Copy.raw(Copy.bytes("broken/" + file.getFileName())).build())) {
            case Rejected(var defect, var detail) -> assertThat(detail).isNotBlank();
            case Read(var items, var defects) -> assertThat(defects).isNotEmpty();
            case Skipped(var why) -> assertThat(why).isEqualTo("a defect, not a skip");
        }
    }
}
