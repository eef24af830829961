package dateline.enrich.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a page's headline: the heading that other places repeat, else what they say without the site's name. */
final class Headline {
    /** What parts a title from the name of the site. */
    private static final List<String> BARS =
            List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " « ", " · ", " • ", " / ");

    private Headline() {}

    /** @param heading the heading that says what the title says; null if none does */
    static String of(@Nullable Block heading, JsonLd data, Facts facts, @Nullable String site, List<Block> blocks) {
        if (heading != null && heading.box.name.equals("h1")) {
            return heading.text;
        }
        String og = facts.meta("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title");
        for (String said : new String[] {data.headline(), og}) {
            if (said != null && !said.isBlank()) {
                return withoutSite(said, site);
            }
        }
        if (heading != null) {
            return heading.text;
        }
        for (Block block : blocks) {
            if (block.box.name.equals("h1") && block.size > 8) {
                return block.text;
            }
        }
        String title = facts.title();
        return title == null ? "" : withoutSite(title, site);
    }

    /** A title without the name of the site at either end; the longer part if that is not known. */
    static String withoutSite(String title, @Nullable String site) {
        String name = site == null ? "" : Text.bare(site);
        for (String bar : BARS) {
            int last = title.lastIndexOf(bar);
            int first = title.indexOf(bar);
            if (last < 0) {
                continue;
            }
            String end = Text.bare(title.substring(last + bar.length()));
            String start = Text.bare(title.substring(0, first));
            boolean named = !name.isEmpty() && (end.contains(name) || name.contains(end));
            if (named || (bar.equals(" | ") && end.length() < 30 && last > 20)) {
                return withoutSite(title.substring(0, last).strip(), site);
            }
            if (!name.isEmpty() && start.equals(name)) {
                return title.substring(first + bar.length()).strip();
            }
        }
        return title.strip();
    }
}
