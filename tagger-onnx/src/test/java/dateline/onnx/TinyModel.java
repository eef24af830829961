package dateline.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model of one step, made here: each word has a row of scores, and what the model answers for a word is its row. Written in
 * ONNX's protocol buffers by hand, since it is a page and a library for it would be more.
 */
final class TinyModel {
    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private TinyModel() {}

    /** Writes the three files: words by the label that each has, the first of both for what is unknown. */
    static void write(Path folder, List<String> labels, List<String> words, int[] labelOfWord) throws IOException {
        var rows =
                ByteBuffer.allocate(words.size() * labels.size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int label : labelOfWord) {
            for (int i = 0; i < labels.size(); i++) {
                rows.putFloat(i == label ? 5 : 0);
            }
        }
        Files.write(folder.resolve("model.onnx"), model(rows.array(), words.size(), labels.size()));
        var config = new StringBuilder("{\"id2label\":{");
        for (int i = 0; i < labels.size(); i++) {
            config.append(i == 0 ? "" : ",").append("\"%d\":\"%s\"".formatted(i, labels.get(i)));
        }
        Files.writeString(folder.resolve("config.json"), config.append("}}"));
        var vocabulary = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            vocabulary.append(i == 0 ? "" : ",").append("\"%s\":%d".formatted(words.get(i), i));
        }
        Files.writeString(folder.resolve("tokenizer.json"), """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
                 "pre_tokenizer":{"type":"Whitespace"},"post_processor":null,"decoder":null,
                 "model":{"type":"WordLevel","vocab":{%s},"unk_token":"%s"}}
                """.formatted(vocabulary, words.getFirst()));
    }

    private static byte[] model(byte[] rows, int words, int labels) {
        byte[] table =
                join(number(1, words), number(1, labels), number(2, FLOAT), bytes(8, text("table")), bytes(9, rows));
        byte[] node = join(
                bytes(1, text("table")),
                bytes(1, text("input_ids")),
                bytes(2, text("logits")),
                bytes(4, text("Gather")));
        byte[] graph = join(
                bytes(1, node),
                bytes(2, text("tiny")),
                bytes(5, table),
                bytes(11, value("input_ids", INT64, 2)),
                bytes(12, value("logits", FLOAT, 3)));
        byte[] opset = join(bytes(1, text("")), number(2, 13));
        return join(number(1, 8), bytes(7, graph), bytes(8, opset));
    }

    /** A tensor of any size in so many dimensions. */
    private static byte[] value(String name, int type, int dimensions) {
        byte[] shape = {};
        for (int i = 0; i < dimensions; i++) {
            shape = join(shape, bytes(1, bytes(2, text("d" + i))));
        }
        byte[] tensor = join(number(1, type), bytes(2, shape));
        return join(bytes(1, text(name)), bytes(2, bytes(1, tensor)));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] number(int field, long value) {
        var out = new ByteArrayOutputStream();
        varint(out, (long) field << 3);
        varint(out, value);
        return out.toByteArray();
    }

    private static byte[] bytes(int field, byte[] value) {
        var out = new ByteArrayOutputStream();
        varint(out, (long) field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
        return out.toByteArray();
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while (rest > 127) {
            out.write((int) ((rest & 127) | 128));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    private static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
