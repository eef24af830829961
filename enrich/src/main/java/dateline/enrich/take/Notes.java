package dateline.enrich.take;

import dateline.enrich.take.Hint.Kind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells the lines of copy that speak to editors, or of what changed in it: "EDS: …", "(Corrects paragraph 3 to …)". */
public final class Notes {
    private static final int LONGEST = 600;
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern TO_EDITORS = Pattern.compile(
            "[(\\[*\\s]*(?:(?:eds|eds note|ednote|ed note|attn\\.? editors|attention,? (?:news )?editors|notes? to (?:the )?editors?|nota a los editores|achtung redaktionen|redaktionshinweis"
                    + "|note aux rédactions)\\s*(?::|_|--|—|–|-\\s|\\.\\s)|not for publication\\b).*",
            CASE);

    private static final String DID =
            "(corrects|corrected|correcting|corrige|corrigé|korrigiert|berichtigt|retifica|corregge|refiles|refiled|refiling|recasts|recast|repeats|repeating|updates|updated|updating|adds|adding"
                    + "|clarifies|removes|fixes|restores|deletes|amends|actualiza|amplía|añade|actualise|actualisé|ajoute|atualiza|acrescenta|aggiorna|aggiunge|neu|ergänzt|aktualisiert)";

    /** In brackets, whatever it is that was done; without, only what is done to copy. */
    private static final Pattern CHANGE = Pattern.compile("\\(" + DID + "(?:[:\\s,].*\\)?|\\))\\.?", CASE);

    private static final Pattern PLAIN_CHANGE = Pattern.compile(
            "[*\\s]*" + DID
                    + "\\s+(?:to|with|paragraphs?|paras?|grafs?|headline|byline|dateline|details?|quotes?|background|comments?|throughout|lede?|lead|first|second|third|fourth|last|spelling|typo|name|title|day|date|figures?|slug|story)\\b.*",
            CASE);

    private static final Pattern VERSION = Pattern.compile(
            "[(\\[*\\s]*(?:in )?(?:this|an earlier version of this|a previous version of this)\\s+(?:[\\p{L}.]+\\s+\\d{1,2}\\s+)?(?:story|article|report|version|item|copy)[^.]{0,20}?\\s(corrects|corrected|corrects|updated|updates|refiled|refiles|clarifies|clarified)\\b.*",
            CASE);

    private Notes() {}

    /** Whether a line is for editors alone, wherever it stands. */
    public static boolean isToEditors(String line) {
        return line.length() <= LONGEST
                && mayOpen(line)
                && TO_EDITORS.matcher(line).matches();
    }

    /** What a line says that stands over a story and is no part of it; null if it says nothing of the kind. */
    public static @Nullable Hint over(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        if (isToEditors(line)) {
            return new Hint(Kind.ADVISORY, line, 0);
        }
        Matcher change = CHANGE.matcher(line);
        return change.matches() ? hint(change.group(1), line) : under(line);
    }

    /** What a line says that is a note only where a dateline follows: "Refiles to add dateline"; null if it says nothing. */
    public static @Nullable Hint overDateline(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        Matcher change = PLAIN_CHANGE.matcher(line);
        return change.matches() ? hint(change.group(1), line) : null;
    }

    /** What a line says of an earlier version that stands over or under a story; null if it is of the story. */
    public static @Nullable Hint under(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        Matcher version = VERSION.matcher(line);
        return version.matches() ? hint(version.group(1), line) : null;
    }

    private static Hint hint(String did, String line) {
        return new Hint(kind(did.toLowerCase(Locale.ROOT)), line, 0);
    }

    private static Kind kind(String did) {
        if (did.startsWith("corr")
                || did.startsWith("korr")
                || did.startsWith("beri")
                || did.startsWith("clar")
                || did.startsWith("reti")) {
            return Kind.CORRECTION;
        }
        if (did.startsWith("refil")) {
            return Kind.REFILE;
        }
        if (did.startsWith("recast")) {
            return Kind.RECAST;
        }
        return did.startsWith("repeat") ? Kind.REPEAT : Kind.UPDATE;
    }

    private static boolean mayOpen(String line) {
        return !line.isEmpty() && "(*[ eEaAnNrR".indexOf(line.charAt(0)) >= 0;
    }
}
