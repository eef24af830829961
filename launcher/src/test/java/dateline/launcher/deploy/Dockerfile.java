package dateline.launcher.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The instructions of a Dockerfile, in their order. */
record Dockerfile(List<Instruction> instructions) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FLAG = Pattern.compile("--[a-z-]+=\\S+");

    static Dockerfile of(String text) {
        String joined = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .reduce("", (all, line) -> all + line + "\n")
                .replace("\\\n", " ");
        return new Dockerfile(joined.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new Instruction(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList());
    }

    List<Instruction> all(String name) {
        return instructions.stream().filter(one -> one.name().equals(name)).toList();
    }

    /** The last of a kind, which is the one that holds. */
    Optional<Instruction> last(String name) {
        return instructions.reversed().stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** What the last stage alone says. */
    List<Instruction> lastStage() {
        int from = instructions.lastIndexOf(last("FROM").orElseThrow());
        return instructions.subList(from, instructions.size());
    }

    /** One instruction, with what is said after its name. */
    record Instruction(String name, String said) {
        /** Its words, flags such as --from=build left out. */
        List<String> words() {
            return Arrays.stream(said.split("\\s+"))
                    .filter(word -> !FLAG.matcher(word).matches())
                    .toList();
        }

        Optional<String> flag(String flag) {
            return Arrays.stream(said.split("\\s+"))
                    .filter(word -> word.startsWith("--" + flag + "="))
                    .map(word -> word.substring(flag.length() + 3))
                    .findFirst();
        }

        /** The words of the exec form, {@code ["word", "word"]}; empty where it is a shell's line instead. */
        List<String> exec() {
            int bracket = said.indexOf('[');
            if (bracket < 0) {
                return List.of();
            }
            try {
                return List.of(JSON.readValue(said.substring(bracket), String[].class));
            } catch (JsonProcessingException e) {
                return List.of();
            }
        }

        /** For a COPY: where each of its sources ends. */
        List<String> copies() {
            List<String> words = words();
            String target = words.getLast();
            var ends = new ArrayList<String>();
            for (String source : words.subList(0, words.size() - 1)) {
                ends.add(target.endsWith("/") ? target + source.substring(source.lastIndexOf('/') + 1) : target);
            }
            return ends;
        }

        List<String> sources() {
            List<String> words = words();
            return words.subList(0, words.size() - 1);
        }
    }
}
