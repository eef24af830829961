package dateline.enrich.place;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names that are no places but say something of where a story is: peoples, seats of government, regions, bodies, false friends. */
final class Lexicon {
    private final KeyTable<Term> terms = new KeyTable<>();

    Lexicon(Regions regions) {
        Resource.lines("not-places.txt").forEach(name -> add(name, new Term.NoPlace()));
        Map<String, List<String>> areas = regions.byName();
        for (String line : Resource.lines("evidence.tsv")) {
            String[] columns = line.split("\t", -1);
            Resource.names(columns[1]).forEach(name -> add(name, new Term.Demonym(columns[0])));
            Resource.names(columns[2]).forEach(name -> add(name, new Term.Seat(columns[0])));
        }
        for (String line : Resource.lines("organisations.tsv")) {
            for (String name : Resource.names(line)) {
                add(name, areas.containsKey(name) ? new Term.Region(areas.get(name), Term.As.BODY) : new Term.Body());
            }
        }
        areas.forEach((name, slugs) -> add(name, new Term.Region(slugs, Term.As.PLACE)));
        regions.byAdjective().forEach((name, slugs) -> add(name, new Term.Region(slugs, Term.As.ADJECTIVE)));
        for (String line : Resource.lines("countries.tsv")) {
            String[] columns = line.split("\t", -1);
            Resource.names(columns[5]).forEach(name -> add(name, new Term.Demonym(columns[0])));
        }
    }

    private void add(String name, Term term) {
        long key = Keys.of(name);
        if (terms.get(key) == null) {
            terms.put(key, term);
        }
    }

    int size() {
        return terms.size();
    }

    void addKeys(KeyFilter filter) {
        terms.keys(filter::add);
    }

    @Nullable
    Term term(long key) {
        return terms.get(key);
    }
}
