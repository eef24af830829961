package dateline.enrich.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who wrote a story: in its data, in what the page says of itself, in the lines about the headline. */
final class Bylines {
    private static final int LONGEST = 70;
    /** As long as a line of several names is, in characters; more is not looked at. */
    private static final int LINE = 400;

    private static final Pattern BY = Pattern.compile(
            "^(?:written by|posted by|published by|reviewed by|story by|text by|edited by|by|von|autorin|autor|verfasst von|ein beitrag von|text|por|par|publié par|di|a cura di|door|geplaatst door|av|tekst|af|przez|autor|автор|текст|yazan|από|od|kirjoittaja|author|autora|auteur|redactor)(?:\\s*:\\s*|\\s+)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What may follow a name on its line. */
    private static final Pattern REST = Pattern.compile(
            "\\s*(?:[|•·–—/(\\[]|\\s-\\s|,\\s|\\d|\\bon\\b|\\ble\\b|\\bstand\\b|\\bam\\b|\\bin\\b|\\bvom\\b|\\bfor\\b|https?:).*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:;|,\\s(?=\\p{Lu})|\\s(?:and|und|et|y|e|og|och|en|&)\\s(?=\\p{Lu}))\\s*");
    private static final Pattern NO_NAME = Pattern.compile(
            "(?i)https?:|www\\.|@|^(?:admin|administrator|editor|webmaster|root|guest|user|unknown|none|null|undefined|author|link|redaktion|subscribe|follow|share|profile|read more|archiv anzeigen.*|published.*|publicado.*)$");
    /** What links to a writer's other stories say before the name. */
    private static final Pattern ALL_OF = Pattern.compile(
            "^(?:view all posts by|show all articles of|all posts by|more by|more from|posts by|zeige alle beiträge von|alle beiträge von|alle artikel von|ein artikel von|ver todas las entradas de|voir tous les articles de)\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Bylines() {}

    /**
     * @param head the blocks about the headline and before the text
     * @param site what the site is called; null if that is not known
     */
    static List<String> of(JsonLd data, Facts facts, List<Block> head, @Nullable String site) {
        List<String> all = new ArrayList<>(names(data.authors(), site));
        if (all.isEmpty()) {
            all.addAll(names(facts.authors(), site));
        }
        for (String meta : List.of(
                "author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "dcterms.creator",
                "byl",
                "citation_author",
                "article:author",
                "og:article:author",
                "article.author",
                "cxenseparse:author",
                "authors")) {
            if (all.isEmpty()) {
                all.addAll(names(facts.metas(meta), site));
            }
        }
        if (all.isEmpty()) {
            all.addAll(names(visible(head), site));
        }
        return all.isEmpty() && !data.authors().isEmpty() ? data.authors() : all;
    }

    private static List<String> visible(List<Block> head) {
        for (Block block : head) {
            Matcher by = BY.matcher(block.text);
            if (block.size < LONGEST * 2
                    && by.find()
                    && block.kind != Block.Kind.HEADING
                    && isName(block.text.substring(by.end()))) {
                return List.of(block.text);
            }
        }
        for (Block block : head) {
            if (Sign.BYLINE.in(block.signs | parentSigns(block)) && block.size < LONGEST && isName(block.text)) {
                return List.of(block.text);
            }
        }
        return List.of();
    }

    private static int parentSigns(Block block) {
        return block.box.parent == null ? 0 : block.box.parent.signs;
    }

    private static boolean isName(String text) {
        String name = REST.matcher(text).replaceFirst("");
        int words = 0;
        for (String word : name.strip().split("\\s+", 8)) {
            if (word.isEmpty() || (word.length() > 3 && !Character.isUpperCase(word.charAt(0)))) {
                return false;
            }
            words++;
        }
        return words >= 2 && words <= 6;
    }

    private static List<String> names(List<String> texts, @Nullable String site) {
        Map<String, String> names = new LinkedHashMap<>();
        for (String text : texts) {
            String line = text.substring(0, Math.min(text.length(), LINE)).strip();
            for (String part : BETWEEN.split(line, 12)) {
                String name = name(part);
                String bare = Text.bare(name);
                if (!bare.isEmpty()
                        && name.length() < LONGEST
                        && !NO_NAME.matcher(name).find()) {
                    names.putIfAbsent(bare, name);
                }
            }
        }
        String own = site == null ? "" : Text.bare(site);
        names.keySet().removeIf(name -> !own.isEmpty() && (own.startsWith(name) || name.startsWith(own)));
        return List.copyOf(names.values());
    }

    private static String name(String text) {
        String name = ALL_OF.matcher(text.strip()).replaceFirst("");
        Matcher by = BY.matcher(name);
        if (by.find()) {
            name = name.substring(by.end());
        }
        return REST.matcher(name).replaceFirst("").strip();
    }
}
