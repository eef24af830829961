package dateline.onnx;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dateline.enrich.entity.Name;
import dateline.enrich.entity.Tagger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;

/**
 * A tagger that asks a transformer, a paragraph at a time. Nothing is downloaded: model, tokenizer and labels are read from a
 * folder. Labels are IOB in any of the usual ways (B-PER, I-LOC, PERSON …); those of no type we know are left out.
 */
public final class OnnxTagger implements Tagger, AutoCloseable {
    /** Words pieces at a time; what models of this kind were trained on at most. */
    private static final int LONGEST = 512;

    private static final int CHARACTERS = 1_500;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;
    private final Set<String> inputs;
    private final List<String> labels;

    private OnnxTagger(
            OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer, List<String> labels) {
        this.environment = environment;
        this.session = session;
        this.tokenizer = tokenizer;
        this.labels = labels;
        inputs = session.getInputNames();
    }

    /** The tagger in a folder. */
    static OnnxTagger open(Path folder) throws IOException {
        for (String file : List.of("model.onnx", "tokenizer.json", "config.json")) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new IOException("%s has no %s".formatted(folder, file));
            }
        }
        List<String> labels =
                labels(new ObjectMapper().readTree(folder.resolve("config.json").toFile()));
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            var options = new OrtSession.SessionOptions();
            OrtSession session =
                    environment.createSession(folder.resolve("model.onnx").toString(), options);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(
                    folder.resolve("tokenizer.json"),
                    Map.of("truncation", "true", "maxLength", Integer.toString(LONGEST), "padding", "false"));
            return new OnnxTagger(environment, session, tokenizer, labels);
        } catch (OrtException e) {
            throw new IOException("%s cannot be read: %s".formatted(folder.resolve("model.onnx"), e.getMessage()), e);
        }
    }

    private static List<String> labels(JsonNode config) throws IOException {
        List<String> labels = new ArrayList<>();
        JsonNode named = config.path("id2label");
        while (named.has(Integer.toString(labels.size()))) {
            labels.add(named.get(Integer.toString(labels.size())).asText());
        }
        if (labels.isEmpty()) {
            throw new IOException("config.json has no id2label: it is no model for token classification");
        }
        return labels;
    }

    @Override
    public List<Name> names(String headline, String body, @Nullable String language) {
        List<Name> names = new ArrayList<>();
        read(Part.HEADLINE, headline, names);
        read(Part.BODY, body, names);
        return names;
    }

    private void read(Part part, String text, List<Name> names) {
        int from = 0;
        while (from < text.length()) {
            int newline = text.indexOf('\n', from);
            int to = Math.min(newline < 0 ? text.length() : newline, from + CHARACTERS);
            if (to < text.length() && text.charAt(to) != '\n') {
                int space = text.lastIndexOf(' ', to);
                to = space > from ? space : to;
            }
            // A lone half of a pair would not survive the way to the tokenizer; in its place, something as long.
            String piece = whole(text.substring(from, to));
            if (!piece.isBlank()) {
                names(part, piece, from, names);
            }
            from = Math.max(to, from + 1);
        }
    }

    private static String whole(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            boolean pair = Character.isHighSurrogate(chars[i])
                    && i + 1 < chars.length
                    && Character.isLowSurrogate(chars[i + 1]);
            if (pair) {
                i++;
            } else if (Character.isSurrogate(chars[i]) || chars[i] == 0) {
                chars[i] = ' ';
            }
        }
        return new String(chars);
    }

    private void names(Part part, String text, int shift, List<Name> names) {
        Encoding encoding = tokenizer.encode(text);
        float[][] scores = scores(encoding);
        int[] units = units(text);
        CharSpan[] spans = encoding.getCharTokenSpans();
        EntityType type = null;
        int start = 0;
        int end = 0;
        double sure = 1;
        for (int i = 0; i < scores.length; i++) {
            if (spans[i] == null || encoding.getSpecialTokenMask()[i] != 0) {
                continue;
            }
            int best = best(scores[i]);
            String label = labels.get(Math.min(best, labels.size() - 1));
            EntityType here = type(label);
            int from = units[Math.min(spans[i].getStart(), units.length - 1)];
            int to = units[Math.min(spans[i].getEnd(), units.length - 1)];
            // A piece of the word before belongs to what that is.
            boolean sameWord = from == end && end > 0 && type != null && Character.isLetterOrDigit(text.charAt(from));
            if (type != null && (sameWord || (here == type && !label.startsWith("B-")))) {
                end = to;
                sure = Math.min(sure, share(scores[i], best));
                continue;
            }
            add(part, type, start + shift, end + shift, sure, names);
            type = here;
            start = from;
            end = to;
            sure = share(scores[i], best);
        }
        add(part, type, start + shift, end + shift, sure, names);
    }

    private static void add(Part part, @Nullable EntityType type, int start, int end, double sure, List<Name> names) {
        if (type != null && end > start) {
            names.add(new Name(part, type, start, end, sure, null));
        }
    }

    private float[][] scores(Encoding encoding) {
        Map<String, OnnxTensor> given = new HashMap<>();
        try {
            put(given, "input_ids", encoding.getIds());
            put(given, "attention_mask", encoding.getAttentionMask());
            put(given, "token_type_ids", encoding.getTypeIds());
            try (OrtSession.Result result = session.run(given)) {
                return ((float[][][]) result.get(0).getValue())[0];
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot be run: " + e.getMessage(), e);
        } finally {
            given.values().forEach(OnnxTensor::close);
        }
    }

    private void put(Map<String, OnnxTensor> given, String name, long[] values) throws OrtException {
        if (inputs.contains(name)) {
            given.put(name, OnnxTensor.createTensor(environment, new long[][] {values}));
        }
    }

    /** Where each code point begins in UTF-16, and the end: tokenizers count code points. */
    private static int[] units(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < units.length - 1; i++) {
            units[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        units[units.length - 1] = at;
        return units;
    }

    private static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    private static double share(float[] scores, int of) {
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - scores[of]);
        }
        return 1 / sum;
    }

    private static @Nullable EntityType type(String label) {
        String name = label.length() > 2 && label.charAt(1) == '-' ? label.substring(2) : label;
        return switch (name) {
            case "PER", "PERSON" -> EntityType.PERSON;
            case "ORG", "ORGANIZATION" -> EntityType.ORG;
            case "LOC", "LOCATION", "GPE", "FAC", "PLACE" -> EntityType.PLACE;
            case "MISC", "NORP", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "LANGUAGE" -> EntityType.MISC;
            default -> null;
        };
    }

    @Override
    public void close() throws OrtException {
        session.close();
        tokenizer.close();
    }
}
