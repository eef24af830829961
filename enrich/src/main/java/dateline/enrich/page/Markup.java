package dateline.enrich.page;

import dateline.enrich.page.Block.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A page as one walk over its document finds it: the elements that set text apart with what is known of each, the blocks of
 * text in order, and what the page says of itself. All that is decided later is decided from these.
 */
final class Markup {
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr");
    private static final Set<String> WITHOUT_TEXT = Set.of(
            "style",
            "template",
            "svg",
            "select",
            "textarea",
            "input",
            "button",
            "iframe",
            "object",
            "embed",
            "canvas",
            "video",
            "audio",
            "map",
            "datalist",
            "amp-ad",
            "amp-analytics",
            "rt",
            "rp");
    /** Elements that hold no part of a story, unless they hold most of the page's text. */
    private static final Set<String> APART = Set.of(
            "nav",
            "aside",
            "footer",
            "form",
            "dialog",
            "menu",
            "figure",
            "figcaption",
            "noscript",
            "fieldset",
            "caption",
            "amp-sidebar",
            "amp-consent");

    private static final Set<String> APART_ROLES = Set.of(
            "navigation",
            "complementary",
            "contentinfo",
            "search",
            "dialog",
            "alert",
            "menu",
            "toolbar",
            "alertdialog");
    /** Attributes that name what an element is, beside class and id. */
    private static final Set<String> NAMING =
            Set.of("class", "id", "itemprop", "data-component", "data-testid", "data-type", "data-module");

    /** Classes that hide, where they stand alone: as part of a name ("label-hidden") they are about something else. */
    private static final Pattern HIDDEN =
            Pattern.compile("(?:^| )(?:hidden|hide|d-none|is-hidden|u-hidden|invisible)(?: |$)");

    final List<Box> boxes = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final Facts facts = new Facts();

    private final Map<String, Integer> signs = new HashMap<>();
    private final StringBuilder run = new StringBuilder();
    private int size;
    private int linked;
    private int bold;
    private int marks;
    private boolean gap;

    private Box here;
    private Kind kind = Kind.PARAGRAPH;
    private int inLink;
    private int inBold;
    /** What the inline elements say that are open now, and how many of them hold all of the run so far. */
    private int[] inline = new int[16];

    private int open;
    private int around;
    private int aroundSigns;

    Markup(Document page) {
        here = new Box(null, "html", "", 0, false, 0);
        boxes.add(here);
        children(page);
        flush();
        here.end = blocks.size();
    }

    private void children(Element element) {
        for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
            if (node instanceof TextNode text) {
                text(text.getWholeText());
            } else if (node instanceof Element child) {
                element(child);
            }
        }
    }

    private void element(Element element) {
        String name = element.normalName();
        switch (name) {
            case "meta" -> facts.meta(element);
            case "link" -> facts.link(element);
            case "script" -> facts.script(element);
            case "title" -> facts.title(element);
            case "br", "hr" -> flush();
            case "img", "amp-img" -> facts.image(element.absUrl("src"), blocks.size());
            case "html" -> {
                facts.root(element);
                children(element);
            }
            case "head" -> children(element);
            default -> {
                if (INLINE.contains(name)) {
                    inline(element, name);
                } else if (!WITHOUT_TEXT.contains(name)) {
                    box(element, name);
                }
            }
        }
    }

    private void inline(Element element, String name) {
        boolean link = name.equals("a") && element.hasAttr("href");
        boolean strong = name.equals("b") || name.equals("strong");
        if (name.equals("time")) {
            facts.time(element, blocks.size());
        } else if ((link && element.attr("rel").contains("author"))
                || element.attr("itemprop").equals("author")) {
            facts.author(element);
        }
        if (isHidden(element)) {
            return;
        }
        if (open == inline.length) {
            inline = Arrays.copyOf(inline, 2 * open);
        }
        inline[open++] = signs(names(element));
        inLink += link ? 1 : 0;
        inBold += strong ? 1 : 0;
        children(element);
        inLink -= link ? 1 : 0;
        inBold -= strong ? 1 : 0;
        open--;
    }

    private void box(Element element, String name) {
        flush();
        String names = names(element);
        Box box = new Box(here, name, names, signs(names), isApart(element, name), blocks.size());
        boxes.add(box);
        Box outer = here;
        Kind outerKind = kind;
        int outerOpen = open;
        here = box;
        kind = kind(name);
        open = 0;
        if (element.hasAttr("itemprop")) {
            property(element);
        }
        children(element);
        flush();
        box.end = blocks.size();
        here = outer;
        kind = outerKind;
        open = outerOpen;
        outer.size += box.size;
        outer.linked += box.linked;
        outer.teasers += box.teasers;
        outer.links += box.links;
        if (box.name.equals("article") && box.size > 100) {
            box.articles = 1;
        }
        outer.articles += box.articles;
        outer.quoted += box.quoted;
        outer.tabled += box.tabled;
    }

    private void property(Element element) {
        String property = element.attr("itemprop");
        if (property.equals("author")) {
            facts.author(element);
        } else if (property.startsWith("date")) {
            facts.time(element, blocks.size());
        }
    }

    private Kind kind(String name) {
        return switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> Kind.HEADING;
            case "li", "dd", "dt" -> Kind.ITEM;
            case "blockquote" -> Kind.QUOTE;
            case "td", "th" -> Kind.CELL;
            case "p", "pre", "div", "section", "article", "main" -> kind == Kind.CELL ? Kind.PARAGRAPH : kind;
            default -> kind;
        };
    }

    private static String names(Element element) {
        if (element.attributesSize() == 0) {
            return "";
        }
        boolean heading =
                element.normalName().length() == 2 && element.normalName().charAt(0) == 'h';
        String names = "";
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            // the id of a heading is made of its words
            if (NAMING.contains(key) && !attribute.getValue().isEmpty() && !(heading && key.equals("id"))) {
                names = names.isEmpty() ? attribute.getValue() : names + ' ' + attribute.getValue();
            }
        }
        return names;
    }

    private int signs(String names) {
        return names.isEmpty()
                ? 0
                : signs.computeIfAbsent(
                        names, n -> Signs.of(n) | (HIDDEN.matcher(n).find() ? Sign.HIDDEN.bit() : 0));
    }

    private static boolean isApart(Element element, String name) {
        return APART.contains(name)
                || (element.attributesSize() > 0
                        && (APART_ROLES.contains(element.attr("role"))
                                || element.attr("aria-hidden").equals("true")
                                || isHidden(element)));
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        return !style.isEmpty() && style.replace(" ", "").contains("display:none");
    }

    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == '\u00a0' || Character.isWhitespace(c)) {
                gap = true;
            } else if (c != '\u00ad' && (c < '\u200b' || c > '\u200f' || c == '\u200d') && c != '\ufeff') {
                append(c);
            }
        }
    }

    private void append(char c) {
        if (run.isEmpty()) {
            around = open;
            aroundSigns = 0;
            for (int i = 0; i < open; i++) {
                aroundSigns |= inline[i];
            }
        } else {
            if (open < around) {
                around = open;
                aroundSigns = 0;
                for (int i = 0; i < open; i++) {
                    aroundSigns |= inline[i];
                }
            }
            if (gap) {
                run.append(' ');
                size++;
                linked += inLink > 0 ? 1 : 0;
                bold += inBold > 0 ? 1 : 0;
            }
        }
        gap = false;
        run.append(c);
        int more = Text.size(c);
        size += more;
        linked += inLink > 0 ? more : 0;
        bold += inBold > 0 ? more : 0;
        marks += Text.isMark(c) ? 1 : 0;
    }

    private void flush() {
        gap = false;
        if (run.isEmpty()) {
            return;
        }
        if (kind == Kind.HEADING && here.name.equals("h1")) {
            for (Box box = here; box != null; box = box.parent) {
                box.titles++;
            }
        }
        Block block = new Block(
                blocks.size(), here, kind, run.toString(), size, linked, bold, marks, here.signs | aroundSigns);
        blocks.add(block);
        here.size += size;
        here.linked += linked;
        here.quoted += kind == Kind.QUOTE || Sign.QUOTE.in(block.signs) ? size : 0;
        here.tabled += kind == Kind.CELL ? size : 0;
        if (linked * 2 > size) {
            here.links++;
            here.teasers += kind == Kind.HEADING ? 1 : 0;
        }
        run.setLength(0);
        size = 0;
        linked = 0;
        bold = 0;
        marks = 0;
    }
}
