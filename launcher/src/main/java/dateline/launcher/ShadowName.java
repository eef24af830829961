package dateline.launcher;

import dateline.schemas.Stage;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shadow's topics, groups and folder are called by: the time when it began, and a number, since two may begin at once.
 *
 * @param stamp such as shadow-20261107-101500-4711
 */
record ShadowName(String stamp) {
    /** A shadow that is younger may have topics and nobody at work on them yet. */
    static final Duration STARTING = Duration.ofSeconds(30);

    private static final String KIND = "shadow-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");
    private static final Pattern STAMP = Pattern.compile(KIND + "(\\d{8}-\\d{6})-\\d{4}");
    private static final int NUMBERS = 10_000;

    /** A new shadow's. */
    static ShadowName at(Instant time) {
        return new ShadowName("%s%s-%04d"
                .formatted(
                        KIND,
                        TIME.format(time.atOffset(ZoneOffset.UTC)),
                        ThreadLocalRandom.current().nextInt(NUMBERS)));
    }

    /** The name of the shadow to which a topic, a group or a folder belongs; empty if it belongs to none. */
    static Optional<ShadowName> of(String called) {
        Matcher stamp = STAMP.matcher(called);
        return stamp.find() && (stamp.start() == 0 || called.startsWith(Stage.PREFIX + KIND))
                ? Optional.of(new ShadowName(stamp.group()))
                : Optional.empty();
    }

    /** Stands before its topics' names. */
    String topicPrefix() {
        return Stage.PREFIX + stamp + ".";
    }

    /** What one of its stages is called. */
    String stage(String stage) {
        return stamp + "-" + stage;
    }

    boolean isOlderThan(Duration age, Instant now) {
        Matcher parts = STAMP.matcher(stamp);
        if (!parts.matches()) {
            return false;
        }
        try {
            Instant began = LocalDateTime.parse(parts.group(1), TIME).toInstant(ZoneOffset.UTC);
            return began.plus(age).isBefore(now);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
