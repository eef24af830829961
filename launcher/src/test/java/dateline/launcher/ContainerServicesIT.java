package dateline.launcher;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;

/** The services, each a process of its own, on the images of docker-compose.yml; skipped where no engine answers. */
@Tag("containers")
class ContainerServicesIT extends ServicesContract {
    @Override
    Ground ground(Path folder) {
        return ContainerGround.wherePossible();
    }
}
