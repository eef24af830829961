package dateline.enrich.place;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A gazetteer as a file: its columns one after another, names' keys as the steps from one to the next, all of it deflated.
 *
 * @param places the places
 * @param names their names
 */
record GazetteerFile(PlaceTable places, NameIndex names) {
    private static final int MAGIC = 0x444c475a;
    private static final int VERSION = 1;

    void write(OutputStream file) throws IOException {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(file, deflater, 1 << 16), 1 << 16))) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(places.areaCodes().size());
            for (String code : places.areaCodes()) {
                out.writeUTF(code);
            }
            int count = places.count();
            out.writeInt(count);
            for (int i = 0; i < count; i++) {
                out.writeInt(places.geonameId(i));
            }
            for (int i = 0; i < count; i++) {
                out.writeInt(places.latOf(i));
            }
            for (int i = 0; i < count; i++) {
                out.writeInt(places.lonOf(i));
            }
            for (int i = 0; i < count; i++) {
                out.writeInt(places.population(i));
            }
            for (int i = 0; i < count; i++) {
                out.writeShort(places.areaNumber(i));
            }
            for (int i = 0; i < count; i++) {
                out.writeByte(places.kind(i).code());
            }
            for (int i = 0; i < count; i++) {
                out.writeByte(places.fame(i));
            }
            for (int i = 0; i < count; i++) {
                byte[] name = places.name(i).getBytes(StandardCharsets.UTF_8);
                out.writeByte(name.length);
                out.write(name);
            }
            out.writeInt(names.size());
            long last = 0;
            for (int i = 0; i < names.size(); i++) {
                step(out, names.key(i) - last);
                last = names.key(i);
            }
            for (int i = 0; i < names.size(); i++) {
                step(out, names.value(i));
            }
        } finally {
            deflater.end();
        }
    }

    private static void step(DataOutputStream out, long step) throws IOException {
        long rest = step;
        while (rest > 0x7f) {
            out.writeByte((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    /** @throws IOException if it is no such file, or cut short */
    static GazetteerFile read(InputStream file) throws IOException {
        ByteBuffer in;
        try (var inflated = new DataInputStream(new InflaterInputStream(new BufferedInputStream(file, 1 << 16)))) {
            in = ByteBuffer.wrap(inflated.readAllBytes());
        }
        if (in.remaining() < 12 || in.getInt() != MAGIC) {
            throw new IOException("this is no gazetteer of Dateline's");
        }
        int version = in.getInt();
        if (version != VERSION) {
            throw new IOException("this gazetteer is of version %d, and %d is read".formatted(version, VERSION));
        }
        List<String> areas = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            byte[] code = new byte[in.getShort()];
            in.get(code);
            areas.add(new String(code, StandardCharsets.UTF_8));
        }
        int count = in.getInt();
        // Lists of our own are added to what the file holds.
        int room = count + 2_000;
        int[] ids = ints(in, count, room);
        int[] lats = ints(in, count, room);
        int[] lons = ints(in, count, room);
        int[] populations = ints(in, count, room);
        short[] placeAreas = new short[room];
        in.asShortBuffer().get(placeAreas, 0, count);
        in.position(in.position() + 2 * count);
        byte[] kinds = new byte[room];
        in.get(kinds, 0, count);
        byte[] fames = new byte[room];
        in.get(fames, 0, count);
        int[] nameEnds = new int[room];
        int start = in.position();
        int letters = 0;
        for (int i = 0; i < count; i++) {
            int length = in.get() & 0xff;
            letters += length;
            nameEnds[i] = letters;
            in.position(in.position() + length);
        }
        byte[] placeNames = new byte[letters + 32 * 1024];
        in.position(start);
        for (int i = 0; i < count; i++) {
            int length = in.get() & 0xff;
            in.get(placeNames, nameEnds[i] - length, length);
        }
        var places = new PlaceTable(
                count, ids, lats, lons, populations, placeAreas, kinds, fames, nameEnds, placeNames, areas);
        int size = in.getInt();
        long[] keys = new long[size];
        long last = 0;
        for (int i = 0; i < size; i++) {
            last += step(in);
            keys[i] = last;
        }
        int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = (int) step(in);
        }
        return new GazetteerFile(places, new NameIndex(keys, values));
    }

    private static int[] ints(ByteBuffer in, int count, int room) {
        int[] column = new int[room];
        in.asIntBuffer().get(column, 0, count);
        in.position(in.position() + 4 * count);
        return column;
    }

    private static long step(ByteBuffer in) {
        long step = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            step |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return step;
    }
}
