package dateline.schemas;

import static java.util.Objects.requireNonNullElse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.DeadLetter;

/**
 * Every stage's one exception handler: a record that cannot be decoded, that a step rejects, that a bug in a step trips
 * over or that cannot be written becomes a dead letter, in the same transaction as everything else, and the stage goes on.
 * Kafka's own faults are none of its business: they fail the stage's thread, which starts again from its last commit.
 */
public final class DeadLetters
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    /** Counts, on a record sent round again, how often it was. */
    public static final String ATTEMPTS = "dateline-attempts";

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private Clock clock = Clock.systemUTC();
    private String stage = "";
    private Topic<DeadLetter> topic = new Topics(new Encoding.SingleObject()).deadLetters();

    @Override
    public void configure(Map<String, ?> configuration) {
        String application =
                String.valueOf(requireNonNullElse(configuration.get(StreamsConfig.APPLICATION_ID_CONFIG), ""));
        stage = application.startsWith(Stage.PREFIX) ? application.substring(Stage.PREFIX.length()) : application;
        topic = new Topics(Encoding.from(configuration), Naming.from(configuration)).deadLetters();
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return isKafkas(exception)
                ? DeserializationExceptionHandler.Response.fail()
                : DeserializationExceptionHandler.Response.resume(
                        List.of(letter(context, record.key(), record.value(), exception)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return isKafkas(exception)
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(List.of(letter(context, exception)));
    }

    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RecordTooLargeException
                ? ProductionExceptionHandler.Response.resume(List.of(letter(context, exception)))
                : ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // as Kafka declares it
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            ProductionExceptionHandler.SerializationExceptionOrigin origin) {
        return isKafkas(exception)
                ? ProductionExceptionHandler.Response.fail()
                : ProductionExceptionHandler.Response.resume(List.of(letter(context, exception)));
    }

    private ProducerRecord<byte[], byte[]> letter(ErrorHandlerContext context, Exception exception) {
        return letter(context, context.sourceRawKey(), context.sourceRawValue(), exception);
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, byte @Nullable [] key, byte @Nullable [] value, Exception exception) {
        DeadLetter letter = letter(exception)
                .setStage(stage)
                .setStep(requireNonNullElse(context.processorNodeId(), ""))
                .setTopic(requireNonNullElse(context.topic(), ""))
                .setPartition(context.partition())
                .setOffset(context.offset())
                .setFailed(clock.instant())
                .setAttempts(attempts(context.headers()))
                .setKey(key == null ? null : ByteBuffer.wrap(key))
                .setValue(value == null ? null : ByteBuffer.wrap(value))
                .build();
        log(letter);
        return new ProducerRecord<>(
                topic.name(), null, key, topic.values().serializer().serialize(topic.name(), letter));
    }

    /**
     * The letter of a stage that is no topology, about a record it consumed.
     *
     * @param failed when the stage gave up
     */
    public static DeadLetter letter(
            String stage, String step, ConsumerRecord<byte[], byte[]> record, Exception exception, Instant failed) {
        DeadLetter letter = letter(exception)
                .setStage(stage)
                .setStep(step)
                .setTopic(record.topic())
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setFailed(failed)
                .setAttempts(attempts(record.headers()))
                .setKey(record.key() == null ? null : ByteBuffer.wrap(record.key()))
                .setValue(record.value() == null ? null : ByteBuffer.wrap(record.value()))
                .build();
        log(letter);
        return letter;
    }

    private static DeadLetter.Builder letter(Exception exception) {
        return DeadLetter.newBuilder().setDefect(defect(exception)).setDetail(detail(exception));
    }

    private static void log(DeadLetter letter) {
        log.warn(
                "dead letter {} at {}: {} {}",
                id(letter.getTopic(), letter.getPartition(), letter.getOffset()),
                letter.getStep(),
                letter.getDefect(),
                letter.getDetail());
    }

    /** The name by which people call a dead letter: where its record stands. */
    public static String id(String topic, int partition, long offset) {
        return topic + "/" + partition + "/" + offset;
    }

    /** How often a record with these headers was sent round again. */
    public static int attempts(@Nullable Headers headers) {
        var header = headers == null ? null : headers.lastHeader(ATTEMPTS);
        try {
            return header == null ? 0 : Integer.parseInt(new String(header.value(), StandardCharsets.US_ASCII));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** A registry that does not answer, a broker that is away: to be tried again, not to be blamed on the record. */
    public static boolean isKafkas(Exception exception) {
        return exception instanceof KafkaException
                && (!(exception instanceof SerializationException) || exception instanceof SchemaRegistry.Unreachable);
    }

    private static String defect(Exception exception) {
        return switch (exception) {
            case UnusableRecordException e -> e.defect();
            case SerializationException e -> "UNREADABLE_RECORD";
            case RecordTooLargeException e -> "TOO_LARGE";
            default -> "BUG";
        };
    }

    /** Of a bug, its kind and its place: its message might quote copy that nobody may see yet. */
    private static String detail(Exception exception) {
        if (exception instanceof UnusableRecordException || exception instanceof KafkaException) {
            return String.valueOf(exception.getMessage());
        }
        return exception.getClass().getName()
                + Arrays.stream(exception.getStackTrace())
                        .limit(3)
                        .map(frame -> " at " + frame)
                        .collect(Collectors.joining());
    }
}
