package dateline.enrich.region;

import java.util.List;

/** stub */
public final class Regions {
    private Regions() {}

    public static List<String> all() {
        return List.of("asia", "europe");
    }
}
