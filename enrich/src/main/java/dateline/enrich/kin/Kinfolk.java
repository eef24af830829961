package dateline.enrich.kin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        Stem headline = Stem.of(article.getHeadline());
        Stem slug = Stem.of(article.getSlugline() == null ? "" : article.getSlugline());
        Kin kin = Kin.newBuilder()
                .setId(article.getId())
                .setProvider(article.getProvider())
                .setFeed(article.getFeed())
                .setFiled(filed(article))
                .setLanded(article.getLanded())
                .setSketch(Sketches.of(wording))
                .setHeadline(headline.hash())
                .setSlug(slug.hash())
                .setUpdate(headline.isUpdate() || slug.isUpdate())
                .build();
        List<Long> marks = new ArrayList<>(Marks.of(wording));
        marks.addAll(slug.marks(article.getProvider()));
        marks.addAll(headline.marks(article.getProvider()));
        return new Kinfolk(kin, marks.stream().distinct().toList());
    }

    /** The mark under which all stories of a provider that have this slug or headline are found; none if it is empty. */
    public static List<Long> nameMarks(String provider, String slugOrHeadline) {
        return Stem.of(slugOrHeadline).marks(provider);
    }

    private static Wording wording(Article article) {
        Wording body = new Wording(article.getBodyText());
        return body.count() >= SHORTEST ? body : new Wording(article.getHeadline() + '\n' + article.getBodyText());
    }

    /** When it was filed, as its provider says, but never later than it landed. */
    public static Instant filed(Article article) {
        Instant landed = article.getLanded();
        Instant said = article.getPublished() != null ? article.getPublished() : article.getVersionCreated();
        return said == null || said.isAfter(landed) ? landed : said;
    }
}
