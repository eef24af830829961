package dateline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogsTest {
    private final PrintStream stderr = System.err;

    @AfterEach
    void restore() throws Exception {
        System.setErr(stderr);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void whatIsQuotedFromOutsideMakesNoLineOfItsOwnAndCommandsNoTerminal() {
        var said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        Logs.toConsole(false);
        LoggerFactory.getLogger("dateline.test")
                .warn("no item: {}", "one\r\n12:00:00 INFO forged\u2028Zürich \u001b[2J");

        assertThat(said.toString(StandardCharsets.UTF_8).stripTrailing())
                .hasLineCount(1)
                .endsWith("no item: one 12:00:00 INFO forged Zürich  [2J");
    }
}
