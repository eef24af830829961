package dateline.enrich.entity;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What training left: a row of weights for each feature that matters, by the feature's number, the weights from label to
 * label, and the lists and word groups that the features speak of.
 */
public final class Model {
    private static final int MAGIC = 0x4454_4e31;
    private static final int L = Label.COUNT;

    private final Rows rows;
    /** What one step of a weight is worth. */
    private final float scale;

    private final float[] transitions;
    private final Lexicon lexicon;
    private final Clusters clusters;

    /**
     * @param features the numbers of the features, none twice
     * @param weights a row of {@link Label#COUNT} for each
     */
    public Model(int[] features, byte[] weights, float scale, float[] transitions, Lexicon lexicon, Clusters clusters) {
        rows = new Rows(features, weights);
        this.scale = scale;
        this.transitions = transitions;
        this.lexicon = lexicon;
        this.clusters = clusters;
    }

    /** The model that ships with the program. */
    public static Model shipped() {
        try (InputStream in = Model.class.getResourceAsStream("names.model")) {
            if (in == null) {
                throw new IllegalStateException("names.model is missing from the program");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the features say for each label. */
    Rows rows() {
        return rows;
    }

    /** This model and the features of another, which has the same scale. */
    public Model with(Model other) {
        int[] features = new int[features() + other.features()];
        other.rows.numbers(features, rows.numbers(features, 0));
        byte[] both = new byte[features.length * L];
        for (int i = 0; i < features.length; i++) {
            (i < features() ? rows : other.rows).row(features[i], both, i * L);
        }
        return new Model(features, both, scale, transitions, lexicon, clusters);
    }

    /** What a step of a weight is worth. */
    public float scale() {
        return scale;
    }

    /** The weights from label to label. */
    public float[] transitions() {
        return transitions;
    }

    public Lexicon lexicon() {
        return lexicon;
    }

    public Clusters clusters() {
        return clusters;
    }

    /** How many features have a row. */
    public int features() {
        return rows.count();
    }

    public void write(OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(to, 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeFloat(scale);
            for (float weight : transitions) {
                out.writeFloat(weight);
            }
            lexicon.write(out);
            clusters.write(out);
            int[] sorted = new int[features()];
            rows.numbers(sorted, 0);
            Arrays.sort(sorted);
            out.writeInt(sorted.length);
            int last = 0;
            for (int feature : sorted) {
                out.writeInt(feature - last);
                last = feature;
            }
            byte[] weights = new byte[L];
            for (int feature : sorted) {
                rows.row(feature, weights, 0);
                int given = 0;
                for (int label = 0; label < L; label++) {
                    given |= weights[label] == 0 ? 0 : 1 << label;
                }
                out.writeByte(given);
                out.writeByte(given >>> 8);
                out.writeByte(given >>> 16);
                for (byte weight : weights) {
                    if (weight != 0) {
                        out.writeByte(weight);
                    }
                }
            }
        }
    }

    public static Model read(InputStream from) throws IOException {
        try (var in =
                new DataInputStream(new ByteArrayInputStream(new GZIPInputStream(from, 1 << 16).readAllBytes()))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("this is no model of names, or one of another version");
            }
            float scale = in.readFloat();
            float[] transitions = new float[L * L];
            for (int i = 0; i < transitions.length; i++) {
                transitions[i] = in.readFloat();
            }
            Lexicon lexicon = Lexicon.read(in);
            Clusters clusters = Clusters.read(in);
            int count = in.readInt();
            int[] features = new int[count];
            int last = 0;
            for (int i = 0; i < count; i++) {
                last += in.readInt();
                features[i] = last;
            }
            byte[] weights = new byte[count * L];
            for (int i = 0; i < count; i++) {
                int given = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
                for (; given != 0; given &= given - 1) {
                    weights[i * L + Integer.numberOfTrailingZeros(given)] = in.readByte();
                }
            }
            return new Model(features, weights, scale, transitions, lexicon, clusters);
        }
    }
}
