package dateline.launcher;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Answers GET /health with 200 while a service is well and 503 while it is not, for whoever watches over it. */
final class HealthServer implements AutoCloseable {
    private final HttpServer server;

    HealthServer(Settings.Health where, BooleanSupplier healthy) throws IOException {
        server = HttpServer.create(new InetSocketAddress(where.host(), where.port()), 0);
        server.createContext("/health", exchange -> {
            boolean well = healthy.getAsBoolean();
            byte[] body = ("{\"status\":\"" + (well ? "up" : "down") + "\"}\n").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(well ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
