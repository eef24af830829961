package wire;

import org.apache.avro.Schema.Field;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record that differs from another in some fields. Records are never changed once they are made, so the two share
 * what they hold; a generated builder copies all of it, which for an article takes longer than to write it.
 *
 * @param <T> the kind of record
 */
public final class Altered<T extends SpecificRecord> {
    private final T record;

    private Altered(T record) {
        this.record = record;
    }

    /** To be altered; the record given stays as it is. */
    @SuppressWarnings("unchecked")
    public static <T extends SpecificRecord> Altered<T> of(T record) {
        var copy = (T) SpecificData.newInstance(record.getClass(), record.getSchema());
        for (Field field : record.getSchema().getFields()) {
            copy.put(field.pos(), record.get(field.pos()));
        }
        return new Altered<>(copy);
    }

    /**
     * Sets a field.
     *
     * @throws IllegalArgumentException if the record has no such field
     * @throws ClassCastException if the field takes no such value
     */
    public Altered<T> with(String name, @Nullable Object value) {
        Field field = record.getSchema().getField(name);
        if (field == null) {
            throw new IllegalArgumentException(record.getSchema().getName() + " has no field " + name);
        }
        record.put(field.pos(), value);
        return this;
    }

    /** The record, once all is set. */
    public T record() {
        return record;
    }
}
