package dateline.launcher;

import java.nio.file.Path;

/** The services, each a process of its own, on the embedded broker and database. */
class EmbeddedServicesIT extends ServicesContract {
    @Override
    Ground ground(Path folder) throws Exception {
        return new EmbeddedGround(folder);
    }
}
