package dateline.launcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Quiet logs: what Dateline itself has to say on standard error, what its broker and libraries warn of in a file. */
final class Logs {
    /** A message may quote what came from outside, which must neither make lines of its own nor command a terminal. */
    private static final String MESSAGE = "%replace(%msg){'[\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029]+', ' '}";

    private static final String PATTERN =
            "%d{yyyy-MM-dd HH:mm:ss.SSS,UTC} %-5level %logger{0}: " + MESSAGE + "%n%ex{8}";

    private Logs() {}

    /** Dateline's events from INFO on, and errors of all else, to standard error. */
    static void toConsole(boolean verbose) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget("System.err");
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.INFO : Level.WARN);
        context.getLogger("dateline").setLevel(verbose ? Level.DEBUG : Level.INFO);
        add(context, console, verbose ? PATTERN : "%d{HH:mm:ss,UTC} %-5level " + MESSAGE + "%n%ex{short}");
    }

    /** Everything from WARN on, and Dateline's events, to a file; standard error keeps Dateline's alone. */
    static void toFile(Path folder, boolean verbose) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        toConsole(verbose);
        var console = context.getLogger(Logger.ROOT_LOGGER_NAME)
                .iteratorForAppenders()
                .next();
        if (!verbose) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(console);
            context.getLogger("dateline").addAppender(console);
        }
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setFile(folder.resolve("dateline.log").toString());
        var rolling = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("dateline.%d.%i.log.gz").toString());
        rolling.setMaxFileSize(FileSize.valueOf("20MB"));
        rolling.setMaxHistory(7);
        rolling.setTotalSizeCap(FileSize.valueOf("200MB"));
        rolling.start();
        file.setRollingPolicy(rolling);
        add(context, file, PATTERN);
        // One broker, no neighbours: what it says of its own coming and going is of no use to anybody.
        context.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(Level.ERROR);
    }

    private static void add(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }
}
