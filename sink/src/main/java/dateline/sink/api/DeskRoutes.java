package dateline.sink.api;

import static dateline.sink.api.Answers.send;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.archive.Library;
import dateline.sink.archive.OrderBook;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wire.Status;
import wire.WireItem;

/**
 * What only the newsroom may, each with a bearer token:
 *
 * <ul>
 *   <li>{@code POST /api/articles/{id}/kill} with {@code {"reason": "…"}}
 *   <li>{@code GET /api/audit?limit=&before=}, what was ordered, newest first
 *   <li>{@code GET /api/held}, what is held under embargo, by id and time
 * </ul>
 */
final class DeskRoutes {
    private static final Logger log = LoggerFactory.getLogger(DeskRoutes.class);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final String DESK = "desk";
    private static final int LONGEST_REASON = 1_000;
    private static final int MOST_HELD = 1_000;

    private final Tokens tokens;
    private final Library library;
    private final OrderBook book;
    private final Orders orders;
    private final Clock clock;

    DeskRoutes(Tokens tokens, Library library, OrderBook book, Orders orders, Clock clock) {
        this.tokens = tokens;
        this.library = library;
        this.book = book;
        this.orders = orders;
        this.clock = clock;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/api/articles/{id}/kill", this::kill);
        routes.get("/api/audit", this::audit);
        routes.get("/api/held", this::held);
    }

    private void kill(Context ctx) throws BadParameterException, SQLException {
        Optional<String> who = holder(ctx);
        if (who.isEmpty()) {
            return;
        }
        OrderBook.Order order = book.enter(Answers.id(ctx), reason(ctx.body()), who.get(), now());
        try {
            orders.send(item(order));
        } catch (IOException e) {
            log.warn(
                    "order {} to kill {} is not known to have been sent: {}",
                    order.number(),
                    order.item(),
                    e.toString());
            send(
                    ctx,
                    Answers.problem(
                                    ctx,
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    "Kafka did not take the order, and it is not known to have been sent: give it again")
                            .put("order", order.number()));
            return;
        }
        Instant sent = now();
        try {
            book.sent(order.number(), sent);
        } catch (SQLException e) {
            log.warn("order {} was sent, which could not be noted: {}", order.number(), e.getMessage());
        }
        ctx.status(HttpStatus.ACCEPTED);
        send(ctx, json(order, sent));
    }

    private void audit(Context ctx) throws BadParameterException, SQLException {
        if (holder(ctx).isEmpty()) {
            return;
        }
        Question question = Question.of(ctx.queryParamMap(), List.of("limit", "before"));
        int limit = question.limit();
        // One more than asked for tells whether others follow.
        List<OrderBook.Order> found = book.newest(question.number("before", Long.MAX_VALUE), limit + 1);
        List<OrderBook.Order> shown = found.size() > limit ? found.subList(0, limit) : found;
        ObjectNode json = NODES.objectNode();
        ArrayNode told = json.putArray("orders");
        shown.forEach(order -> told.add(json(order, order.sent())));
        json.put("next", found.size() > limit ? shown.getLast().number() : null);
        send(ctx, json);
    }

    private void held(Context ctx) throws BadParameterException, SQLException {
        if (holder(ctx).isEmpty()) {
            return;
        }
        Question.of(ctx.queryParamMap(), List.of());
        List<Library.Hold> found = library.held(MOST_HELD + 1);
        ObjectNode json = NODES.objectNode();
        ArrayNode told = json.putArray("held");
        found.stream()
                .limit(MOST_HELD)
                .forEach(hold -> told.addObject()
                        .put("id", hold.id())
                        .put("provider", hold.provider())
                        .put("feed", hold.feed())
                        .put("until", hold.until().toString()));
        json.put("more", found.size() > MOST_HELD);
        send(ctx, json);
    }

    /** To the millisecond, as the records say it: what is answered now is what the book will say later. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Who asks; empty if nobody who may, which then has been answered. */
    private Optional<String> holder(Context ctx) {
        if (tokens.isEmpty()) {
            Answers.refuse(
                    ctx,
                    HttpStatus.FORBIDDEN,
                    "nobody may do this here: name who may under api.tokens in dateline.yml");
            return Optional.empty();
        }
        Optional<String> holder = tokens.holder(ctx.header("Authorization"));
        if (holder.isEmpty()) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"dateline\"");
            Answers.refuse(
                    ctx, HttpStatus.UNAUTHORIZED, "send one of the newsroom's tokens as Authorization: Bearer …");
        }
        return holder;
    }

    private static String reason(String body) throws BadParameterException {
        try {
            JsonNode json = JSON.readTree(body);
            JsonNode given = json.path("reason");
            if (json.size() == 1 && given.isTextual()) {
                String reason = given.asText().strip();
                if (!reason.isEmpty()
                        && reason.length() <= LONGEST_REASON
                        && reason.chars().noneMatch(Character::isISOControl)) {
                    return reason;
                }
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw new BadParameterException(
                "body", "{\"reason\": \"…\"}: why, on a line of 1 to " + LONGEST_REASON + " characters");
    }

    private static WireItem item(OrderBook.Order order) {
        return WireItem.newBuilder()
                .setId(order.item())
                .setProvider(order.provider())
                .setFeed(DESK)
                .setFormat(DESK)
                .setStatus(Status.CANCELED)
                .setVersionCreated(order.ordered())
                .setLanded(order.ordered())
                .setKillReason(order.reason())
                .setOrderedBy(order.by())
                .build();
    }

    private static ObjectNode json(OrderBook.Order order, @Nullable Instant sent) {
        return NODES.objectNode()
                .put("order", order.number())
                .put("id", order.item())
                .put("known", order.isKnown())
                .put("provider", order.isKnown() ? order.provider() : null)
                .put("reason", order.reason())
                .put("ordered_by", order.by())
                .put("ordered", order.ordered().toString())
                .put("sent", sent == null ? null : sent.toString());
    }
}
