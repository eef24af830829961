package dateline.enrich.page;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/** Finds the element that holds the story, by where its paragraphs are, and takes the story out of it. */
final class Body {
    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "noscript",
            "nav",
            "aside",
            "footer",
            "form",
            "button",
            "iframe",
            "svg",
            "select",
            "template",
            "figure",
            "figcaption",
            "input",
            "textarea",
            "head",
            "dialog",
            "menu");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "blockquote",
            "pre",
            "td",
            "th",
            "dd",
            "dt",
            "div",
            "section",
            "article",
            "main",
            "body",
            "ul",
            "ol",
            "table",
            "tr",
            "h1",
            "header",
            "tbody",
            "br",
            "address",
            "center");
    private static final Pattern AROUND = Pattern.compile(
            "comment|share|social|related|recommend|promo|newsletter|subscri|sidebar|breadcrumb|cookie|consent|advert|sponsor|footer|navigation|\\bnav\\b|menu|teaser|most-?read|trending|author-?bio|tag-?list|paywall|popup|modal|widget|disclaimer|read-?more|outbrain|taboola",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final int SENTENCE = 25;
    private static final double LINKS = 0.5;

    private final Document page;
    private final String headline;
    /** What is known of each element: a page may hold many paragraphs in one that takes long to look at. */
    private final Map<Element, Boolean> dropped = new HashMap<>();

    Body(Document page, String headline) {
        this.page = page;
        this.headline = headline;
    }

    /** Paragraphs, a line each. A page that has text never comes out empty. */
    String text() {
        Element best = best();
        String story = best == null ? "" : text(best);
        return story.isEmpty() ? String.join("\n", lines(page.body(), false)) : story;
    }

    private String text(Element container) {
        return String.join("\n", lines(container, true));
    }

    /** Each paragraph speaks for its parent, and half as loud for the parent above; long ones and commas speak louder. */
    private @Nullable Element best() {
        Element told = page.selectFirst("[itemprop=articleBody]");
        if (told != null && told.text().length() > 10 * SENTENCE) {
            return told;
        }
        Map<Element, Double> votes = new HashMap<>();
        for (Element paragraph :
                page.select("p, pre, blockquote, div:not(:has(> p, > div, > section, > article, > ul, > table))")) {
            String text = paragraph.text();
            if (text.length() < SENTENCE || isAround(paragraph)) {
                continue;
            }
            double vote = (1
                            + Math.min(3, text.length() / 100.0)
                            + text.chars()
                                    .filter(c -> c == ',' || c == '،' || c == '、' || c == '，')
                                    .count())
                    * (1 - linkDensity(paragraph, text));
            Element parent = paragraph.parent();
            if (parent != null) {
                votes.merge(parent, vote, Double::sum);
                Element above = parent.parent();
                if (above != null && !above.normalName().equals("html")) {
                    votes.merge(above, vote / 2, Double::sum);
                }
            }
        }
        return votes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private boolean isAround(Element element) {
        int depth = 0;
        for (Element e = element; e != null && depth < 12; e = e.parent(), depth++) {
            if (dropped(e)) {
                return true;
            }
        }
        return false;
    }

    private boolean dropped(Element element) {
        return dropped.computeIfAbsent(element, Body::isOfThePage);
    }

    /** Whether it belongs to the page around the story. */
    private static boolean isOfThePage(Element element) {
        String name = element.normalName();
        if (NEVER.contains(name)) {
            return true;
        }
        if (name.equals("body") || name.equals("html") || name.equals("article") || name.equals("main")) {
            return false;
        }
        String hints = element.className() + ' ' + element.id();
        return (hints.length() > 1 && AROUND.matcher(hints).find())
                || element.hasAttr("hidden")
                || element.attr("style").replace(" ", "").contains("display:none");
    }

    private static double linkDensity(Element element, String text) {
        int linked = 0;
        for (Element link : element.getElementsByTag("a")) {
            linked += link.text().length();
        }
        return text.isEmpty() ? 0 : Math.min(1, linked / (double) text.length());
    }

    /** @param choosy whether to leave out what stands around a story */
    private Set<String> lines(Element container, boolean choosy) {
        Set<String> lines = new LinkedHashSet<>();
        var line = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        if (node instanceof TextNode text) {
                            line.append(text.getWholeText());
                        } else if (node instanceof Element element && depth > 0) {
                            if (choosy ? dropped(element) || isLinks(element) : NEVER.contains(element.normalName())) {
                                return FilterResult.SKIP_ENTIRELY;
                            }
                            if (BLOCKS.contains(element.normalName())) {
                                flush();
                            }
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                            flush();
                        }
                        return FilterResult.CONTINUE;
                    }

                    private void flush() {
                        if (line.isEmpty()) {
                            return;
                        }
                        String text = SPACES.matcher(line).replaceAll(" ").strip();
                        line.setLength(0);
                        if (!text.isEmpty() && !(choosy && same(text, headline))) {
                            lines.add(text);
                        }
                    }
                },
                container);
        String rest = line.toString().strip();
        if (!rest.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** Lists and boxes that are mostly links lead away from the story. */
    private static boolean isLinks(Element element) {
        return switch (element.normalName()) {
            case "ul", "ol", "div", "section", "table", "p" -> {
                String text = element.text();
                yield !text.isEmpty() && text.length() < 2000 && linkDensity(element, text) > LINKS;
            }
            default -> false;
        };
    }

    private static boolean same(String a, String b) {
        return a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT));
    }
}
