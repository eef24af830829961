package dateline.ingest.format.copy;

import java.util.regex.Pattern;

/** Blocks below the text that tell editors whom to ask. */
public final class Contacts {
    private static final Pattern HEADING = Pattern.compile(
            "^(?:Rückfragehinweis|Rückfragen(?: an)?|Pressekontakt|Kontakt für (?:Rückfragen|Redaktionen)|(?:Editorial|Media|Press) contacts?|MEDIA CONTACTS?|PRESS CONTACTS?|Contact presse|Notes? (?:to|for) editors|NOTES? (?:TO|FOR) EDITORS)\\s?:?(?:\\s.{0,80})?$|^(?:Contacts?|CONTACTS?|Kontakt)\\s?:?$");

    private Contacts() {}

    /** Whether a paragraph opens such a block, which then goes on to the end. */
    public static boolean opens(String paragraph) {
        return paragraph.length() < 130 && HEADING.matcher(paragraph.strip()).matches();
    }
}
