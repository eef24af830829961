package dateline.launcher.replay;

import java.time.Instant;
import wire.Article;

/**
 * Which items are compared.
 *
 * @param from what landed before is none of the replay's business
 * @param began when the replay began: what was made after that is not history yet
 * @param taggedFrom what landed before may have left its topics by age alone
 */
public record Scope(Instant from, Instant began, Instant taggedFrom) {

    boolean covers(Article article) {
        return covers(article.getLanded());
    }

    boolean covers(Instant landed) {
        return !landed.isBefore(from);
    }

    boolean hasMovedOn(Article live) {
        Instant made = live.getEnriched();
        return made != null && !made.isBefore(began);
    }

    boolean isOnTopics(Article live) {
        return !live.getLanded().isBefore(taggedFrom);
    }
}
