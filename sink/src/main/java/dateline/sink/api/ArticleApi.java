package dateline.sink.api;

import static dateline.sink.api.Answers.problem;
import static dateline.sink.api.Answers.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dateline.sink.archive.Library;
import dateline.sink.archive.OrderBook;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.jetty.http.UriCompliance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive over HTTP, for everybody to read:
 *
 * <ul>
 *   <li>{@code GET /api/articles?region=&country=&entity=&desk=&group=&q=&since=&dedupe=&body=&limit=&before=}, newest first
 *   <li>{@code GET /api/articles/{id}} and {@code GET /api/articles/{id}/versions}, the id percent-encoded
 *   <li>{@code GET /health}
 * </ul>
 *
 * <p>and, with a token, what only the newsroom may: {@link DeskRoutes}.
 */
public final class ArticleApi implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ArticleApi.class);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** No more than the reason of a kill is ever posted here. */
    private static final long LARGEST_REQUEST_BYTES = 16 * 1024;

    private final ApiConfig config;
    private final Library library;
    private final DeskRoutes desk;
    private @Nullable Javalin server;

    /**
     * @param book where the newsroom's orders are written down
     * @param orders where they go
     */
    public ArticleApi(ApiConfig config, Library library, OrderBook book, Orders orders, Clock clock) {
        this.config = config;
        this.library = library;
        desk = new DeskRoutes(new Tokens(config.tokens()), library, book, orders, clock);
    }

    /** Listens; it does so before PostgreSQL answers, and says 503 until then. */
    public void start() throws IOException {
        try {
            server = Javalin.create(this::configure).start(config.host(), config.port());
        } catch (JavalinBindException e) {
            throw new IOException(
                    "the API cannot listen at %s port %d (another program may): set api.host and api.port"
                            .formatted(config.host(), config.port()),
                    e);
        }
    }

    /**
     * Where it listens, with the port it was given.
     *
     * @throws IllegalStateException if it has not started
     */
    public URI address() {
        if (server == null) {
            throw new IllegalStateException("the API has not started");
        }
        String host = config.host().contains(":") ? "[" + config.host() + "]" : config.host();
        return URI.create("http://" + host + ":" + server.port());
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
    }

    private void configure(JavalinConfig javalin) {
        javalin.startup.showJavalinBanner = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.http.maxRequestSize = LARGEST_REQUEST_BYTES;
        javalin.http.defaultContentType = "application/json";
        javalin.concurrency.useVirtualThreads = true;
        // Ids are addresses and URNs; percent-encoded they hold what Jetty otherwise refuses as ambiguous.
        javalin.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setSendServerVersion(false);
        });
        javalin.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));

        javalin.routes.get("/api/articles", this::find);
        javalin.routes.get("/api/articles/{id}", this::article);
        javalin.routes.get("/api/articles/{id}/versions", this::versions);
        javalin.routes.get("/health", this::health);
        desk.addTo(javalin.routes);
        javalin.routes.exception(BadParameterException.class, (bad, ctx) -> {
            ObjectNode json = problem(ctx, HttpStatus.BAD_REQUEST, "bad parameter");
            send(ctx, json.put("parameter", bad.parameter()).put("expected", bad.expected()));
        });
        javalin.routes.exception(HttpResponseException.class, (refused, ctx) -> {
            ctx.status(refused.getStatus());
            send(ctx, NODES.objectNode().put("error", String.valueOf(refused.getMessage())));
        });
        javalin.routes.exception(SQLException.class, (away, ctx) -> {
            log.warn("the archive did not answer {}: {}", ctx.path(), away.getMessage());
            send(ctx, problem(ctx, HttpStatus.SERVICE_UNAVAILABLE, "the archive does not answer; try again later"));
        });
        javalin.routes.exception(Exception.class, (bug, ctx) -> {
            log.error("a bug answering {}", ctx.path(), bug);
            send(ctx, problem(ctx, HttpStatus.INTERNAL_SERVER_ERROR, "this should not have happened; it was logged"));
        });
        javalin.routes.error(404, ctx -> {
            if (!Answers.isGiven(ctx)) {
                send(ctx, problem(ctx, HttpStatus.NOT_FOUND, "no such address; there are /api/articles and /health"));
            }
        });
    }

    private void find(Context ctx) throws BadParameterException, SQLException {
        Library.Page page = library.find(Question.search(ctx.queryParamMap()));
        ObjectNode json = NODES.objectNode();
        json.putArray("articles").addAll(page.articles());
        json.put("next", page.next() == null ? null : page.next().encoded());
        send(ctx, json);
    }

    private void article(Context ctx) throws BadParameterException, SQLException {
        String id = Answers.id(ctx);
        library.article(id).ifPresentOrElse(found -> send(ctx, found), () -> unknown(ctx, id));
    }

    private void versions(Context ctx) throws BadParameterException, SQLException {
        String id = Answers.id(ctx);
        List<ObjectNode> versions = library.versions(id);
        if (versions.isEmpty()) {
            unknown(ctx, id);
            return;
        }
        ObjectNode json = NODES.objectNode();
        json.put("id", id);
        json.putArray("versions").addAll(versions);
        send(ctx, json);
    }

    private void health(Context ctx) {
        boolean open = library.isOpen();
        ctx.status(open ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
        send(ctx, NODES.objectNode().put("status", open ? "up" : "down").put("archive", open ? "up" : "down"));
    }

    private static void unknown(Context ctx, String id) {
        send(ctx, problem(ctx, HttpStatus.NOT_FOUND, "no such article").put("id", id));
    }
}
