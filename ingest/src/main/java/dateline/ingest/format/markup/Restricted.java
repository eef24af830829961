package dateline.ingest.format.markup;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What stands in copy for editors only: notes, contacts, and all that follows "not for publication". */
public final class Restricted {
    private static final Pattern WORDS = Pattern.compile(
            "\\bnot\\s+(?:intended\\s+)?for\\s+publication\\b|\\bnicht\\s+zur\\s+Ver(?:ö|oe)ffentlichung\\b"
                    + "|\\b(?:ne\\s+pas\\s+publier|pas\\s+destin\\S+\\s+(?:à|a)\\s+la\\s+publication)\\b|\\bno\\s+(?:para\\s+publicar|publicable)\\b"
                    + "|\\bniet\\s+voor\\s+publicatie\\b|\\bnon\\s+(?:destinat\\S+\\s+alla\\s+pubblicazione|pubblicare)\\b"
                    + "|\\bej\\s+för\\s+publicering\\b|\\bei\\s+julkaistavaksi\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Set<String> CONTAINERS = Set.of("section", "div", "aside", "footer", "blockquote", "ul", "ol");

    private Restricted() {}

    /** Whether the line says that it, or what follows it, is not for publication. */
    public static boolean opens(String line) {
        return line.length() < 400 && mayOpen(line) && WORDS.matcher(line).find();
    }

    /** The part that the words share, looked for first because nearly every line of copy has none of it. */
    private static boolean mayOpen(String line) {
        return line.contains("ubli")
                || line.contains("UBLI")
                || line.contains("ubbli")
                || line.contains("ffentlichung")
                || line.contains("FFENTLICHUNG")
                || line.contains("ulkaist");
    }

    /** Takes out what is marked as such by class, and what follows the words. */
    static void removeFrom(Document document) {
        document.select(".notepad,.np-nonpublic,.nonpublic,.ednote,[class*=editorial-note],[class*=editorsnote]")
                .remove();
        if (!mayOpen(document.wholeText())) {
            return;
        }
        for (Element element : document.body().getAllElements()) {
            if (element.parent() == null || !opens(element.ownText())) {
                continue;
            }
            Element around = element.parent();
            if (CONTAINERS.contains(around.normalName())
                    && around.textNodes().stream().allMatch(text -> text.isBlank())
                    && around.text().length() < document.body().text().length() / 2) {
                around.remove();
            } else {
                element.nextElementSiblings().remove();
                element.remove();
            }
        }
    }
}
