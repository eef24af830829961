package dateline.launcher.deploy;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** The images that the Compose file runs. */
public final class Images {
    private Images() {}

    /** The image of one of its services. */
    public static String of(String service) {
        Compose compose = Compose.of(Deployment.shipped().text(Deployment.COMPOSE), new Interpolation(Map.of()));
        return requireNonNull(compose.services().get(service), service).image();
    }
}
