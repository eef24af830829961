package dateline.enrich.entity;

import dateline.enrich.entity.Lexicon.Kind;
import dateline.enrich.entity.LinearTagger.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wire.EntityType;

/** The office that a text gives someone right before the name: "Japanese Foreign Minister Yoshimasa Hayashi". */
final class Roles {
    private static final int MOST_WORDS = 6;
    private static final Set<Long> QUALIFIERS =
            hashes("prime foreign finance defence defense interior health energy trade"
                    + " education justice economy labour labor agriculture environment transport culture home external deputy vice"
                    + " acting general police army navy air opposition executive attorney state staff security party press union"
                    + " national presidential parliamentary senior assistant lt. lt maj. maj rear brig. brig sgt. first interim head"
                    + " team club village district provincial regional city district co affairs treasury and");
    private static final long OF = Hash.lower("of");

    private Roles() {}

    private static Set<Long> hashes(String words) {
        return Stream.of(words.split(" ", -1)).map(Hash::lower).collect(Collectors.toSet());
    }

    /**
     * The role as the text has it.
     *
     * @param first the name's first token
     * @param after where the name before it ends in the text: no role reaches back over that
     */
    static @Nullable String before(Story story, int first, int after) {
        Tokens tokens = story.tokens;
        int begin = first;
        boolean office = false;
        for (int i = first - 1; i >= 0 && first - i <= MOST_WORDS; i--) {
            Form form = story.forms[i];
            if (story.starts(i + 1) || tokens.start(i) < after) {
                break;
            }
            if (form.is(Kind.ROLE)) {
                office = true;
                begin = i;
            } else if (QUALIFIERS.contains(form.lower)) {
                begin = i;
            } else if (form.lower != OF || i == 0 || !story.forms[i - 1].is(Kind.ROLE) || begin != i + 1) {
                break;
            }
        }
        while (begin < first && story.forms[begin].length == 3 && story.forms[begin].lower == AND) {
            begin++;
        }
        return office ? tokens.text(begin, first - 1) : null;
    }

    private static final long AND = Hash.lower("and");

    /**
     * The same names, each role with the people, place or body right before it: "Japanese Foreign Minister", "Ford CEO".
     *
     * @param names in the order of the text
     */
    static List<Span> whole(String text, List<Span> names) {
        List<Span> whole = new ArrayList<>(names.size());
        Span before = null;
        for (Span name : names) {
            whole.add(before == null || name.role() == null ? name : whole(text, before, name, name.role()));
            before = name;
        }
        return whole;
    }

    private static Span whole(String text, Span before, Span name, String role) {
        int from = text.lastIndexOf(role, name.start() - role.length());
        return before.type() != EntityType.PERSON && from == before.end() + 1 && text.charAt(before.end()) == ' '
                ? name.withRole(text.substring(before.start(), from + role.length()))
                : name;
    }
}
