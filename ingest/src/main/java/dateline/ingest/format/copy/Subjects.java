package dateline.ingest.format.copy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wire.Subject;

/** What an item is about, by code, by name, or both: each subject once, with the first name it is given. */
final class Subjects {
    private final Map<String, Subject> told = new LinkedHashMap<>();
    private final int most;

    /** @param most how many are kept */
    Subjects(int most) {
        this.most = most;
    }

    void add(@Nullable String code, @Nullable String name) {
        String plain = Lines.line(code);
        String called = Lines.line(name);
        String key = plain == null ? called : plain;
        if (key != null && told.size() < most) {
            Subject before = told.get(key);
            if (before == null || before.getName() == null) {
                told.put(key, new Subject(plain == null ? "" : plain, called));
            }
        }
    }

    /** With the media topics that the older codes stand for. */
    List<Subject> list() {
        return MediaTopics.completed(told.values());
    }
}
