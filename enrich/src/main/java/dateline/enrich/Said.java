package dateline.enrich;

import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Enquiry;
import wire.Held;
import wire.Notice;

/** What comes of a matter, each kind for a topic of its own. */
sealed interface Said {
    /** @param article what is to be seen of the item from now on; null: its kill is to be forgotten */
    record Told(@Nullable Article article) implements Said {}

    /** A version that a later one had overtaken. */
    record Past(Article article) implements Said {}

    /** @param held null: the embargo is over */
    record OnHold(@Nullable Held held) implements Said {}

    record Asked(Enquiry enquiry) implements Said {}

    record ToOther(Notice notice) implements Said {}
}
