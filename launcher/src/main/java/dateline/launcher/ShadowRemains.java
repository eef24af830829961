package dateline.launcher;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/** What there is of shadows: topics, their stages' own among them, consumer groups and folders. */
record ShadowRemains(Admin admin, Path folder) {
    private static final int MOST_TRIES = 20;
    private static final long BETWEEN_TRIES_MILLIS = 500;

    /** Of which shadows anything is there. */
    Set<ShadowName> names() throws IOException {
        var names = new TreeSet<String>();
        Stream.of(topics(), groups(), folders())
                .flatMap(Collection::stream)
                .map(ShadowName::of)
                .flatMap(Optional::stream)
                .forEach(name -> names.add(name.stamp()));
        return names.stream().map(ShadowName::new).collect(Collectors.toSet());
    }

    /** Whether anyone is at work in one of its groups. */
    boolean isRunning(ShadowName name) {
        List<String> groups = of(name, groups());
        return !groups.isEmpty()
                && answer(admin.describeConsumerGroups(groups).all()).values().stream()
                        .anyMatch(not(group -> group.members().isEmpty()));
    }

    void remove(ShadowName name) throws IOException {
        answer(admin.deleteTopics(of(name, topics())).all());
        for (String group : of(name, groups())) {
            removeOnceEmpty(group);
        }
        Folders.delete(folder.resolve(name.stamp()));
    }

    /** A member that was stopped while it joined is given up by its group a little later. */
    private void removeOnceEmpty(String group) {
        for (int tries = 1; ; tries++) {
            try {
                admin.deleteConsumerGroups(List.of(group)).all().get();
                return;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof GroupIdNotFoundException) {
                    return;
                }
                if (!(e.getCause() instanceof GroupNotEmptyException) || tries == MOST_TRIES) {
                    throw new IllegalStateException("the group " + group + " cannot be removed", e.getCause());
                }
                pause();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Collection<String> topics() {
        return answer(
                admin.listTopics(new ListTopicsOptions().listInternal(true)).names());
    }

    private List<String> groups() {
        return answer(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .toList();
    }

    private List<String> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(path -> String.valueOf(path.getFileName())).toList();
        }
    }

    private static List<String> of(ShadowName name, Collection<String> called) {
        return called.stream()
                .filter(one -> ShadowName.of(one).filter(name::equals).isPresent())
                .toList();
    }

    private static <T> T answer(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka cannot be asked: " + e.getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }
}
