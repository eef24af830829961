package dateline.launcher.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.apache.avro.Schema;
import wire.Article;
import wire.Event;

/**
 * What an article says. When it was processed, by which event it is seen and who its kin are is not among that: kin are not
 * a matter of the article's own text, and enrich asks for them anew whenever it tells an item.
 */
final class Content {
    private static final int PRINT_BYTES = 16;

    private Content() {}

    /** Tells articles that say different things apart. */
    static String print(Article article) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(bare(article).toByteBuffer());
            return HexFormat.of().formatHex(sha.digest(), 0, PRINT_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Names of the fields in which they differ, in the order of the schema. */
    static List<String> differing(Article one, Article other) {
        Article a = bare(one);
        Article b = bare(other);
        return Article.getClassSchema().getFields().stream()
                .filter(field -> !Objects.equals(a.get(field.pos()), b.get(field.pos())))
                .map(Schema.Field::name)
                .toList();
    }

    /** The article as enrich would tell it: what today's code makes of it, and the kin that are known of it. */
    static Article asTold(Article fresh, Article live) {
        return Article.newBuilder(fresh)
                .setEvent(Event.REVISED)
                .setChanges(null)
                .setGroup(live.getGroup())
                .setCopyOf(live.getCopyOf())
                .setCarriedBefore(live.getCarriedBefore())
                .setSimilarity(live.getSimilarity())
                .setOutlets(live.getOutlets())
                .setUpdates(live.getUpdates())
                .setSupersededBy(live.getSupersededBy())
                .setWarning(live.getWarning())
                .build();
    }

    private static Article bare(Article article) {
        return Article.newBuilder(article)
                .setEvent(Event.PUBLISHED)
                .setChanges(null)
                .setGroup(null)
                .setCopyOf(null)
                .setCarriedBefore(List.of())
                .setSimilarity(0)
                .setOutlets(0)
                .setUpdates(null)
                .setSupersededBy(null)
                .setWarning(null)
                .setRead(null)
                .setEnriched(null)
                .setRouted(null)
                .build();
    }
}
