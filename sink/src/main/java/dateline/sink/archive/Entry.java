package dateline.sink.archive;

import wire.Article;
import wire.Held;

/** What a record tells the archive. */
public sealed interface Entry {

    /** This version of its item stands now; or its item is off, for good or for now. Of one item, the last one told holds. */
    record Standing(Article article) implements Entry {}

    /** This version came when a later one stood already: it is history, in whatever order it is told. */
    record Late(Article article) implements Entry {}

    /** This item is held under embargo. */
    record OnHold(Held held) implements Entry {}

    /** The item of this id is held no longer. */
    record Released(String id) implements Entry {}
}
