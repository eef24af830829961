package dateline.launcher.replay;

import java.util.Set;
import java.util.SortedSet;
import wire.Article;

/** Today's rules of where an article goes. */
@FunctionalInterface
public interface Rules {
    /**
     * The names of the topics on which it belongs.
     *
     * @param stood those on which its item stands now
     */
    SortedSet<String> topics(Article article, Set<String> stood);
}
