package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopologyTest {
    private static final Path GOLDEN = Path.of("../docs/topology.txt");

    /** A step or store that changes its name loses its state on the topics of whoever upgrades: let it be seen. */
    @Test
    void theTopologiesAreThoseOfTheDocument() throws IOException {
        String text = TopologyCommand.text();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }

        assertThat(text)
                .as("docs/topology.txt; if the change is meant: bin/verify -pl launcher -am -Dgolden.update=true")
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyStepAndStoreHasANameOfOurs() {
        assertThat(TopologyCommand.text()).doesNotContainPattern("KSTREAM-|KTABLE-|STATE-STORE-");
    }
}
