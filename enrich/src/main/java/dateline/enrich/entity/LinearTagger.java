package dateline.enrich.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import wire.EntityType;
import wire.Part;

/** The tagger that ships: a linear model over words, lists and contexts. Reads English. */
public final class LinearTagger implements Tagger {
    private static final int CHAPTER = 60_000;

    private final Model model;
    private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();

    public LinearTagger() {
        this(Model.shipped());
    }

    public LinearTagger(Model model) {
        this.model = model;
    }

    @Override
    public List<Name> names(String headline, String body, @Nullable String language) {
        String text = headline.isEmpty() ? body : headline + '\n' + body;
        int bodyStart = headline.isEmpty() ? 0 : headline.length() + 1;
        List<Span> spans = spans(text);
        List<Name> names = new ArrayList<>(spans.size());
        for (Span span : spans) {
            boolean inBody = span.start() >= bodyStart;
            int shift = inBody ? bodyStart : 0;
            names.add(new Name(
                    inBody ? Part.BODY : Part.HEADLINE,
                    span.type(),
                    span.start() - shift,
                    span.end() - shift,
                    span.confidence(),
                    span.role()));
        }
        return names;
    }

    /** The names in a text of one part. */
    public List<Span> spans(String text) {
        Reader reader = idle.poll();
        if (reader == null) {
            reader = new Reader(model);
        }
        List<Span> spans = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = chapter(text, from);
            for (Span span : reader.read(text.substring(from, to))) {
                spans.add(span.shifted(from));
            }
            from = to;
        }
        idle.add(reader);
        return Roles.whole(text, Pairs.parted(text, spans));
    }

    /** Where to stop: hardly a story is longer than this, and what is takes no more room than one that is not. */
    private static int chapter(String text, int from) {
        int most = from + CHAPTER;
        if (most >= text.length()) {
            return text.length();
        }
        int space = most;
        for (int i = most; i > from; i--) {
            char c = text.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (c == ' ' && space == most) {
                space = i;
            }
        }
        return space;
    }

    /**
     * A name's place in a text.
     *
     * @param start in UTF-16 code units
     * @param end exclusive
     * @param confidence 0 to 1
     * @param role the office that the text gives a person; null if none
     */
    public record Span(
            EntityType type,
            int start,
            int end,
            double confidence,
            @Nullable String role) {
        Span withRole(String whole) {
            return new Span(type, start, end, confidence, whole);
        }

        Span shifted(int by) {
            return by == 0 ? this : new Span(type, start + by, end + by, confidence, role);
        }
    }
}
