package dateline.enrich;

import dateline.enrich.version.Edition;
import wire.Notice;

/** What there may be to say to an item: a version from its wire, or word from elsewhere. */
sealed interface Matter {
    record Filed(Edition edition) implements Matter {}

    record Noticed(Notice notice) implements Matter {}
}
