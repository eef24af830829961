package dateline.sink.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the newsroom ordered: who, when, of which item and why, kept for good. */
public final class OrderBook {
    private static final int PATIENCE_SECONDS = 5;

    private final Database database;

    public OrderBook(Database database) {
        this.database = database;
    }

    /**
     * An order to kill an item.
     *
     * @param number the order's number in the book
     * @param item the item's id
     * @param provider the item's provider; empty if the archive did not know the item when the order was given
     * @param by who gave it
     * @param sent when Kafka had taken it; null if it is not known to have been sent
     */
    public record Order(
            long number,
            String item,
            String provider,
            String reason,
            String by,
            Instant ordered,
            @Nullable Instant sent) {

        /** Whether the archive knew the item when the order was given. */
        public boolean isKnown() {
            return !provider.isEmpty();
        }
    }

    /** Writes an order down, before it is sent. */
    public Order enter(String item, String reason, String by, Instant ordered) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into desk_order (item, provider, reason, ordered_by, ordered)
                        values (?, coalesce((select provider from item_version where id = ? and standing), ''), ?, ?, ?)
                        returning number, provider""")) {
            insert.setQueryTimeout(PATIENCE_SECONDS);
            insert.setString(1, item);
            insert.setString(2, item);
            insert.setString(3, reason);
            insert.setString(4, by);
            insert.setObject(5, ordered.atOffset(ZoneOffset.UTC));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Order(row.getLong("number"), item, row.getString("provider"), reason, by, ordered, null);
            }
        }
    }

    /** Notes that Kafka has taken an order. */
    public void sent(long number, Instant now) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement update =
                        connection.prepareStatement("update desk_order set sent = ? where number = ?")) {
            update.setQueryTimeout(PATIENCE_SECONDS);
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setLong(2, number);
            update.executeUpdate();
        }
    }

    /**
     * Orders, newest first.
     *
     * @param before the number that they are all lower than
     */
    public List<Order> newest(long before, int limit) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("""
                        select number, item, provider, reason, ordered_by, ordered, sent
                        from desk_order where number < ? order by number desc limit ?""")) {
            select.setQueryTimeout(PATIENCE_SECONDS);
            select.setLong(1, before);
            select.setInt(2, limit);
            var orders = new ArrayList<Order>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime sent = row.getObject("sent", OffsetDateTime.class);
                    orders.add(new Order(
                            row.getLong("number"),
                            row.getString("item"),
                            row.getString("provider"),
                            row.getString("reason"),
                            row.getString("ordered_by"),
                            row.getObject("ordered", OffsetDateTime.class).toInstant(),
                            sent == null ? null : sent.toInstant()));
                }
            }
            return orders;
        }
    }
}
