package dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final int L = Label.COUNT;
    private static final int COUNT = 5_000;

    private final Random random = new Random(7);
    private final int[] features =
            random.ints(COUNT * 2).distinct().filter(f -> f != 0).limit(COUNT).toArray();
    private final byte[] weights = new byte[COUNT * L];

    RowsTest() {
        random.nextBytes(weights);
    }

    @Test
    void rowsAddedTogetherAreTheSumOfTheirWeights() {
        var rows = new Rows(features, weights);

        for (int token = 0; token < 200; token++) {
            int[] some = new int[Features.MOST];
            int[] plain = new int[L];
            int there = 0;
            for (int i = 0; i < some.length; i++) {
                int row = random.nextInt(COUNT);
                boolean known = random.nextBoolean();
                some[i] = known ? features[row] : random.nextInt();
                for (int label = 0; known && label < L; label++) {
                    plain[label] += weights[row * L + label];
                }
                there += known ? 1 : 0;
            }
            long[] sums = new long[Rows.SUMS];
            rows.add(some, 0, some.length, sums, 0);

            assertThat(Rows.rows(sums, 0)).isEqualTo(there);
            assertThat(labels(sums)).containsExactly(plain);
        }
    }

    @Test
    void theMostRowsOfTheLeastAndLargestWeightsDoNotOverflow() {
        for (byte weight : new byte[] {Byte.MIN_VALUE, Byte.MAX_VALUE}) {
            byte[] extreme = new byte[L];
            Arrays.fill(extreme, weight);
            int[] same = new int[Features.MOST];
            Arrays.fill(same, 5);
            long[] sums = new long[Rows.SUMS];

            new Rows(new int[] {5}, extreme).add(same, 0, same.length, sums, 0);

            assertThat(labels(sums)).containsOnly(weight * Features.MOST);
        }
    }

    @Test
    void aModelReadBackHasTheSameRows() throws IOException {
        var model = new Model(features, weights, 1.5f, new float[L * L], Lexicon.of(Map.of()), new Clusters(Map.of()));
        var written = new ByteArrayOutputStream();
        model.write(written);

        Model read = Model.read(new ByteArrayInputStream(written.toByteArray()));

        assertThat(read.features()).isEqualTo(COUNT);
        byte[] row = new byte[L];
        for (int i = 0; i < COUNT; i++) {
            read.rows().row(features[i], row, 0);
            assertThat(row).containsExactly(Arrays.copyOfRange(weights, i * L, (i + 1) * L));
        }
    }

    private static int[] labels(long[] sums) {
        float[] scores = new float[L];
        Rows.unpack(sums, 0, 1, scores, 0);
        int[] labels = new int[L];
        Arrays.setAll(labels, label -> (int) scores[label]);
        return labels;
    }
}
