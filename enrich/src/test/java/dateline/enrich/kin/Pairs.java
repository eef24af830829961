package dateline.enrich.kin;

import static dateline.enrich.kin.Newsroom.pick;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Relation;

/** Pairs of invented articles of which it is known how they stand to each other. */
final class Pairs {
    record Pair(String how, Article earlier, Article later, Relation relation) {}

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private final Newsroom newsroom = new Newsroom();
    private final Random random;
    private final Outlet outlet;
    private final List<Pair> pairs = new ArrayList<>();
    private int ids;

    Pairs(long seed) {
        random = new Random(seed);
        outlet = new Outlet(newsroom, random);
    }

    /** For each of so many base stories, ten or so pairs of all kinds. */
    List<Pair> drawn(int stories) {
        for (int i = 0; i < stories; i++) {
            String kind = i % 3 == 2 ? "template" : "story";
            long wording = random.nextLong();
            long facts = random.nextLong();
            String text = paragraphs(
                    i % 5 == 4 ? brief(newsroom.write(kind, wording, facts)) : newsroom.write(kind, wording, facts));
            copies(text);
            updates(text);
            if (kind.equals("template")) {
                templates(wording, facts);
            } else {
                siblings(wording, facts);
            }
        }
        return pairs;
    }

    /** Pairs made of copy that others wrote. */
    List<Pair> drawn(List<String> texts) {
        for (String text : texts) {
            copies(text);
            updates(text);
            different(
                    "another story",
                    text,
                    pick(texts.stream().filter(other -> !other.equals(text)).toList(), random));
        }
        return pairs;
    }

    private void copies(String text) {
        copy("as it is", text, UnaryOperator.identity());
        copy("house style", text, outlet::restyled);
        copy("cut", text, outlet::cut);
        copy("wrapped", text, outlet::wrapped);
        copy("credited, wrapped", text, t -> outlet.wrapped(outlet.credited(t)));
        copy("sentence dropped, sentence added", text, t -> outlet.sentenceDropped(outlet.sentenceAdded(t)));
        copy("cut, house style", text, t -> outlet.cut(outlet.restyled(t)));
        copy("cut, credited, house style", text, t -> outlet.credited(outlet.cut(outlet.restyled(t))));
        if (words(text) > 80) {
            copy("cut, wrapped", text, t -> outlet.wrapped(outlet.cut(t)));
            copy("led anew, house style", text, t -> outlet.reLed(outlet.restyled(t)));
            copy(
                    "cut, sentence dropped, house style, wrapped",
                    text,
                    t -> outlet.wrapped(outlet.sentenceDropped(outlet.cut(outlet.restyled(t)))));
        }
    }

    private void copy(String how, String text, UnaryOperator<String> change) {
        Article original = filed("Anwar", headline(), null, text, 0);
        pairs.add(new Pair(
                "copy: " + how,
                original,
                filed("Gazette", headline(), null, change.apply(text), 1 + random.nextInt(40)),
                Relation.COPY));
    }

    private void updates(String text) {
        String headline = headline();
        Article story = filed("Anwar", headline, "mill-fire", text, 0);
        String mark = pick(
                List.of("UPDATE 1-%s", "CORRECTED-%s", "%s, 1st Ld-Writethru", "2nd LEAD: %s", "REFILE-%s"), random);
        String added = outlet.sentenceAdded(text);
        pairs.add(new Pair(
                "update: a sentence more",
                story,
                filed("Anwar", mark.formatted(headline), null, added, 2),
                Relation.UPDATE));
        pairs.add(new Pair(
                "update: by its slug",
                story,
                filed("ANWAR", headline(), "mill-fire-1st-ld", outlet.sentenceDropped(added), 3),
                Relation.UPDATE));
        pairs.add(new Pair("update: changed id", story, filed("Anwar", headline, null, text, 1), Relation.UPDATE));
        pairs.add(new Pair(
                "copy: of its own in another service",
                story,
                filed("Anwar", headline(), null, text, 1),
                Relation.COPY));
        if (words(text) > 80) {
            pairs.add(new Pair(
                    "update: led anew and longer",
                    story,
                    filed(
                            "Anwar",
                            mark.formatted(headline),
                            null,
                            outlet.sentenceAdded(outlet.sentenceAdded(outlet.reLed(text))),
                            3),
                    Relation.UPDATE));
        }
    }

    /** The same wording with other facts, as of the next day. */
    private void templates(long wording, long facts) {
        String today = paragraphs(newsroom.write("template", wording, facts));
        String tomorrow = paragraphs(newsroom.write("template", wording, random.nextLong()));
        different("template, other provider", today, tomorrow);
        String headline = headline();
        Article first = filed("Anwar", headline, "daily", today, 0);
        pairs.add(new Pair(
                "none: template, next day", first, filed("Anwar", headline, "daily", tomorrow, 24), Relation.NONE));
        pairs.add(new Pair(
                "none: template, next day's update",
                first,
                filed("Anwar", "UPDATE 1-" + headline, "daily", tomorrow, 25),
                Relation.NONE));
        pairs.add(new Pair(
                "none: template, same day",
                first,
                filed("Anwar", "UPDATE 1-" + headline, "daily", tomorrow, 1),
                Relation.NONE));
    }

    /** The same event in other words, and a running story that goes on with some sentences of yesterday's. */
    private void siblings(long wording, long facts) {
        String text = newsroom.write("story", wording, facts);
        String rewrite = newsroom.write("story", random.nextLong(), facts);
        different("rewrite", text, rewrite);
        different("follow-up with a quarter of it", text, followUp(text, rewrite, 4));
        different("follow-up with half of it", text, followUp(text, rewrite, 2));
        String followUp = followUp(text, rewrite, 2);
        String headline = headline();
        Article first = filed("Anwar", headline, "running", text, 0);
        pairs.add(new Pair(
                "none: own follow-up with half of it",
                first,
                filed("Anwar", headline(), "running", followUp, 8),
                Relation.NONE));
        pairs.add(new Pair(
                "none: own follow-up next day, with half of it and marked",
                first,
                filed("Anwar", "UPDATE 1-" + headline(), "running", followUp, 22),
                Relation.NONE));
        different("another story", text, newsroom.write("story", random.nextLong(), random.nextLong()));
    }

    /** A new story that ends with a part of an old one's sentences, as background. */
    private static String followUp(String old, String fresh, int part) {
        List<String> ours = Newsroom.sentences(old);
        List<String> theirs = Newsroom.sentences(fresh);
        int shared = Math.min(ours.size(), theirs.size()) / part;
        List<String> next = new ArrayList<>(theirs.subList(0, theirs.size() - shared));
        next.addAll(ours.subList(ours.size() - shared, ours.size()));
        return String.join(" ", next);
    }

    private void different(String how, String a, String b) {
        pairs.add(new Pair(
                "none: " + how,
                filed("Anwar", headline(), null, a, 0),
                filed("Gazette", headline(), null, b, 4),
                Relation.NONE));
    }

    private String headline() {
        return newsroom.write("headline", random.nextLong(), random.nextLong());
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    /** Its first two sentences. */
    private static String brief(String text) {
        List<String> sentences = Newsroom.sentences(text);
        return String.join(" ", sentences.subList(0, Math.min(2, sentences.size())));
    }

    private static String paragraphs(String text) {
        List<String> sentences = Newsroom.sentences(text);
        return String.join(
                "\n",
                Stream.iterate(0, i -> i < sentences.size(), i -> i + 2)
                        .map(i -> String.join(" ", sentences.subList(i, Math.min(i + 2, sentences.size()))))
                        .toList());
    }

    private Article filed(String provider, String headline, @Nullable String slug, String body, int hours) {
        Instant published = NOON.plus(Duration.ofHours(hours));
        return Article.newBuilder()
                .setId(provider + ":" + ids++)
                .setProvider(provider)
                .setHeadline(headline)
                .setSlugline(slug)
                .setBodyText(body)
                .setPublished(published)
                .setLanded(published.plusSeconds(9))
                .build();
    }
}
