package dateline.ingest.format.plain;

import dateline.ingest.format.copy.Datelines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.xml.Element;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copy filled into a form, a line for each field: "Headline: …", "Slug: …", "Byline: …", then the story.
 *
 * @param values what stands in each field that is filled
 * @param story the lines of the story
 */
public record Form(Map<Form.Field, String> values, List<String> story) {
    /** Fewer fields than this may be chance: stories have lines with colons too. */
    private static final int FEWEST = 3;

    /** A field that goes on over more lines than a story's first paragraph holds is none, in characters. */
    private static final int LONGEST_VALUE = 2_000;

    private static final Pattern LINE = Pattern.compile("\\s*([\\p{L}][\\p{L}' -]{1,24}?)\\s*:(?!//)\\s*(.*)");
    private static final Map<String, Field> NAMES = names();

    /** What forms ask for. */
    public enum Field {
        HEADLINE,
        SLUGLINE,
        BYLINE,
        DATELINE,
        URGENCY,
        EDNOTE,
        EMBARGO,
        KEYWORDS,
        CREDIT,
        COPYRIGHT,
        CATEGORY,
        PLACE,
        PUBLISHED,
        LANGUAGE,
        STORY
    }

    /** The form that a text is; null where it opens with none, or has no headline in it. */
    public static @Nullable Form of(String text) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        var story = new ArrayList<String>();
        Field open = null;
        for (String line : text.split("\\R", -1)) {
            Field named = story.isEmpty() ? field(line) : null;
            if (named == Field.STORY) {
                story.add(value(line));
            } else if (named != null) {
                open = named;
                values.merge(named, value(line), (before, more) -> before.isEmpty() ? more : before);
            } else if (!story.isEmpty()) {
                story.add(line);
            } else if (line.isBlank()) {
                open = null;
            } else if (open != null && values.getOrDefault(open, "").length() < LONGEST_VALUE) {
                values.merge(open, Element.fold(line), (before, more) -> (before + " " + more).strip());
            } else if (values.isEmpty()) {
                return null;
            } else {
                story.add(line);
            }
        }
        return values.size() < FEWEST || values.getOrDefault(Field.HEADLINE, "").isEmpty()
                ? null
                : new Form(values, List.copyOf(story));
    }

    /** Puts the fields, but not the story, into a draft. */
    public void fill(Draft draft) {
        values.forEach((field, value) -> {
            switch (field) {
                case HEADLINE -> draft.headline(value);
                case SLUGLINE -> draft.slugline(value);
                case BYLINE -> draft.byline(value);
                case DATELINE -> draft.dateline(value, Datelines.place(value));
                case URGENCY -> draft.urgency(value.isEmpty() ? null : value.substring(0, 1));
                case EDNOTE -> draft.ednote(value);
                case EMBARGO -> draft.embargo(value.matches("(?i)|no|none|n/a") ? null : value);
                case KEYWORDS -> {
                    for (String keyword : value.split("[,;]", -1)) {
                        draft.keyword(keyword);
                    }
                }
                case CREDIT -> draft.credit(value);
                case COPYRIGHT -> draft.copyright(value);
                case CATEGORY -> draft.subject(null, value);
                case PLACE -> draft.place(value);
                case PUBLISHED -> draft.published(value);
                case LANGUAGE -> draft.language(value);
                case STORY -> {
                    // stands in its own component
                }
            }
        });
    }

    private static @Nullable Field field(String line) {
        Matcher matcher = LINE.matcher(line);
        return line.length() < 2_000 && matcher.matches()
                ? NAMES.get(matcher.group(1).toLowerCase(Locale.ROOT))
                : null;
    }

    private static String value(String line) {
        return Element.fold(line.substring(line.indexOf(':') + 1));
    }

    private static Map<String, Field> names() {
        Map<Field, String> said = new EnumMap<>(Map.ofEntries(
                Map.entry(Field.HEADLINE, "headline,head line,title,head,hed,titel,überschrift,titre"),
                Map.entry(Field.SLUGLINE, "slug,slugline,slug line"),
                Map.entry(Field.BYLINE, "byline,by line,by,author,reporter,autor"),
                Map.entry(Field.DATELINE, "dateline"),
                Map.entry(Field.URGENCY, "urgency,priority,news value"),
                Map.entry(
                        Field.EDNOTE,
                        "ednote,ed note,eds,editor's note,editors note,editorial note,note to editors,notes to editors"),
                Map.entry(Field.EMBARGO, "embargo,embargoed,embargoed until,sperrfrist"),
                Map.entry(Field.KEYWORDS, "keywords,keyword,tags"),
                Map.entry(Field.CREDIT, "credit,source,quelle"),
                Map.entry(Field.COPYRIGHT, "copyright"),
                Map.entry(Field.CATEGORY, "category,section,desk,ressort"),
                Map.entry(Field.PLACE, "place,location,city,ort"),
                Map.entry(Field.PUBLISHED, "date,published,publication date,datum"),
                Map.entry(Field.LANGUAGE, "language,sprache"),
                Map.entry(Field.STORY, "story,body,body text,text,copy,article,content")));
        var names = new HashMap<String, Field>();
        said.forEach((field, list) -> List.of(list.split(",", -1)).forEach(name -> names.put(name, field)));
        return Map.copyOf(names);
    }
}
