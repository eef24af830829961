package dateline.ingest.format;

import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.Reading.Rejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import wire.RawItem;

/** The installed wire formats, in the order they are asked whether they recognise a raw item. */
public final class Formats {
    private final Map<String, WireFormat> byName = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if two formats have one name */
    public Formats(List<WireFormat> formats) {
        for (WireFormat format : formats) {
            WireFormat twin = byName.put(format.name(), format);
            if (twin != null) {
                throw new IllegalArgumentException("two wire formats are named \"%s\": %s and %s"
                        .formatted(
                                format.name(),
                                twin.getClass().getName(),
                                format.getClass().getName()));
            }
        }
    }

    /** The formats that the class path offers (META-INF/services), in the order it lists them. */
    public static Formats installed() {
        return new Formats(ServiceLoader.load(WireFormat.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** The names of those that take the bytes for theirs, in the order they are asked. */
    Stream<String> recognising(RawItem raw) {
        return byName.values().stream().filter(format -> format.recognises(raw)).map(WireFormat::name);
    }

    /** Reads by the format that the feed names, else by the first that recognises the bytes. Never throws for bad input, nor reads what is {@link DocumentSize too large}. */
    public Reading read(RawItem raw) {
        return DocumentSize.refused(raw.getBytes())
                .<Reading>map(tooLarge -> tooLarge)
                .orElseGet(() -> readable(raw));
    }

    private Reading readable(RawItem raw) {
        String named = raw.getFormat();
        if (named != null) {
            WireFormat format = byName.get(named);
            return format != null
                    ? format.read(raw)
                    : new Rejected(
                            Defect.UNKNOWN_FORMAT,
                            "feed %s names the format \"%s\"; the installed ones are %s"
                                    .formatted(raw.getFeed(), named, String.join(", ", names())));
        }
        return recognising(raw)
                .findFirst()
                .map(byName::get)
                .map(format -> format.read(raw))
                .orElseGet(() -> new Rejected(
                        Defect.UNKNOWN_FORMAT,
                        "none of the installed formats recognises it: " + String.join(", ", names())));
    }
}
