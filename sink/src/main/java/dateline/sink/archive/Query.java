package dateline.sink.archive;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A search as PostgreSQL is asked it: what follows "where", and the values for its question marks. */
final class Query {
    private final StringBuilder sql =
            new StringBuilder("v.standing and v.status <> 'withheld' and v.superseded_by is null");
    private final List<Object> values = new ArrayList<>();

    Query(Search search) {
        about("v", search);
        if (search.dedupe()) {
            // By what they are about alone: a copy is no news because the original was filed before the time asked for.
            sql.append(
                    " and (v.group_id is null or not exists (select 1 from item_version o where o.group_id = v.group_id"
                            + " and (o.filed, o.id) < (v.filed, v.id)"
                            + " and o.standing and o.status = 'usable' and o.superseded_by is null");
            about("o", search);
            sql.append("))");
        }
        if (search.since() != null) {
            and("v.filed >= ?", search.since().atOffset(ZoneOffset.UTC));
        }
        Cursor before = search.before();
        if (before != null) {
            and("(v.filed, v.id) < (?, ?)", before.filed().atOffset(ZoneOffset.UTC), before.id());
        }
        // One more than asked for tells whether another page follows.
        sql.append(" order by v.filed desc, v.id desc limit ?");
        values.add(search.limit() + 1);
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }

    private void about(String row, Search search) {
        contains(row + ".regions", search.region());
        contains(row + ".countries", search.country());
        contains(
                row + ".entities",
                search.entity() == null ? null : search.entity().toLowerCase(Locale.ROOT));
        contains(row + ".desks", search.desk());
        if (search.group() != null) {
            and(row + ".group_id = ?", search.group());
        }
        if (search.q() != null) {
            and(
                    row + ".status = 'usable' and " + row + ".id in (select id from item_words"
                            + " where english @@ websearch_to_tsquery('english', ?)"
                            + " or simple @@ websearch_to_tsquery('simple', ?))",
                    search.q(),
                    search.q());
        }
    }

    private void contains(String column, @Nullable String value) {
        if (value != null) {
            and(column + " @> array[?::text]", value);
        }
    }

    private void and(String condition, Object... filled) {
        sql.append(" and ").append(condition);
        values.addAll(List.of(filled));
    }
}
