package dateline.launcher.replay;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import wire.Article;
import wire.Changes;

/** A change on one line, for people or for programs. */
public final class ChangeText {
    private static final int LONGEST = 70;

    private ChangeText() {}

    /** As {@code changed  lantern:1  Bus freed  headline  paragraphs +1 -2  tags +country:CN  topics -wire.region.asia}. */
    public static String of(Change change) {
        Changes changes = change.changes();
        var parts = new ArrayList<String>();
        parts.add("%-13s".formatted(name(change)));
        parts.add(change.id());
        parts.add(cut(change.fresh().getHeadline()));
        if (changes.getHeadline() != null) {
            parts.add("headline was: " + cut(changes.getHeadline()));
        }
        if (!changes.getParagraphsNew().isEmpty()
                || !changes.getParagraphsGone().isEmpty()) {
            parts.add("paragraphs +%d -%d"
                    .formatted(
                            changes.getParagraphsNew().size(),
                            changes.getParagraphsGone().size()));
        }
        parts.add(list("tags", changes.getTagsAdded(), changes.getTagsLost()));
        parts.add(list("topics", change.entered(), change.left()));
        if (!change.fields().isEmpty()) {
            parts.add("in " + String.join(", ", change.fields()));
        }
        return parts.stream().filter(part -> !part.isEmpty()).collect(joining("  "));
    }

    /** The same as JSON, without the line's end. */
    public static String json(Change change) {
        Article fresh = change.fresh();
        Changes changes = change.changes();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", change.id());
        json.put("change", name(change).replace(' ', '_'));
        json.put("version", fresh.getVersion());
        json.put("landed", fresh.getLanded().toString());
        json.put("headline", fresh.getHeadline());
        json.put("headline_before", changes.getHeadline());
        ArrayNode added = json.putArray("paragraphs_new");
        changes.getParagraphsNew().forEach(added::add);
        ArrayNode gone = json.putArray("paragraphs_gone");
        changes.getParagraphsGone().forEach(gone::add);
        names(json, "tags_added", changes.getTagsAdded());
        names(json, "tags_lost", changes.getTagsLost());
        names(json, "topics_entered", change.entered());
        names(json, "topics_left", change.left());
        names(json, "fields", change.fields());
        json.put("swapped", change.isSwapped());
        return json.toString();
    }

    private static String name(Change change) {
        return change.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String list(String what, Collection<String> more, Collection<String> less) {
        List<String> all = new ArrayList<>();
        more.forEach(one -> all.add("+" + one));
        less.forEach(one -> all.add("-" + one));
        return all.isEmpty() ? "" : what + " " + String.join(" ", all);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).strip() + "…";
    }

    private static void names(ObjectNode json, String field, Collection<String> names) {
        ArrayNode array = json.putArray(field);
        names.forEach(array::add);
    }
}
