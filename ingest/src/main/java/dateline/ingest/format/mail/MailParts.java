package dateline.ingest.format.mail;

import dateline.ingest.format.text.Charsets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.MimeUtil;
import wire.MediaRef;

/**
 * The parts of a message that matter.
 *
 * @param text all text parts, one after the other
 * @param html all HTML parts, one after the other
 * @param media what is attached, by file name
 */
record MailParts(String text, String html, List<MediaRef> media, List<String> notes) {
    private static final int DEEPEST = 20;
    private static final int MOST = 500;

    /** The largest text read, in bytes: beside it a message may have attachments of any size. */
    private static final int LARGEST_TEXT = 4 * 1024 * 1024;

    static MailParts of(Message message) {
        var parts = new Gathered();
        parts.gather(message, 0);
        return new MailParts(
                parts.text.toString(), parts.html.toString(), List.copyOf(parts.media), List.copyOf(parts.notes));
    }

    private static final class Gathered {
        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private final List<MediaRef> media = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int count;

        void gather(Entity entity, int depth) {
            if (depth > DEEPEST || ++count > MOST) {
                notes.add("parts nested too deep or too many were left out");
                return;
            }
            switch (entity.getBody()) {
                // A report is told to people in its first part; the rest is for machines, or the message it is about
                // (RFC 6522).
                case Multipart multipart ->
                    multipart.getBodyParts().stream()
                            .limit("report".equalsIgnoreCase(multipart.getSubType()) ? 1 : MOST)
                            .forEach(part -> gather(part, depth + 1));
                case Message forwarded -> gather(forwarded, depth + 1);
                case SingleBody body -> single(entity, body);
                case null, default -> {
                    // no body at all
                }
            }
        }

        private void single(Entity entity, SingleBody body) {
            String type = String.valueOf(entity.getMimeType()).toLowerCase(Locale.ROOT);
            boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
            byte[] bytes = bytes(body);
            if (attached || !(type.equals("text/plain") || type.equals("text/html"))) {
                String name = entity.getFilename();
                if (name != null) {
                    media.add(MediaRef.newBuilder()
                            .setHref(name)
                            .setType(type)
                            .setRole("attachment")
                            .setSize((long) bytes.length)
                            .build());
                }
                return;
            }
            if (bytes.length > LARGEST_TEXT) {
                notes.add(
                        "a text of %,d bytes was left out; at most %,d are read".formatted(bytes.length, LARGEST_TEXT));
                return;
            }
            Field field = entity.getHeader().getField("content-type");
            String said = field == null ? null : MimeUtil.unfold(field.getBody());
            boolean declared = said != null && said.toLowerCase(Locale.ROOT).contains("charset");
            Charsets.Decoded decoded =
                    Charsets.decode(bytes, declared ? type + "; charset=" + entity.getCharset() : null);
            notes.addAll(decoded.notes());
            boolean markup = type.equals("text/html");
            StringBuilder into = markup ? html : text;
            into.append(into.isEmpty() ? "" : "\n")
                    .append(markup ? decoded.text() : Flowed.unfolded(decoded.text(), said));
        }

        private byte[] bytes(SingleBody body) {
            var out = new ByteArrayOutputStream();
            try {
                body.writeTo(out);
            } catch (IOException e) {
                notes.add("a part could not be decoded and was cut");
            }
            return out.toByteArray();
        }
    }
}
