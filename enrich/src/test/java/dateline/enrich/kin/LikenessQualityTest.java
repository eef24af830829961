package dateline.enrich.kin;

import static org.assertj.core.api.Assertions.assertThat;

import dateline.enrich.kin.Pairs.Pair;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import wire.Kin;
import wire.Relation;
import wire.Relative;

/** How well kin are told, over pairs of invented articles of which it is known. The figures are those of docs/copies.md. */
class LikenessQualityTest {
    private static final List<Pair> PAIRS = new Pairs(2026).drawn(400);

    private record Told(Pair pair, Relation relation, boolean found) {
        boolean isRight() {
            return relation == pair.relation();
        }
    }

    private static final List<Told> TOLD = PAIRS.stream()
            .map(pair -> new Told(
                    pair,
                    Likeness.between(
                                    Kinfolk.of(pair.later()).kin(),
                                    Kinfolk.of(pair.earlier()).kin())
                            .getRelation(),
                    !Collections.disjoint(
                            Kinfolk.of(pair.earlier()).marks(),
                            Kinfolk.of(pair.later()).marks())))
            .toList();

    @Test
    void copiesAreTold() {
        assertThat(precision(Relation.COPY)).isGreaterThan(0.995);
        assertThat(share(is(Relation.COPY), told -> told.isRight() && told.found()))
                .isGreaterThan(0.97);
    }

    @Test
    void everyKindOfCopyIsTold() {
        assertThat(PAIRS.stream()
                        .filter(pair -> pair.relation() == Relation.COPY)
                        .map(Pair::how)
                        .distinct())
                .allSatisfy(how -> assertThat(
                                share(told -> told.pair().how().equals(how), told -> told.isRight() && told.found()))
                        .isGreaterThan(0.88));
    }

    @Test
    void updatesAreTold() {
        assertThat(precision(Relation.UPDATE)).isGreaterThan(0.995);
        assertThat(share(is(Relation.UPDATE), told -> told.isRight() && told.found()))
                .isGreaterThan(0.98);
    }

    @Test
    void copiesHaveAMarkInCommon() {
        assertThat(share(is(Relation.COPY), Told::found)).isGreaterThan(0.985);
        assertThat(share(is(Relation.UPDATE), Told::found)).isEqualTo(1);
    }

    @Test
    void noTwoOfTheStoriesAreTakenForOne() {
        List<Kin> stories = PAIRS.stream()
                .filter(pair -> pair.how().equals("copy: as it is"))
                .map(pair -> Kinfolk.of(pair.earlier()).kin())
                .toList();
        List<Kin> others = stories.stream()
                .map(kin -> Kin.newBuilder(kin).setProvider("Gazette").build())
                .toList();
        int taken = 0;
        for (int i = 0; i < stories.size(); i++) {
            for (int j = 0; j < i; j++) {
                Relation relation =
                        Likeness.between(stories.get(i), others.get(j)).getRelation();
                taken += relation == Relation.NONE ? 0 : 1;
            }
        }
        // Of 79,800: the day and numbers of a lottery are now and then the same by chance.
        assertThat(taken).isLessThan(5);
    }

    @Test
    void itIsTheSameWhicheverAsks() {
        assertThat(PAIRS).noneMatch(pair -> {
            Relative one = Likeness.between(
                    Kinfolk.of(pair.earlier()).kin(), Kinfolk.of(pair.later()).kin());
            Relative other = Likeness.between(
                    Kinfolk.of(pair.later()).kin(), Kinfolk.of(pair.earlier()).kin());
            return one.getRelation() != other.getRelation() || one.getSimilarity() != other.getSimilarity();
        });
    }

    private static double precision(Relation relation) {
        return share(told -> told.relation() == relation, Told::isRight);
    }

    private static Predicate<Told> is(Relation relation) {
        return told -> told.pair().relation() == relation;
    }

    private static double share(Predicate<Told> of, Predicate<Told> that) {
        List<Told> all = TOLD.stream().filter(of).toList();
        return (double) all.stream().filter(that).count() / all.size();
    }
}
