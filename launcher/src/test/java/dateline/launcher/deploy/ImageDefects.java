package dateline.launcher.deploy;

import dateline.launcher.deploy.Dockerfile.Instruction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What is wrong with the Dockerfile: it names something that is not there, or is built or run as it should not be. */
final class ImageDefects {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern OURS = Pattern.compile("<artifactId>dateline-([^<]+)</artifactId>");
    private static final Pattern MAIN = Pattern.compile("\\b(dateline(?:\\.[a-z]+)+\\.[A-Z]\\w*)");
    private static final Pattern SECRET = Pattern.compile("(?i)\\b\\w*(password|secret|token)\\w*[= ]");

    private final Deployment deployment;
    private final Dockerfile dockerfile;
    private final List<String> defects = new ArrayList<>();

    private ImageDefects(Deployment deployment) {
        this.deployment = deployment;
        dockerfile = Dockerfile.of(deployment.text(Deployment.IMAGE));
    }

    static List<String> of(Deployment deployment) {
        return new ImageDefects(deployment).find();
    }

    /** The files of the project that end in the image, where they end. */
    static List<String> filesInImage(Deployment deployment) {
        return Dockerfile.of(deployment.text(Deployment.IMAGE)).lastStage().stream()
                .filter(one -> one.name().equals("COPY") && one.flag("from").isEmpty())
                .flatMap(one -> one.copies().stream())
                .toList();
    }

    /** The ports that the image says it listens on. */
    static List<Integer> exposed(Deployment deployment) {
        return Dockerfile.of(deployment.text(Deployment.IMAGE)).all("EXPOSE").stream()
                .flatMap(one -> one.words().stream())
                .map(Integer::valueOf)
                .toList();
    }

    private List<String> find() {
        bases();
        copies();
        modules();
        user();
        entrypoint();
        starter();
        dockerfile.instructions().stream()
                .filter(one -> Set.of("ENV", "ARG").contains(one.name())
                        && SECRET.matcher(one.said()).find())
                .forEach(one -> defects.add("image: a secret would stay in it: " + one.name() + " " + one.said()));
        return defects;
    }

    private void bases() {
        String jdk = deployment.release("<maven.compiler.release>(\\d+)<");
        var stages = new HashSet<String>();
        for (Instruction from : dockerfile.all("FROM")) {
            String image = from.words().getFirst();
            String tag = image.contains(":") ? image.substring(image.indexOf(':') + 1) : "";
            if (tag.isEmpty() || tag.equals("latest")) {
                defects.add("image: %s has no tag that pins it".formatted(image));
            } else if (!tag.matches("(.*[^0-9.])?%s([^0-9].*)?".formatted(jdk))) {
                defects.add("image: %s has no JDK %s, which the build is for".formatted(image, jdk));
            }
            if (from.words().size() == 3) {
                stages.add(from.words().get(2));
            }
        }
        dockerfile.all("COPY").stream()
                .flatMap(copy -> copy.flag("from").stream())
                .filter(stage -> !stages.contains(stage))
                .forEach(stage -> defects.add("image: there is no stage " + stage + " to copy from"));
    }

    private void copies() {
        Context context = Context.of(deployment.text(Deployment.IGNORED));
        for (Instruction copy : dockerfile.all("COPY")) {
            if (copy.flag("from").isPresent()) {
                continue;
            }
            for (String source : copy.sources()) {
                if (!deployment.has(source)) {
                    defects.add("image: there is no %s to copy".formatted(source));
                } else if (!context.leavesIn(source)) {
                    defects.add("image: .dockerignore keeps %s from the build".formatted(source));
                }
            }
        }
        for (String kept : List.of(".env", ".git/config", "launcher/target/classes", "launcher/src/test/java")) {
            if (context.leavesIn(kept)) {
                defects.add("image: .dockerignore lets %s into the build".formatted(kept));
            }
        }
    }

    /** Maven wants the pom of every module, and the sources of those that the launcher stands on. */
    private void modules() {
        Set<String> copied = new HashSet<>();
        dockerfile.all("COPY").stream()
                .filter(copy -> copy.flag("from").isEmpty())
                .forEach(copy -> copied.addAll(copy.sources()));
        MODULE.matcher(deployment.text("pom.xml"))
                .results()
                .map(module -> module.group(1) + "/pom.xml")
                .filter(pom -> !copied.contains(pom))
                .forEach(pom -> defects.add("image: %s is not copied, and Maven wants it".formatted(pom)));
        Set<String> needed = new HashSet<>();
        need("launcher", needed);
        needed.stream()
                .map(module -> module + "/src")
                .filter(sources -> !copied.contains(sources))
                .sorted()
                .forEach(sources ->
                        defects.add("image: %s is not copied, and the launcher needs it".formatted(sources)));
    }

    private void need(String module, Set<String> needed) {
        if (needed.add(module)) {
            OURS.matcher(deployment.text(module + "/pom.xml"))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !name.equals(module))
                    .forEach(name -> need(name, needed));
        }
    }

    private void user() {
        String user = dockerfile.lastStage().stream()
                .filter(one -> one.name().equals("USER"))
                .map(Instruction::said)
                .reduce("root", (before, after) -> after);
        if (user.matches("(root|0+)(:.*)?")) {
            defects.add("image: it runs as root");
        } else if (!user.matches("\\d+(:\\d+)?")) {
            defects.add("image: user %s is no number, and Kubernetes cannot tell that it is not root".formatted(user));
        }
    }

    private void entrypoint() {
        List<String> files = filesInImage(deployment);
        for (String name : List.of("ENTRYPOINT", "HEALTHCHECK")) {
            List<String> exec = dockerfile.last(name).map(Instruction::exec).orElse(List.of());
            if (exec.isEmpty()) {
                defects.add("image: %s is missing or a shell's line, to which no signal would arrive".formatted(name));
            } else if (!files.contains(exec.getFirst())) {
                defects.add("image: %s names %s, which is not copied into it".formatted(name, exec.getFirst()));
            }
        }
        for (String script : List.of("bin/healthy", Deployment.STARTER)) {
            if (!deployment.isExecutable(script)) {
                defects.add("image: %s is not executable".formatted(script));
            }
        }
    }

    private void starter() {
        String starter = deployment.text(Deployment.STARTER);
        if (starter.lines().noneMatch(line -> line.startsWith("exec java"))) {
            defects.add("image: the starter stays in the JVM's way: no exec");
        }
        MAIN.matcher(starter).results().map(found -> found.group(1)).forEach(main -> {
            try {
                Class.forName(main, false, ImageDefects.class.getClassLoader()).getMethod("main", String[].class);
            } catch (ReflectiveOperationException e) {
                defects.add("image: there is no %s to start".formatted(main));
            }
        });
    }
}
