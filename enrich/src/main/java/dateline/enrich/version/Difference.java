package dateline.enrich.version;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wire.Article;
import wire.Changes;
import wire.Entity;

/** What a version changed of the one before it. */
public final class Difference {
    private Difference() {}

    /** Paragraphs that only moved are neither new nor gone. */
    public static Changes between(Article before, Article after) {
        List<String> old = paragraphs(before);
        List<String> now = paragraphs(after);
        Set<String> had = tags(before);
        Set<String> has = tags(after);
        return Changes.newBuilder()
                .setHeadline(before.getHeadline().equals(after.getHeadline()) ? null : before.getHeadline())
                .setParagraphsNew(without(now, old))
                .setParagraphsGone(without(old, now))
                .setTagsAdded(has.stream().filter(tag -> !had.contains(tag)).toList())
                .setTagsLost(had.stream().filter(tag -> !has.contains(tag)).toList())
                .build();
    }

    /** The places of those paragraphs that the others have not, or not as often. */
    private static List<Integer> without(List<String> paragraphs, List<String> others) {
        Map<String, Integer> there = new HashMap<>();
        others.forEach(paragraph -> there.merge(paragraph, 1, Integer::sum));
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (there.merge(paragraphs.get(i), -1, Integer::sum) < 0) {
                places.add(i);
            }
        }
        return places;
    }

    private static List<String> paragraphs(Article article) {
        return article.getBodyText().lines().map(String::strip).toList();
    }

    private static Set<String> tags(Article article) {
        var tags = new LinkedHashSet<String>();
        article.getCountries().forEach(country -> tags.add("country:" + country));
        article.getRegions().forEach(region -> tags.add("region:" + region));
        article.getTopics().forEach(topic -> tags.add("topic:" + topic));
        article.getEntities().stream().map(Entity::getText).forEach(name -> tags.add("entity:" + name));
        return tags;
    }
}
