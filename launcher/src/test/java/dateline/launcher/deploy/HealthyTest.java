package dateline.launcher.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** bin/healthy, which tells the engine how a service in a container is. */
class HealthyTest {
    private record Answer(int exitCode, String words) {}

    @Test
    void aServiceThatIsWellIsHealthy() throws Exception {
        assertThat(askedWhileAnswering(200)).isEqualTo(new Answer(0, ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 404, 500})
    void aServiceThatSaysAnythingElseIsNot(int status) throws Exception {
        assertThat(askedWhileAnswering(status)).satisfies(answer -> {
            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.words()).contains("answers: HTTP/1.1 " + status);
        });
    }

    @Test
    void aServiceThatIsNotThereIsNot() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(ask(port)).isEqualTo(new Answer(1, "nothing listens on port " + port));
    }

    @Test
    void aServiceThatKeepsSilentIsNot() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(ask(silent.getLocalPort()))
                    .isEqualTo(new Answer(1, "no answer on port " + silent.getLocalPort() + " within 3 seconds"));
        }
    }

    private static Answer askedWhileAnswering(int status) throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean asked = exchange.getRequestURI().getPath().equals("/health");
            exchange.sendResponseHeaders(asked ? status : 400, -1);
            exchange.close();
        });
        server.start();
        try {
            return ask(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static Answer ask(int port) throws IOException, InterruptedException {
        Process asking = new ProcessBuilder("bash", "../bin/healthy", String.valueOf(port))
                .redirectErrorStream(true)
                .start();
        String words = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(asking.waitFor(), words.strip());
    }
}
