package dateline.launcher.replay;

import static java.util.Objects.requireNonNullElse;

import dateline.enrich.version.Difference;
import dateline.sink.json.ArticleJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Held;

/**
 * Compares what is live with what today's code and rules make of the same history. It is told, in this order, what stands on
 * the tagged topics, what is held, what is live and what is fresh; and then once more what is live, for only then is it clear
 * of which items the whole article is needed. So it keeps fingerprints of all items, and articles of those alone that differ.
 * Of each item the last that is told counts.
 */
public final class Comparison {
    private final Scope scope;
    private final Rules rules;
    private final Map<String, Set<String>> tagged = new HashMap<>();
    private final Map<String, Held> held = new HashMap<>();
    private final Map<String, Live> live = new HashMap<>();
    private final Map<String, Fresh> fresh = new TreeMap<>();
    private final Map<String, Article> again = new HashMap<>();
    private final Set<String> late = new HashSet<>();

    /** An item that was live when first told; the print is null if its copy may not be seen. */
    private record Live(@Nullable String print, boolean rerouted, boolean covered, boolean moved) {}

    /** @param differing what it would be; null if it is what it was */
    private record Fresh(@Nullable Article differing) {}

    public Comparison(Scope scope, Rules rules) {
        this.scope = scope;
        this.rules = rules;
    }

    /** A record on a topic of tagged articles; null is a tombstone. */
    public void tagged(String topic, String id, @Nullable Article article) {
        if (article != null && ArticleJson.isReadable(article)) {
            tagged.computeIfAbsent(id, item -> new TreeSet<>()).add(topic);
        } else if (tagged.containsKey(id)) {
            tagged.get(id).remove(topic);
        }
    }

    /** That an item is held under embargo; null if it is no longer. */
    public void held(String id, @Nullable Held fact) {
        if (fact == null) {
            held.remove(id);
        } else {
            held.put(id, fact);
        }
    }

    /** A live article; null is a tombstone, as a kill leaves it. */
    public void live(String id, @Nullable Article article) {
        if (article == null || !ArticleJson.isReadable(article) || held.containsKey(id)) {
            live.put(id, new Live(null, false, article != null && scope.covers(article), false));
            return;
        }
        Set<String> stood = stood(article);
        boolean rerouted = !rules.topics(article, stood).equals(stood);
        live.put(id, new Live(Content.print(article), rerouted, scope.covers(article), scope.hasMovedOn(article)));
    }

    /** What today's code makes of an item; null, or an article that may not be used, if nothing to be seen. */
    public void fresh(String id, @Nullable Article article) {
        if (article == null || !ArticleJson.isReadable(article) || !scope.covers(article)) {
            fresh.remove(id);
            return;
        }
        Live known = live.get(id);
        boolean same = known != null && Content.print(article).equals(known.print());
        fresh.put(id, new Fresh(same ? null : article));
    }

    /** A live article once more; after all that is fresh. */
    public void again(String id, @Nullable Article article) {
        Live known = live.get(id);
        if (known == null && article != null && fresh.remove(id) != null) {
            late.add(id);
        }
        if (known == null || known.print() == null || !known.covered()) {
            return;
        }
        Fresh made = fresh.get(id);
        boolean same = made != null && made.differing() == null && !known.rerouted();
        if (article == null || (same && known.print().equals(Content.print(article)))) {
            again.remove(id);
        } else {
            again.put(id, article);
        }
    }

    /** What it comes to. */
    public Diff diff() {
        var changes = new ArrayList<Change>();
        int unseen = 0;
        int moved = late.size();
        int same = 0;
        var ids = new TreeSet<>(fresh.keySet());
        live.forEach((id, known) -> {
            if (known.covered()) {
                ids.add(id);
            }
        });
        held.forEach((id, fact) -> {
            if (scope.covers(fact.getLanded())) {
                ids.add(id);
            }
        });
        for (String id : ids) {
            Live known = live.get(id);
            Fresh made = fresh.get(id);
            if (held.containsKey(id) || (known != null && known.print() == null)) {
                unseen++;
            } else if (known == null) {
                if (made != null && made.differing() != null) {
                    changes.add(added(made.differing()));
                }
            } else if (known.covered()) {
                Article now = again.get(id);
                if (now == null) {
                    same++;
                } else if (known.moved() || hasMovedOn(known, now)) {
                    moved++;
                } else {
                    changes.add(change(now, made));
                }
            }
        }
        return new Diff(changes, same, unseen, moved);
    }

    private boolean hasMovedOn(Live known, Article now) {
        return !ArticleJson.isReadable(now)
                || scope.hasMovedOn(now)
                || !Content.print(now).equals(known.print());
    }

    private Change added(Article article) {
        return new Change(
                Change.Kind.ADDED,
                article,
                article,
                List.of(),
                Difference.between(article, article),
                rules.topics(article, Set.of()),
                new TreeSet<>());
    }

    private Change change(Article now, @Nullable Fresh made) {
        if (made == null) {
            return change(Change.Kind.LOST, now, now, new TreeSet<>());
        }
        Article article = Content.asTold(requireNonNullElse(made.differing(), now), now);
        Change.Kind kind =
                article.getLanded().equals(now.getLanded()) ? Change.Kind.CHANGED : Change.Kind.OTHER_VERSION;
        return change(kind, now, article, rules.topics(article, stood(now)));
    }

    private Change change(Change.Kind kind, Article now, Article article, SortedSet<String> topics) {
        Set<String> stood = stood(now);
        var entered = new TreeSet<>(topics);
        entered.removeAll(stood);
        var left = new TreeSet<>(stood);
        left.removeAll(topics);
        return new Change(
                kind, now, article, Content.differing(now, article), Difference.between(now, article), entered, left);
    }

    /** Where its item stands. What is so old that topics forget it is taken to have stood where it belongs. */
    private Set<String> stood(Article article) {
        return scope.isOnTopics(article)
                ? tagged.getOrDefault(article.getId(), Set.of())
                : rules.topics(article, Set.of());
    }
}
