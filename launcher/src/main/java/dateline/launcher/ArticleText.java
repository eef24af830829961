package dateline.launcher;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import wire.Article;
import wire.Entity;
import wire.Event;

/** An article as a few lines for a terminal: what happened to it, what it is, whom and what and where it is about. */
final class ArticleText {
    private static final int NAMES = 8;

    private ArticleText() {}

    static String of(Article article) {
        if (article.getEvent() == Event.KILLED || article.getEvent() == Event.RETRACTED) {
            String reason = article.getKillReason();
            return "%-9s %s%s%n"
                    .formatted(
                            article.getEvent(),
                            safe(article.getId()),
                            reason == null ? "" : "\n          " + safe(reason));
        }
        return """
                %-9s %s
                          %s
                          countries %s  regions %s
                          entities  %s
                """.formatted(
                        article.getEvent(),
                        safe(article.getId()),
                        safe(article.getHeadline()),
                        words(article.getCountries()),
                        words(article.getRegions()),
                        names(article.getEntities()));
    }

    private static String words(List<String> words) {
        return words.isEmpty() ? "-" : String.join(" ", words);
    }

    private static String names(List<Entity> entities) {
        LinkedHashSet<String> names = entities.stream()
                .sorted(Comparator.comparing((Entity entity) -> entity.getPart())
                        .thenComparingInt(Entity::getStart))
                .map(entity -> safe(entity.getText()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String first = names.stream().limit(NAMES).collect(Collectors.joining(", "));
        return names.isEmpty() ? "-" : first + (names.size() > NAMES ? ", … " + (names.size() - NAMES) + " more" : "");
    }

    /** Copy is from outside, and a terminal obeys control characters. */
    private static String safe(String text) {
        return text.replaceAll("\\p{Cc}", " ");
    }
}
