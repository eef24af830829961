package dateline.launcher.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written in the file: durations as 500ms, 10s, 5m, 2h, 7d; time zones by their IANA names. */
final class Values extends SimpleModule {
    @Serial
    private static final long serialVersionUID = 1L;

    Values() {
        addDeserializer(Duration.class, new Durations());
        addDeserializer(ZoneId.class, new Zones());
    }

    private static final class Durations extends StdDeserializer<Duration> {
        @Serial
        private static final long serialVersionUID = 1L;

        private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");

        Durations() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            Matcher amount = AMOUNT.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (!amount.matches()) {
                return context.reportInputMismatch(
                        this, "\"%s\" is no duration; expected a number and a unit: 500ms, 10s, 5m, 2h, 7d", text);
            }
            long count = Long.parseLong(amount.group(1));
            return switch (amount.group(2)) {
                case "ms" -> Duration.ofMillis(count);
                case "s" -> Duration.ofSeconds(count);
                case "m" -> Duration.ofMinutes(count);
                case "h" -> Duration.ofHours(count);
                default -> Duration.ofDays(count);
            };
        }
    }

    private static final class Zones extends StdDeserializer<ZoneId> {
        @Serial
        private static final long serialVersionUID = 1L;

        Zones() {
            super(ZoneId.class);
        }

        @Override
        public ZoneId deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                return context.reportInputMismatch(
                        this, "\"%s\" is no time zone; expected a name such as Europe/Berlin, or UTC", text);
            }
        }
    }
}
