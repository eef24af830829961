package dateline.enrich.credit;

import dateline.enrich.credit.CreditLine.Named;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wire.Credits;

/** Gathers whom the lines around a story name. */
final class Credited {
    private final Map<Role, Set<String>> named = new EnumMap<>(Role.class);

    void add(List<Named> names) {
        names.forEach(name -> add(name.role(), name.name()));
    }

    void add(Byline byline) {
        byline.names().forEach(name -> add(Role.REPORTER, name));
        if (byline.agency() != null) {
            add(Role.AGENCY, byline.agency());
        }
    }

    private void add(Role role, String name) {
        if (!name.isEmpty()) {
            named.computeIfAbsent(role, r -> new LinkedHashSet<>()).add(name);
        }
    }

    private List<String> list(Role role) {
        return List.copyOf(named.getOrDefault(role, Set.of()));
    }

    /** The first of that role; null if there is none. */
    private @Nullable String first(Role role) {
        List<String> names = list(role);
        return names.isEmpty() ? null : names.getFirst();
    }

    Credits credits() {
        return Credits.newBuilder()
                .setAgencies(list(Role.AGENCY))
                .setSources(list(Role.SOURCE))
                .setReporters(list(Role.REPORTER))
                .setEditors(list(Role.EDITOR))
                .setTranslators(list(Role.TRANSLATOR))
                .setContributors(list(Role.CONTRIBUTOR))
                .setCopyright(first(Role.COPYRIGHT))
                .setSite(first(Role.SITE))
                .build();
    }
}
