package dateline.enrich.kin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wire.Article;
import wire.Kin;

/**
 * What the index of kin is told of an article, and where it finds its like.
 *
 * @param kin all that is needed to tell an article's kin, without a word of it
 * @param marks at most ten; articles that are likely kin have at least one in common
 */
public record Kinfolk(Kin kin, List<Long> marks) {
    /** A body shorter than this, such as “more follows”, is no story by itself: it is read together with its headline. */
    private static final int SHORTEST = 10;

    /** What there is to tell of this article. */
    public static Kinfolk of(Article article) {
        Wording wording = wording(article);
        return new Kinfolk(kin(article, wording), marks(article, wording));
    }

    private static Kin kin(Article article, Wording wording) {
        String slug = slug(article);
        return Kin.newBuilder()
                .setId(article.getId())
                .setProvider(article.getProvider())
                .setFeed(article.getFeed())
                .setFiled(filed(article))
                .setLanded(article.getLanded())
                .setSketch(Sketches.of(wording))
                .setHeadline(stem(article.getHeadline()))
                .setSlug(stem(slug))
                .setUpdate(Stems.isUpdate(article.getHeadline()) || Stems.isUpdate(slug))
                .build();
    }

    private static List<Long> marks(Article article, Wording wording) {
        List<Long> marks = new ArrayList<>(Marks.of(wording));
        marks.addAll(nameMarks(article.getProvider(), slug(article)));
        marks.addAll(nameMarks(article.getProvider(), article.getHeadline()));
        return marks.stream().distinct().toList();
    }

    /** The mark under which all stories of a provider that have this slug or headline are found; none if it is empty. */
    public static List<Long> nameMarks(String provider, String slugOrHeadline) {
        String stem = Stems.of(slugOrHeadline);
        return stem.isEmpty() ? List.of() : List.of(Hashes.of(provider.toLowerCase(Locale.ROOT) + '\n' + stem));
    }

    private static Wording wording(Article article) {
        Wording body = new Wording(article.getBodyText());
        return body.count() >= SHORTEST ? body : new Wording(article.getHeadline() + '\n' + article.getBodyText());
    }

    private static String slug(Article article) {
        @Nullable String slug = article.getSlugline();
        return slug == null ? "" : slug;
    }

    private static long stem(String name) {
        String stem = Stems.of(name);
        return stem.isEmpty() ? 0 : Hashes.of(stem);
    }

    /** When it was filed, as its provider says, but never later than it landed. */
    public static Instant filed(Article article) {
        Instant landed = article.getLanded();
        Instant said = article.getPublished() != null ? article.getPublished() : article.getVersionCreated();
        return said == null || said.isAfter(landed) ? landed : said;
    }
}
