package dateline.ingest.format.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page's meta elements say, from one walk: of each name the first that says anything. */
final class Metas {
    private static final Set<String> TAGS = Set.of("article:tag", "article:section");

    private final Map<String, String> contents = new HashMap<>();
    private final List<String> tags = new ArrayList<>();

    Metas(Document page) {
        for (Element meta : page.getElementsByTag("meta")) {
            String content = meta.attr("content");
            if (TAGS.contains(meta.attr("property"))) {
                tags.add(content);
            }
            if (!content.isBlank()) {
                for (String attribute : new String[] {"property", "name", "http-equiv"}) {
                    contents.putIfAbsent(meta.attr(attribute).toLowerCase(Locale.ROOT), content);
                }
            }
        }
    }

    /** The article's tags and sections, in the page's order. */
    List<String> tags() {
        return tags;
    }

    /** @param name in lower case */
    @Nullable
    String of(String name) {
        return contents.get(name);
    }
}
