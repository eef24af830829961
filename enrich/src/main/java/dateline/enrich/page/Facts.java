package dateline.enrich.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself outside its text, as it stands in the markup: meta elements, links, scripts of data, times. */
final class Facts {
    /** More of a kind than any honest page has. */
    private static final int MOST = 50;
    /** Longer than anything said in one field, in characters; more is cut. */
    private static final int LONGEST = 2_000;

    private final Map<String, List<String>> metas = new HashMap<>();
    private final List<String> data = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private final List<Image> images = new ArrayList<>();
    private @Nullable String picture;
    private final List<String> authors = new ArrayList<>();
    private @Nullable String title;
    private @Nullable String canonical;
    private @Nullable String language;

    /**
     * A {@code time} element.
     *
     * @param value of its datetime attribute, else its text
     * @param names its itemprop, class and pubdate
     * @param block the block that it stands in or before
     */
    record Moment(String value, String names, int block) {}

    /** A picture in the page, and the block that it stands in or before. */
    private record Image(String address, int block) {}

    void root(Element html) {
        language = blankless(html.attr("lang"));
        if (language == null) {
            language = blankless(html.attr("xml:lang"));
        }
    }

    void title(Element element) {
        if (title == null) {
            title = blankless(cut(element.text()));
        }
    }

    void meta(Element element) {
        String content = cut(element.attr("content").strip());
        if (content.isEmpty()) {
            return;
        }
        for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
            String name = element.attr(attribute).strip();
            if (!name.isEmpty()) {
                List<String> all = metas.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>(1));
                if (all.size() < MOST) {
                    all.add(content);
                }
            }
        }
    }

    void link(Element element) {
        String rel = element.attr("rel");
        if (canonical == null && rel.equalsIgnoreCase("canonical")) {
            String absolute = element.absUrl("href");
            canonical = blankless(absolute.isEmpty() ? element.attr("href") : absolute);
        } else if (rel.equalsIgnoreCase("image_src")) {
            picture = blankless(element.absUrl("href"));
        }
    }

    void script(Element element) {
        if (data.size() < MOST && element.attr("type").strip().equalsIgnoreCase("application/ld+json")) {
            data.add(element.data());
        }
    }

    void time(Element element, int block) {
        if (moments.size() < MOST) {
            String value = element.attr("datetime").isBlank() ? element.attr("content") : element.attr("datetime");
            String names = element.attr("itemprop")
                    + ' '
                    + element.className()
                    + (element.hasAttr("pubdate") ? " pubdate" : "");
            moments.add(new Moment(value.isBlank() ? element.text() : value, names, block));
        }
    }

    /** An element that names an author, or holds one that does. */
    void author(Element element) {
        if (authors.size() < MOST) {
            Element name = element.selectFirst("[itemprop=name]");
            String text = name == null ? element.text() : name.hasAttr("content") ? name.attr("content") : name.text();
            if (!text.isBlank()) {
                authors.add(cut(text.strip()));
            }
        }
    }

    void image(String address, int block) {
        if (images.size() < MOST && !address.isBlank() && !address.startsWith("data:")) {
            images.add(new Image(address, block));
        }
    }

    /** The first that is said under one of these names, in the order of the names; null if none is. */
    @Nullable
    String meta(String... names) {
        for (String name : names) {
            List<String> all = metas.get(name);
            if (all != null) {
                return all.getFirst();
            }
        }
        return null;
    }

    /** All that is said under a name. */
    List<String> metas(String name) {
        return metas.getOrDefault(name, List.of());
    }

    List<String> data() {
        return data;
    }

    List<Moment> moments() {
        return moments;
    }

    /** The first picture that stands at or after this block, else the one that the page names; null if there is none. */
    @Nullable
    String image(int from) {
        for (Image image : images) {
            if (image.block >= from) {
                return image.address;
            }
        }
        return picture;
    }

    List<String> authors() {
        return authors;
    }

    @Nullable
    String title() {
        return title;
    }

    @Nullable
    String canonical() {
        return canonical;
    }

    @Nullable
    String language() {
        return language;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static @Nullable String blankless(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
