package dateline.launcher;

import dateline.enrich.place.NewsRegion;
import dateline.schemas.KafkaConfig;
import dateline.schemas.Topic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "topics",
        description = "Lists Dateline's topics with what is kept of each, its partitions and how many offsets it has.",
        mixinStandardHelpOptions = true,
        versionProvider = Dateline.Version.class)
final class TopicsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it
    private CommandSpec spec;

    @Mixin
    private Reach reach = new Reach();

    @Option(names = "--create", description = "First make those that are missing.")
    private boolean create;

    @Option(
            names = "--regions",
            description =
                    "Lists the regions instead, without Kafka: slug, how it is told, name, countries, waters and names.")
    private boolean regions;

    @Override
    public Integer call() throws Exception {
        if (regions) {
            PrintWriter out = spec.commandLine().getOut();
            reach.settings().enrich().allRegions().all().forEach(region -> out.println(line(region)));
            out.flush();
            return 0;
        }
        KafkaConfig kafka = reach.kafka();
        Settings settings = reach.settings();
        List<Topic<?>> topics = settings.topics(kafka.topics());
        PrintWriter out = spec.commandLine().getOut();
        if (create) {
            new TopicSetup(kafka, settings.kafka())
                    .ensure(topics)
                    .forEach((topic, wrong) -> spec.commandLine().getErr().println(topic + " " + wrong));
        }
        try (Admin admin = Admin.create(kafka.client())) {
            Map<String, TopicDescription> there = describe(admin, topics);
            for (Topic<?> topic : topics) {
                TopicDescription description = there.get(topic.name());
                out.printf(
                        "%-40s %-15s %s%n",
                        topic.name(),
                        topic.kept().cleanupPolicy(),
                        description == null
                                ? "missing"
                                : "%d partitions, %d offsets"
                                        .formatted(description.partitions().size(), offsets(admin, description)));
            }
        } catch (ExecutionException e) {
            throw new Failure("Kafka at %s cannot be asked: %s".formatted(kafka.bootstrapServers(), e.getMessage()), e);
        }
        out.flush();
        return 0;
    }

    private static String line(NewsRegion region) {
        return String.join(
                "\t",
                region.slug(),
                region.onlyNamed() ? "named" : "members",
                region.name(),
                String.join(" ", region.countries()),
                String.join("|", region.seas()),
                String.join("|", region.names()),
                String.join("|", region.adjectives()));
    }

    private static Map<String, TopicDescription> describe(Admin admin, List<Topic<?>> topics)
            throws ExecutionException, InterruptedException {
        var there = admin.listTopics().names().get();
        List<String> names =
                topics.stream().map(Topic::name).filter(there::contains).toList();
        return admin.describeTopics(names).allTopicNames().get();
    }

    /** Records and the marks of transactions, from the oldest offset that is kept to the end. */
    private static long offsets(Admin admin, TopicDescription topic) throws ExecutionException, InterruptedException {
        return sum(admin, topic, OffsetSpec.latest()) - sum(admin, topic, OffsetSpec.earliest());
    }

    private static long sum(Admin admin, TopicDescription topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question = topic.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> new TopicPartition(topic.name(), partition.partition()), partition -> which));
        return admin.listOffsets(question).all().get().values().stream()
                .mapToLong(ListOffsetsResultInfo::offset)
                .sum();
    }
}
