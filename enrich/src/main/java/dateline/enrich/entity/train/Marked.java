package dateline.enrich.entity.train;

import dateline.enrich.entity.train.Labelled.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import wire.EntityType;

/**
 * Reads stories whose names are marked in the line: "[P Yoshimasa Hayashi=Foreign Minister] arrived in [L Seoul]." P is a
 * person, O an organisation, L a place, M the rest; behind "=" may stand the role that the text gives, " | " ends a line.
 */
public final class Marked {
    private Marked() {}

    /** A story and the roles of its persons, in their order; empty where there is none. */
    public record Story(Labelled labelled, List<String> roles) {}

    /** The story in a line. */
    public static Story read(String line) {
        var text = new StringBuilder();
        List<Mark> marks = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        String rest = line.replace(" | ", "\n");
        int at = 0;
        while (at < rest.length()) {
            boolean opens = rest.charAt(at) == '[' && at + 2 < rest.length() && rest.charAt(at + 2) == ' ';
            if (!opens) {
                text.append(rest.charAt(at));
                at++;
                continue;
            }
            EntityType type = type(rest.charAt(at + 1));
            int end = rest.indexOf(']', at);
            String[] parts = rest.substring(at + 3, end).split("=", 2);
            marks.add(new Mark(type, text.length(), text.length() + parts[0].length()));
            text.append(parts[0]);
            if (type == EntityType.PERSON) {
                roles.add(parts.length > 1 ? parts[1] : "");
            }
            at = end + 1;
        }
        return new Story(new Labelled(text.toString(), marks, Set.of()), roles);
    }

    private static EntityType type(char letter) {
        return switch (letter) {
            case 'P' -> EntityType.PERSON;
            case 'O' -> EntityType.ORG;
            case 'L' -> EntityType.PLACE;
            case 'M' -> EntityType.MISC;
            default -> throw new IllegalArgumentException("no kind of name is marked " + letter);
        };
    }
}
