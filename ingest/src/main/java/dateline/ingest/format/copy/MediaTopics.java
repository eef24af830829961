package dateline.ingest.format.copy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wire.Subject;

/**
 * The IPTC's media topics with their English labels, and the subject codes they continue. Copy is filed under the one or
 * the other; who reads it should not have to know which.
 */
final class MediaTopics {
    private static final String TABLE = "mediatopics.tsv";
    private static final String TOPIC = "medtop:";
    private static final String SUBJECT = "subj:";
    private static final Pattern NUMBER = Pattern.compile("(?:0[1-9]|1[0-7]|20)\\d{6}");
    private static final MediaTopics RELEASED = released();

    /** By scheme and number, what it is called. */
    private final Map<String, String> labels = new HashMap<>();

    private final Map<String, String> topicOfSubject = new HashMap<>();
    private final Map<String, String> subjectOfTopic = new HashMap<>();

    private MediaTopics() {}

    /**
     * The subjects as filed, in their order, each followed by its counterpart in the other vocabulary unless that is filed
     * too, and named where the copy gave the code only. A subject that is filed twice in different writings of its code
     * stands once.
     */
    static List<Subject> completed(Collection<Subject> filed) {
        Map<String, Subject> said = new LinkedHashMap<>();
        for (Subject subject : filed) {
            String key = key(subject);
            Subject before = said.get(key);
            if (before == null) {
                said.put(key, subject);
            } else if (before.getName() == null) {
                said.put(key, new Subject(before.getCode(), subject.getName()));
            }
        }
        List<Subject> all = new ArrayList<>(said.size() * 2);
        Map<String, Boolean> added = new HashMap<>();
        said.forEach((key, subject) -> {
            String label = RELEASED.labels.get(key);
            all.add(subject.getName() == null && label != null ? new Subject(subject.getCode(), label) : subject);
            // A number without a scheme may be anybody's: only one that the IPTC has is taken for the IPTC's.
            String other = subject.getCode().equals(number(subject.getCode())) && label == null
                    ? null
                    : RELEASED.counterpart(key);
            if (other != null && !said.containsKey(other) && added.put(other, true) == null) {
                all.add(new Subject(other, RELEASED.labels.get(other)));
            }
        });
        return all;
    }

    /** For a subject code that no topic continues, the topic of the level above: eight digits are three levels of 2, 3, 3. */
    private @Nullable String counterpart(String key) {
        if (key.startsWith(TOPIC)) {
            return subjectOfTopic.get(key);
        }
        if (!key.startsWith(SUBJECT)) {
            return null;
        }
        String detail = topicOfSubject.get(key);
        String matter = detail != null ? detail : topicOfSubject.get(key.substring(0, SUBJECT.length() + 5) + "000");
        return matter != null ? matter : topicOfSubject.get(key.substring(0, SUBJECT.length() + 2) + "000000");
    }

    /** What tells a subject from others: scheme and number for the IPTC's in any writing, else the code or name itself. */
    private static String key(Subject subject) {
        String code = subject.getCode();
        if (code.isEmpty()) {
            return "=" + subject.getName();
        }
        String number = number(code);
        if (!NUMBER.matcher(number).matches()) {
            return code;
        }
        String scheme = code.substring(0, code.length() - number.length()).toLowerCase(Locale.ROOT);
        boolean topic = scheme.contains("medtop") || scheme.contains("mediatopic");
        // Agencies prefix them subj, iptc, iptcsubj, subject-code; the IPTC's own address ends in
        // newscodes/subjectcode/.
        boolean iptc = scheme.isEmpty() || scheme.contains("iptc") || scheme.contains("subj");
        if (!topic && !iptc) {
            return code;
        }
        // Only the seventeen top levels share their numbers; below them, topics begin with 2 and subject codes do not.
        return (topic || number.startsWith("2") ? TOPIC : SUBJECT) + number;
    }

    private static String number(String code) {
        return code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
    }

    private static MediaTopics released() {
        var topics = new MediaTopics();
        try (InputStream table = MediaTopics.class.getResourceAsStream(TABLE)) {
            if (table == null) {
                throw new IllegalStateException("%s is missing beside %s".formatted(TABLE, MediaTopics.class));
            }
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(topics::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return topics;
    }

    /** Topics in use come first in the table: of several that continue one subject code, the first counts. */
    private void add(String line) {
        String[] columns = line.split("\t", -1);
        String topic = TOPIC + columns[0];
        labels.put(topic, columns[2]);
        boolean part = columns[1].startsWith("<");
        String subject = SUBJECT + columns[1].substring(part ? 1 : 0);
        if (!columns[1].isEmpty()) {
            subjectOfTopic.put(topic, subject);
        }
        // A topic that is a part of a subject code says less than it: the way back is another topic's.
        if (!columns[1].isEmpty() && !part) {
            topicOfSubject.putIfAbsent(subject, topic);
            labels.putIfAbsent(subject, columns[2]);
        }
    }
}
