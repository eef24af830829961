package dateline.launcher;

import java.util.Locale;

/** The services that can be processes of their own, in the order that copy visits them. */
enum ChaosPart {
    COLLECTOR("ingest", "ingest: { readers: 0 }"),
    READER("ingest", "ingest: { collect: false }"),
    ENRICH("enrich", "enrich: { threads: 1 }"),
    ROUTER("sink", "sink: { archive: false }"),
    ARCHIVE("sink", "sink: { routers: 0 }");

    private final String command;
    private final String section;

    ChaosPart(String command, String section) {
        this.command = command;
        this.section = section;
    }

    String command() {
        return command;
    }

    /** What of the configuration makes it this part and no other. */
    String section() {
        return section;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
