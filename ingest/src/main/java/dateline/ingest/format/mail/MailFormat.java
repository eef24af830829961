package dateline.ingest.format.mail;

import dateline.ingest.format.DocumentSize;
import dateline.ingest.format.Reading;
import dateline.ingest.format.Reading.Defect;
import dateline.ingest.format.WireFormat;
import dateline.ingest.format.copy.Bylines;
import dateline.ingest.format.copy.Dates;
import dateline.ingest.format.copy.Draft;
import dateline.ingest.format.copy.Harvest;
import dateline.ingest.format.copy.Orders;
import dateline.ingest.format.markup.Body;
import dateline.ingest.format.markup.Markup;
import dateline.ingest.format.plain.Form;
import dateline.ingest.format.plain.PlainTextFormat;
import dateline.ingest.format.text.Opening;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
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
                Message parsed = parsed(message);
                if (!isInternal(parsed)) {
                    harvest.add(draft(raw, parsed));
                }
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
        String name = name(message, from);
        String domain = from == null ? null : from.getDomain();
        String subject = message.getSubject();
        Draft draft = new Draft(raw, name())
                .id(bare(message.getMessageId()))
                .provider(field(message, "organization"))
                .provider(raw.getProvider())
                .provider(name)
                .provider(domain)
                .providerKey(raw.getProvider() == null ? domain : raw.getProvider())
                .language(field(message, "content-language"))
                .urgency(urgency(message))
                .supersedes(bare(field(message, "supersedes")));
        Instant date = date(message, draft);
        String keywords = field(message, "keywords");
        if (keywords != null) {
            for (String keyword : keywords.split(",", -1)) {
                draft.keyword(keyword);
            }
        }
        MailParts parts = MailParts.of(message);
        ZoneId zone = raw.getZone() == null ? null : draft.zone();
        Orders.readSlug(subject, draft);
        if (subject != null) {
            Orders.read(subject, draft, date, zone);
        }
        copy(parts, draft, date, zone);
        draft.headline(subject == null ? null : subject.replaceFirst("(?i)^(?:\\s*(?:re|fwd?|aw|wg)\\s*:\\s*)+", ""));
        parts.media().forEach(draft::media);
        draft.headOfText();
        if (name != null && !draft.hasByline()) {
            draft.bylines(List.of(name));
        }
        return draft.notes(parts.notes());
    }

    /** The story: as HTML where there is some, else as text, which may be a form that gives more than the story. */
    private static void copy(MailParts parts, Draft draft, @Nullable Instant date, @Nullable ZoneId zone) {
        Form form = Form.of(parts.text());
        if (form != null) {
            form.fill(draft);
            draft.body(Markup.plain(String.join("\n", PlainTextFormat.paragraphs(String.join("\n", form.story())))));
            return;
        }
        Body html = parts.html().isBlank() ? Body.EMPTY : Markup.copy(parts.html());
        List<String> paragraphs = PlainTextFormat.paragraphs(parts.text());
        List<String> story =
                Orders.readHead(paragraphs.isEmpty() ? html.text().lines().toList() : paragraphs, draft, date, zone);
        draft.body(html.text().isEmpty() ? Markup.plain(String.join("\n", story)) : html);
    }

    /** Our reader knows more zones and odd forms than the mail library's; a mail without a date has one from its way here. */
    private static @Nullable Instant date(Message message, Draft draft) {
        String received = field(message, "received");
        String said = field(message, "date");
        Dates.Moment read = Dates.read(said, draft.zone());
        if (read == null && message.getDate() != null) {
            draft.published(message.getDate().toInstant());
            return message.getDate().toInstant();
        }
        draft.published(said);
        Dates.Moment arrived = received == null ? null : Dates.read(received.replaceFirst("(?s).*;", ""), draft.zone());
        if (read == null && arrived != null) {
            draft.published(arrived.instant());
        }
        return read != null ? read.instant() : arrived == null ? null : arrived.instant();
    }

    /** The sender's name, the right way round, also where it stands behind the address: a@b (Ana Sól). */
    private static @Nullable String name(Message message, @Nullable Mailbox from) {
        String name = from == null ? null : from.getName();
        if (name == null) {
            String line = field(message, "from");
            String person = line == null ? "" : Bylines.person(line);
            name = person.isEmpty() || person.contains("@") ? null : person;
        }
        return name == null ? null : name.replaceFirst("^(\\p{Lu}[^, ]*), (\\p{Lu}[^, ]*)$", "$2 $1");
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

    /** An id without the signs around it. */
    private static @Nullable String bare(@Nullable String id) {
        return id == null ? null : id.strip().replaceAll("^<|>$", "");
    }

    /** The message that some mail programs keep in a mailbox for themselves. */
    private static boolean isInternal(Message message) {
        return message.getHeader().getField("x-imap") != null
                && String.valueOf(message.getSubject()).contains("FOLDER INTERNAL DATA");
    }
}
