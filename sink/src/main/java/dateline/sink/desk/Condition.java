package dateline.sink.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import wire.Altered;
import wire.Article;
import wire.Entity;
import wire.Subject;

/** A desk's rule made ready to be asked of many articles. */
final class Condition implements Predicate<Article> {
    private final List<Predicate<Article>> all = new ArrayList<>();

    Condition(DeskRule rule) {
        // The cheap ones first; the text is looked at only when all else holds.
        Integer max = rule.maxUrgency();
        if (max != null) {
            all.add(article -> article.getUrgency() >= 1 && article.getUrgency() <= max);
        }
        one(rule.countries(), Article::getCountries);
        one(rule.regions(), Article::getRegions);
        one(rule.topics(), Article::getTopics);
        one(rule.providers(), article -> List.of(article.getProvider()));
        one(rule.feeds(), article -> List.of(article.getFeed()));
        one(
                rule.entities(),
                article -> article.getEntities().stream().map(Entity::getText).toList());
        one(
                rule.subjects(),
                article ->
                        article.getSubjects().stream().flatMap(Condition::names).toList());
        if (!rule.languages().isEmpty()) {
            List<String> ranges =
                    rule.languages().stream().map(Condition::folded).toList();
            all.add(article -> article.getLanguage() != null && speaks(folded(article.getLanguage()), ranges));
        }
        rule.all().forEach(each -> all.add(new Condition(each)));
        if (!rule.any().isEmpty()) {
            List<Condition> any = rule.any().stream().map(Condition::new).toList();
            all.add(article -> any.stream().anyMatch(each -> each.test(article)));
        }
        DeskRule not = rule.not();
        if (not != null) {
            all.add(new Condition(not).negate());
        }
        if (!rule.text().isEmpty()) {
            var phrases = new Phrases(rule.text());
            all.add(article -> phrases.in(article.getHeadline()) || phrases.in(article.getBodyText()));
        }
        if (rule.dedupe()) {
            List<Predicate<Article>> rest = List.copyOf(all);
            all.add(article -> article.getCopyOf() == null || isFirstOfItsGroup(article, rest));
        }
    }

    @Override
    public boolean test(Article article) {
        return all.stream().allMatch(each -> each.test(article));
    }

    /** Whether it was filed before any copy of the same that the desk would have; of a copy it is known who carried it before. */
    private static boolean isFirstOfItsGroup(Article copy, List<Predicate<Article>> rest) {
        return !copy.getCarriedBefore().isEmpty()
                && copy.getCarriedBefore().stream()
                        .map(carrier -> Altered.of(copy)
                                .with("provider", carrier.getProvider())
                                .with("feed", carrier.getFeed())
                                .record())
                        .noneMatch(earlier -> rest.stream().allMatch(each -> each.test(earlier)));
    }

    private void one(List<String> wanted, Function<Article, Collection<String>> given) {
        if (!wanted.isEmpty()) {
            Set<String> folded = wanted.stream().map(Condition::folded).collect(Collectors.toUnmodifiableSet());
            all.add(article -> given.apply(article).stream().anyMatch(value -> folded.contains(folded(value))));
        }
    }

    private static Stream<String> names(Subject subject) {
        return Stream.of(subject.getCode(), subject.getName()).filter(Objects::nonNull);
    }

    private static boolean speaks(String language, List<String> ranges) {
        return ranges.stream().anyMatch(range -> language.equals(range) || language.startsWith(range + "-"));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
