package dateline.launcher;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** schemas ← ingest, enrich, sink ← launcher; ingest, enrich and sink meet only in a topic. */
class ArchitectureTest {
    @SuppressWarnings("NullAway.Init")
    private static JavaClasses dateline;

    @BeforeAll
    static void read() {
        dateline = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dateline", "wire");
    }

    @Test
    void theModulesDependOnEachOtherAsDrawn() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dateline..", "wire..")
                .layer("records")
                .definedBy("wire..")
                .layer("schemas")
                .definedBy("dateline.schemas..")
                .layer("ingest")
                .definedBy("dateline.ingest..")
                .layer("enrich")
                .definedBy("dateline.enrich..")
                .layer("sink")
                .definedBy("dateline.sink..")
                .layer("launcher")
                .definedBy("dateline.launcher..")
                .whereLayer("launcher")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("ingest")
                .mayOnlyBeAccessedByLayers("launcher")
                .whereLayer("enrich")
                .mayOnlyBeAccessedByLayers("launcher")
                .whereLayer("sink")
                .mayOnlyBeAccessedByLayers("launcher")
                .whereLayer("records")
                .mayOnlyBeAccessedByLayers("schemas", "ingest", "enrich", "sink", "launcher")
                .whereLayer("schemas")
                .mayOnlyAccessLayers("records")
                .check(dateline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "sink"})
    void onlyTheRootOfAModuleKnowsKafka(String module) {
        noClasses()
                .that()
                .resideInAPackage("dateline." + module + ".(**)")
                .and()
                .resideOutsideOfPackage("dateline." + module)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "dateline.schemas..")
                .check(dateline);
    }

    @Test
    void nobodyUsesAnotherLogger() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dateline.launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.log4j..", "ch.qos.logback..")
                .check(dateline);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "sink", "launcher"})
    void thePackagesOfAModuleFormNoCircle(String module) {
        slices().matching("dateline." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(dateline);
    }

    /** Otherwise the rules above would hold for whatever reads nothing. */
    @Test
    void theRulesAreAboutSomething() {
        ArchRule everythingIsForbidden =
                noClasses().should().dependOnClassesThat(resideInAPackage("org.apache.kafka.."));
        assertThatThrownBy(() -> everythingIsForbidden.check(dateline)).isInstanceOf(AssertionError.class);
        assertThat(dateline.that(alwaysTrue())).hasSizeGreaterThan(100);
    }
}
