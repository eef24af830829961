package dateline.launcher.deploy;

import dateline.schemas.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kafka.docker.KafkaDockerWrapper$;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.AppInfoParser;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import scala.jdk.javaapi.CollectionConverters;

/** What is wrong with how the official Kafka image is run, asked of Kafka's own code: the image's and the broker's. */
final class KafkaImage {
    private static final Pattern LISTENER = Pattern.compile("([A-Z_]+)://([^:,]*):(\\d+)");

    private final Compose.Service service;
    private final List<String> defects = new ArrayList<>();

    private KafkaImage(Compose.Service service) {
        this.service = service;
    }

    static List<String> defects(Compose.Service service) {
        return new KafkaImage(service).defects();
    }

    private List<String> defects() {
        String wanted = "apache/kafka:" + AppInfoParser.getVersion();
        if (!service.image().equals(wanted)) {
            defects.add("kafka: image %s is not the release of our clients, %s".formatted(service.image(), wanted));
        }
        Properties properties = properties();
        properties.stringPropertyNames().stream()
                .filter(name -> !AbstractKafkaConfig.CONFIG_DEF.names().contains(name))
                .forEach(name -> defects.add("kafka: there is no setting " + name));
        try {
            broker(new KafkaConfig(properties, false));
        } catch (ConfigException | IllegalArgumentException e) {
            defects.add("kafka: the broker refuses its settings: " + e.getMessage());
        }
        healthcheck();
        return defects;
    }

    /** What the image writes into server.properties. */
    private Properties properties() {
        var properties = new Properties();
        var environment = scala.collection.immutable.Map.from(CollectionConverters.asScala(service.environment()));
        for (String line :
                CollectionConverters.asJava(KafkaDockerWrapper$.MODULE$.getServerConfigsFromEnv(environment))) {
            String[] parts = line.split("=", 2);
            if (parts.length == 2) {
                properties.setProperty(parts[0], parts[1]);
            }
        }
        return properties;
    }

    private void broker(KafkaConfig broker) {
        if (broker.messageMaxBytes() < Stage.MAX_RECORD_BYTES) {
            defects.add("kafka: message.max.bytes is below our largest record, " + Stage.MAX_RECORD_BYTES);
        }
        List<String> folders = List.copyOf(broker.logDirs());
        for (String folder : folders) {
            if (service.mounts().stream().noneMatch(mount -> mount.holds(folder))) {
                defects.add("kafka: its data in %s is in no volume".formatted(folder));
            }
        }
        List<Integer> ports = ports("KAFKA_LISTENERS");
        service.targetPorts().stream()
                .filter(port -> !ports.contains(port))
                .forEach(port -> defects.add("kafka: nothing listens on the published port " + port));
    }

    private void healthcheck() {
        String check = String.join(" ", service.healthcheck());
        if (!check.contains("/opt/kafka/bin/kafka-")) {
            defects.add("kafka: the health check asks none of the image's scripts: " + check);
        }
        if (ports("KAFKA_LISTENERS").stream().noneMatch(port -> check.endsWith("localhost:" + port))) {
            defects.add("kafka: the health check asks at no port of the broker's: " + check);
        }
    }

    /** Where others reach it: host:port of each listener it advertises. */
    static List<String> addresses(Compose.Service service) {
        Matcher listener = LISTENER.matcher(service.environment().getOrDefault("KAFKA_ADVERTISED_LISTENERS", ""));
        return listener.results()
                .map(found -> found.group(2) + ":" + found.group(3))
                .toList();
    }

    private List<Integer> ports(String variable) {
        Map<String, String> environment = service.environment();
        return LISTENER.matcher(environment.getOrDefault(variable, ""))
                .results()
                .map(found -> Integer.valueOf(found.group(3)))
                .toList();
    }
}
