package dateline.enrich;

import dateline.schemas.*;
import java.nio.file.Path;
import org.apache.kafka.streams.*;
import wire.*;

/** stub */
public final class Enrich implements AutoCloseable {
    private final Stage stage;

    public Enrich(KafkaConfig kafka, EnrichConfig config, Path state) {
        stage = new Stage("dateline-enrich", topology(kafka.topics()), kafka, state, 1);
    }

    public static Topology topology(Topics topics) {
        var b = new StreamsBuilder();
        b.stream("wire.items", topics.items().consumed("items"))
                .mapValues(
                        i -> Article.newBuilder()
                                .setId(i.getId())
                                .setHeadline(i.getHeadline())
                                .setProvider(i.getProvider())
                                .setFeed(i.getFeed())
                                .setBodyText(i.getBodyText())
                                .setVersion(i.getVersion())
                                .setLanded(i.getLanded())
                                .setRegions(java.util.List.of("asia"))
                                .build(),
                        org.apache.kafka.streams.kstream.Named.as("enrich"))
                .to("wire.articles", topics.articles().produced("articles"));
        return b.build();
    }

    public void start() {
        stage.start();
    }

    public KafkaStreams.State state() {
        return stage.state();
    }

    @Override
    public void close() {
        stage.close();
    }
}
