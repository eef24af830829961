package dateline.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dateline.ingest.format.Reading.Read;
import dateline.ingest.format.Reading.Rejected;
import dateline.ingest.format.Reading.Skipped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reads mutants of every fixture: bits flipped, tails cut, tags shuffled, bytes of other files mixed in. Whatever comes, it
 * ends in items or in a defect with a cause, within {@link Bounds}. The seed makes a failure repeatable; {@code -Dmutants=N} makes more of them.
 */
@Tag(Bounds.GROUP)
class MutationTest {
    private static final int MUTANTS = Integer.getInteger("mutants", 20_000);
    private static final long SEED = 20_261_123;

    @Test
    void everyMutantEndsInItemsOrADefect() throws IOException {
        List<Path> fixtures = Copy.all();
        byte[][] originals = new byte[fixtures.size()][];
        for (int i = 0; i < originals.length; i++) {
            originals[i] = Files.readAllBytes(fixtures.get(i));
        }
        // The clock is for the copy, not for the tables that the first item of all waits for.
        Copy.read(Copy.raw(originals[0]).build());
        var random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < MUTANTS; i++) {
            int which = i % originals.length;
            byte[] mutant = mutate(originals[which], originals[random.nextInt(originals.length)], random);
            try {
                switch (Bounds.read(Copy.raw(mutant).build())) {
                    case Read(var items, var defects) -> {
                        read++;
                        items.forEach(item -> assertThat(item.getId()).isNotBlank());
                    }
                    case Rejected(var defect, var detail) -> assertThat(detail).isNotBlank();
                    case Skipped(var why) -> assertThat(why).isNotBlank();
                }
            } catch (AssertionError e) {
                fail("mutant %d of %s".formatted(i, fixtures.get(which)), e);
            }
        }
        // Mutants that all end as rubbish would show nothing.
        assertThat(read).isGreaterThan(MUTANTS / 4);
    }

    private static byte[] mutate(byte[] original, byte[] other, Random random) {
        byte[] mutant = original.clone();
        for (int round = random.nextInt(3); round >= 0; round--) {
            if (mutant.length == 0) {
                return other;
            }
            mutant = switch (random.nextInt(6)) {
                case 0 -> flipped(mutant, random);
                case 1 -> Arrays.copyOf(mutant, random.nextInt(mutant.length));
                case 2 -> shuffled(mutant, random);
                case 3 -> grafted(mutant, other, random);
                case 4 -> repeated(mutant, random);
                default -> overwritten(mutant, random);
            };
        }
        return mutant;
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    /** Swaps two tags, or what lies between tags; braces and line ends are the tags of copy that has none. */
    private static byte[] shuffled(byte[] bytes, Random random) {
        String[] parts = new String(bytes, StandardCharsets.ISO_8859_1).split("(?=[<{\\[])|(?<=[>}\\],\n])", -1);
        int one = random.nextInt(parts.length);
        int two = random.nextInt(parts.length);
        String kept = parts[one];
        parts[one] = parts[two];
        parts[two] = kept;
        return String.join("", parts).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] grafted(byte[] bytes, byte[] other, Random random) {
        if (other.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        int from = random.nextInt(other.length);
        int length = Math.min(random.nextInt(200) + 1, other.length - from);
        byte[] mutant = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, mutant, at + length, bytes.length - at);
        System.arraycopy(other, from, mutant, at, length);
        return mutant;
    }

    private static byte[] repeated(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + random.nextInt(60) + 1));
        int times = random.nextInt(50) + 1;
        byte[] mutant = Arrays.copyOf(bytes, bytes.length + part.length * times);
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, mutant, bytes.length + i * part.length, part.length);
        }
        return mutant;
    }

    private static byte[] overwritten(byte[] bytes, Random random) {
        byte[] odd = {0, 1, 2, 3, (byte) 0xFF, (byte) 0xFE, '<', '>', '&', '"', '\n', '9', (byte) 0x80, ']', '{'};
        for (int i = random.nextInt(12); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = odd[random.nextInt(odd.length)];
        }
        return bytes;
    }
}
