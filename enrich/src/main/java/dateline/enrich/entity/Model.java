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
    private static final int SEEN = 1 << 21;

    /** A feature in the upper half, its row in the lower; 0 where there is none. */
    private final long[] slots;
    /** A bit for each feature there is, by its own lower bits: small enough to stay near the processor, it turns most away. */
    private final long[] seen;

    private final byte[] weights;
    private final int mask;
    /** What one step of a weight is worth. */
    private final float scale;

    private final float[] transitions;
    private final Lexicon lexicon;
    private final Clusters clusters;
    private final int count;

    /**
     * @param features the numbers of the features, none twice
     * @param weights a row of {@link Label#COUNT} for each
     */
    public Model(int[] features, byte[] weights, float scale, float[] transitions, Lexicon lexicon, Clusters clusters) {
        this.weights = weights;
        this.scale = scale;
        this.transitions = transitions;
        this.lexicon = lexicon;
        this.clusters = clusters;
        count = features.length;
        int size = Integer.highestOneBit(Math.max(16, count * 2)) << 1;
        mask = size - 1;
        slots = new long[size];
        seen = new long[SEEN / 64];
        for (int row = 0; row < count; row++) {
            int feature = features[row];
            slots[free(feature)] = (long) feature << 32 | (long) row * L;
            seen[(feature & (SEEN - 1)) >>> 6] |= 1L << feature;
        }
    }

    private static int spread(int feature) {
        return feature ^ (feature >>> 15);
    }

    private int free(int feature) {
        int at = spread(feature) & mask;
        while (slots[at] != 0) {
            at = (at + 1) & mask;
        }
        return at;
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

    /** Adds what a feature says for each label. */
    void add(int feature, int[] scores, int at) {
        if ((seen[(feature & (SEEN - 1)) >>> 6] >>> feature & 1) == 0) {
            return;
        }
        int probe = spread(feature) & mask;
        while (true) {
            long slot = slots[probe];
            if ((int) (slot >>> 32) == feature) {
                int row = (int) slot;
                for (int label = 0; label < L; label++) {
                    scores[at + label] += weights[row + label];
                }
                return;
            }
            if (slot == 0) {
                return;
            }
            probe = (probe + 1) & mask;
        }
    }

    /** This model and the features of another, which has the same scale. */
    public Model with(Model other) {
        int[] features = new int[count + other.count];
        byte[] both = new byte[features.length * L];
        int row = other.numbers(features, numbers(features, 0));
        System.arraycopy(weights, 0, both, 0, count * L);
        System.arraycopy(other.weights, 0, both, count * L, other.count * L);
        return new Model(Arrays.copyOf(features, row), both, scale, transitions, lexicon, clusters);
    }

    private int numbers(int[] into, int from) {
        for (long slot : slots) {
            if (slot != 0) {
                into[from + (int) slot / L] = (int) (slot >>> 32);
            }
        }
        return from + count;
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
        return count;
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
            out.writeInt(count);
            long[] sorted =
                    Arrays.stream(slots).filter(slot -> slot != 0).sorted().toArray();
            int last = 0;
            for (long slot : sorted) {
                int feature = (int) (slot >>> 32);
                out.writeInt(feature - last);
                last = feature;
            }
            for (long slot : sorted) {
                int row = (int) slot;
                int given = 0;
                for (int label = 0; label < L; label++) {
                    given |= weights[row + label] == 0 ? 0 : 1 << label;
                }
                out.writeByte(given);
                out.writeByte(given >>> 8);
                out.writeByte(given >>> 16);
                for (int label = 0; label < L; label++) {
                    if (weights[row + label] != 0) {
                        out.writeByte(weights[row + label]);
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
