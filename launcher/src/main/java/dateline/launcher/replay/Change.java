package dateline.launcher.replay;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import wire.Article;
import wire.Changes;

/**
 * An item of which today's code or rules make something else.
 *
 * @param kind what it is
 * @param live the article that is live; of an addition the one that would be
 * @param fresh the article that would be live; of a loss the one that is
 * @param fields names of the fields in which they differ
 * @param changes headline, paragraphs and tags, as a revision tells them
 * @param entered names of topics that it would enter
 * @param left names of topics that it would leave
 */
public record Change(
        Kind kind,
        Article live,
        Article fresh,
        List<String> fields,
        Changes changes,
        SortedSet<String> entered,
        SortedSet<String> left) {

    /** What would become of an item. */
    public enum Kind {
        /** only today's code makes an article of it */
        ADDED,
        /** it says something else, or goes elsewhere */
        CHANGED,
        /** another version of it would stand */
        OTHER_VERSION,
        /** today's code makes no article of it */
        LOST
    }

    public Change {
        fields = List.copyOf(fields);
        entered = new TreeSet<>(entered);
        left = new TreeSet<>(left);
    }

    public String id() {
        return live.getId();
    }

    /**
     * Whether a swap brings it about. Which version stands, and whether one does, is for enrich to say by what was filed: that
     * is not told anew.
     */
    public boolean isSwapped() {
        return switch (kind) {
            case ADDED -> true;
            case CHANGED -> !fields.contains("version");
            case OTHER_VERSION, LOST -> false;
        };
    }
}
