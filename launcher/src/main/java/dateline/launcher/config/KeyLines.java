package dateline.launcher.config;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * On which line of a YAML text a key stands. Jackson's own word on it is of no use for records: it gathers all their keys
 * before it looks at them, and then names the line after the last.
 */
final class KeyLines {
    private KeyLines() {}

    /** The line, counted from 1, of the last step of the path that the text has. */
    static int of(String text, List<Reference> path) {
        Node node = new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
        int line = 1;
        for (Reference step : path) {
            Optional<NodeTuple> found = Optional.empty();
            if (node instanceof MappingNode mapping) {
                found = mapping.getValue().stream()
                        .filter(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals(step.getFieldName()))
                        .findFirst();
            }
            if (found.isPresent()) {
                line = found.get().getKeyNode().getStartMark().getLine() + 1;
                node = found.get().getValueNode();
            } else if (node instanceof SequenceNode sequence
                    && step.getIndex() >= 0
                    && step.getIndex() < sequence.getValue().size()) {
                node = sequence.getValue().get(step.getIndex());
                line = node.getStartMark().getLine() + 1;
            } else {
                return line;
            }
        }
        return line;
    }
}
