package dateline.ingest.format;

import wire.RawItem;

/** One way agencies file copy, known by the name a feed's configuration gives. Implementations are stateless. */
public interface WireFormat {
    /** Its name in configurations and on items: rss, nitf … */
    String name();

    /** Whether these bytes look like this format; content decides, never a file's name alone. Never throws. */
    boolean recognises(RawItem raw);

    /** Reads the bytes as this format. Never throws for bad input: what cannot be read is a defect. */
    Reading read(RawItem raw);
}
