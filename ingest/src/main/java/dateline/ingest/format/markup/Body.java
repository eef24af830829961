package dateline.ingest.format.markup;

import org.jspecify.annotations.Nullable;

/**
 * A story's text in both its forms.
 *
 * @param html the safe markup; null where the copy had none
 * @param text the plain form, a paragraph a line; empty where there is no text
 */
public record Body(@Nullable String html, String text) {
    public static final Body EMPTY = new Body(null, "");

    public boolean isEmpty() {
        return text.isEmpty() && html == null;
    }
}
