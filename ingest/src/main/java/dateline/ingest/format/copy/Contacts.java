package dateline.ingest.format.copy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What tells editors whom to ask and what to know, amid the text or in a block below it. */
public final class Contacts {
    /** Headings of a block that goes on to the end. */
    private static final Pattern BLOCK = Pattern.compile(
            "^(?:(?:Rückfragehinweis|Rückfragen(?: an)?|Pressekontakt|Kontakt für (?:Rückfragen|Redaktionen)|(?:Editorial|Media|Press) contacts?|MEDIA CONTACTS?|PRESS CONTACTS?|Contact presse)\\s?(?::.{0,80})?"
                    + "|(?:Contacts?|CONTACTS?|Kontakt|(?i:notes? (?:to|for) editors))\\s?:?)$");

    /** A note that says all it has to say in its own paragraph. */
    private static final Pattern NOTE = Pattern.compile(
            "^(?:(?i:notes? (?:to|for) editors|editor'?s'? note)\\s?[:.–—-]\\s?|E[Dd][Ss][.:]\\s)\\S.*",
            Pattern.DOTALL);

    private static final int LONGEST_NOTE = 1_000;

    private Contacts() {}

    /**
     * Puts such notes and blocks into the draft. What stands first is never one: a story is not all contacts.
     *
     * @return the paragraphs without them
     */
    public static List<String> takenOff(List<String> paragraphs, Draft draft) {
        var story = new ArrayList<String>(paragraphs.size());
        for (int i = 0; i < paragraphs.size(); i++) {
            String paragraph = paragraphs.get(i).strip();
            if (!story.isEmpty()
                    && paragraph.length() < 130
                    && BLOCK.matcher(paragraph).matches()) {
                draft.ednote(String.join(" ", paragraphs.subList(i, paragraphs.size())));
                return story;
            }
            if (paragraph.length() < LONGEST_NOTE && NOTE.matcher(paragraph).matches()) {
                draft.ednote(paragraph);
            } else {
                story.add(paragraphs.get(i));
            }
        }
        return story;
    }
}
