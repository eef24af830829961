package dateline.ingest.format.mail;

import dateline.ingest.format.DocumentSize;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Embargoes;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Kills;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.plain.PlainTextFormat;
import dateline.ingest.format.text.Opening;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;
import wire.RawItem;
import wire.Status;

/** RFC 5322 mail with MIME (RFC 2045 to 2049), and mailboxes of it (RFC 4155). */
public final class MailFormat implements WireFormat {
    private static final Pattern FIELD = Pattern.compile("^[!-9;-~]{1,70}:[ \\t]?.*");
    private static final Pattern TELLING = Pattern.compile(
            "(?im)^(?:message-id|mime-version|received|return-path|delivered-to|from|subject|date|to|x-[a-z0-9-]+):");
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^From [^\\n]{3,200}\\d{4}[^\\n]{0,10}\\r?\\n");

    private static final int MOST_PARTS = 5_000;

    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxLineLen(1_000_000)
            .setMaxHeaderCount(1_000)
            .setMaxHeaderLen(100_000)
            .setMaxContentLen(DocumentSize.LARGEST)
            .setMalformedHeaderStartsBody(false)
            .build();

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean recognises(RawItem raw) {
        String text = Opening.of(raw.getBytes()).text();
        if (text.startsWith("From ") && SEPARATOR.matcher(text).lookingAt()) {
            return true;
        }
        int blank = text.indexOf("\n\n");
        int other = text.indexOf("\r\n\r\n");
        int end = blank < 0 ? other : other < 0 ? blank : Math.min(blank, other);
        String head = end < 0 ? text : text.substring(0, end);
        if (!FIELD.matcher(head.lines().findFirst().orElse("")).matches()) {
            return false;
        }
        long telling = TELLING.matcher(head).results().limit(4).count();
        return telling >= 3
                && head.lines()
                        .allMatch(line -> line.startsWith(" ")
                                || line.startsWith("\t")
                                || FIELD.matcher(line).matches());
    }

    @Override
    public Reading read(RawItem raw) {
        byte[] bytes = new byte[raw.getBytes().remaining()];
        raw.getBytes().duplicate().get(bytes);
        var harvest = new Harvest();
        for (byte[] message : messages(bytes)) {
            if (boundaries(message) > MOST_PARTS) {
                harvest.defect(Defect.TOO_LARGE, "a message of more than %d parts".formatted(MOST_PARTS));
                continue;
            }
            try {
                harvest.add(draft(raw, parsed(message)));
            } catch (MimeException | IOException | IllegalArgumentException e) {
                harvest.defect(Defect.MALFORMED, "a message that breaks the rules of MIME beyond repair");
            }
        }
        return harvest.reading("an empty mailbox");
    }

    private static Message parsed(byte[] bytes) throws MimeException, IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(BOUNDS);
        builder.setDecodeMonitor(DecodeMonitor.SILENT);
        return builder.parseMessage(new ByteArrayInputStream(bytes));
    }

    /** Lines that may part a message; counted before it is taken apart, because every part costs memory. */
    private static int boundaries(byte[] bytes) {
        int count = 0;
        for (int i = 2; i < bytes.length; i++) {
            count += bytes[i] == '-' && bytes[i - 1] == '-' && bytes[i - 2] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The messages of a mailbox, or the one that there is. */
    private static List<byte[]> messages(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1).stripLeading();
        Matcher separator = SEPARATOR.matcher(text);
        if (!separator.lookingAt()) {
            return List.of(text.getBytes(StandardCharsets.ISO_8859_1));
        }
        var messages = new ArrayList<byte[]>();
        int from = separator.end();
        while (separator.find(from)) {
            messages.add(message(text, from, separator.start()));
            from = separator.end();
        }
        messages.add(message(text, from, text.length()));
        return messages;
    }

    private static byte[] message(String mailbox, int from, int to) {
        return mailbox.substring(from, to).replace("\n>From ", "\nFrom ").getBytes(StandardCharsets.ISO_8859_1);
    }

    private Draft draft(RawItem raw, Message message) {
        Mailbox from = sender(message.getFrom());
        String subject = message.getSubject();
        Instant date = message.getDate() == null ? null : message.getDate().toInstant();
        Draft draft = new Draft(raw, name())
                .id(
                        message.getMessageId() == null
                                ? null
                                : message.getMessageId().replaceAll("^<|>$", ""))
                .provider(field(message, "organization"))
                .provider(raw.getProvider())
                .provider(from == null ? null : from.getName())
                .provider(from == null ? null : from.getDomain())
                .providerKey(raw.getProvider() == null ? from == null ? null : from.getDomain() : raw.getProvider())
                .headline(subject == null ? null : subject.replaceFirst("(?i)^(?:\\s*(?:re|fwd?|aw|wg)\\s*:\\s*)+", ""))
                .published(date)
                .language(field(message, "content-language"))
                .urgency(urgency(message));
        if (date == null) {
            draft.published(field(message, "date"));
        }
        if (from != null && from.getName() != null) {
            draft.bylines(Bylines.names(from.getName()));
        }
        String keywords = field(message, "keywords");
        if (keywords != null) {
            for (String keyword : keywords.split(",", -1)) {
                draft.keyword(keyword);
            }
        }
        draft.supersedes(trimmed(field(message, "supersedes")));
        MailParts parts = MailParts.of(message);
        draft.body(body(parts));
        parts.media().forEach(draft::media);
        instructions(raw, subject, draft, date, parts);
        return draft.notes(parts.notes());
    }

    private static Body body(MailParts parts) {
        if (!parts.html().isBlank()) {
            Body body = Markup.copy(parts.html());
            if (!body.text().isEmpty()) {
                return body;
            }
        }
        return Markup.plain(String.join("\n", PlainTextFormat.paragraphs(parts.text())));
    }

    private static void instructions(
            RawItem raw, @Nullable String subject, Draft draft, @Nullable Instant date, MailParts parts) {
        if (Kills.inSlug(subject) || Kills.ordered(subject)) {
            draft.status(Status.CANCELED).note("a kill by its subject");
        }
        var lines = new ArrayList<String>();
        if (subject != null) {
            lines.add(subject);
        }
        String text = parts.text().isBlank() ? Markup.copy(parts.html()).text() : parts.text();
        text.lines().filter(line -> !line.isBlank()).limit(8).forEach(lines::add);
        for (String line : lines) {
            switch (Embargoes.read(line, date, raw.getZone() == null ? null : draft.zone())) {
                case Embargoes.Word.None none -> {
                    // most lines
                }
                case Embargoes.Word.Until(Instant until) -> draft.embargo(until);
                case Embargoes.Word.Unreadable unreadable -> draft.embargoUnread();
            }
        }
    }

    /** X-Priority 1 to 5 and Importance are the sender's, not the desk's: only "high" says something of news. */
    private static @Nullable Integer urgency(Message message) {
        String said = field(message, "x-urgency");
        return said != null && said.matches("[1-9]") ? Integer.valueOf(said) : null;
    }

    private static @Nullable Mailbox sender(@Nullable MailboxList from) {
        return from == null || from.isEmpty() ? null : from.get(0);
    }

    private static @Nullable String field(Message message, String name) {
        Field field = message.getHeader().getField(name);
        if (field == null || field.getBody() == null) {
            return null;
        }
        String body = MimeUtil.unfold(field.getBody()).strip();
        return body.isEmpty() ? null : DecoderUtil.decodeEncodedWords(body, DecodeMonitor.SILENT);
    }

    private static @Nullable String trimmed(@Nullable String id) {
        return id == null ? null : id.replaceAll("^<|>$", "");
    }
}
