package dateline.sink.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import wire.Held;

/** The statements that write what is held under embargo, within a transaction that is its caller's. */
final class Holds {
    private static final String HOLD = """
            insert into held_item (id, provider, feed, until, landed) values (?, ?, ?, ?, ?)
            on conflict (id) do update set
                provider = excluded.provider, feed = excluded.feed, until = excluded.until, landed = excluded.landed""";

    private static final String RELEASE = "delete from held_item where id = ?";

    private final Connection connection;

    Holds(Connection connection) {
        this.connection = connection;
    }

    /** @param holds what was last told of each item, by its id; empty if it is held no longer */
    void write(Map<String, Optional<Held>> holds) throws SQLException {
        if (holds.isEmpty()) {
            return;
        }
        try (PreparedStatement hold = connection.prepareStatement(HOLD);
                PreparedStatement release = connection.prepareStatement(RELEASE)) {
            for (var told : holds.entrySet()) {
                if (told.getValue().isPresent()) {
                    Held held = told.getValue().get();
                    hold.setString(1, held.getId());
                    hold.setString(2, held.getProvider());
                    hold.setString(3, held.getFeed());
                    hold.setObject(4, held.getUntil().atOffset(ZoneOffset.UTC));
                    hold.setObject(5, held.getLanded().atOffset(ZoneOffset.UTC));
                    hold.addBatch();
                } else {
                    release.setString(1, told.getKey());
                    release.addBatch();
                }
            }
            hold.executeBatch();
            release.executeBatch();
        }
    }
}
