package jingwei.law;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/// 两轴之间的墙: the nested rooms of the two axes and of handling never see each other, they meet only in the case; and only
/// `casework.store` speaks SQL to the tables of cases (SEC-01, HOUSE rules 3 and 4).
@AnalyzeClasses(packages = "jingwei", importOptions = ImportOption.DoNotIncludeTests.class)
class AxisLawTest {

    /// A table of the room in an SQL text: `casework.cases`, `casework.case_acts` …
    private static final Pattern TABLE = Pattern.compile("\\bcasework\\.(cases|case_[a-z_]+)\\b");
    private static final Pattern WRITE =
            Pattern.compile("(?i)\\b(INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|TRUNCATE|MERGE\\s+INTO)\\s+casework\\.");

    @ArchTest
    static final ArchRule theAxesNeverSeeEachOther = slices()
            .matching("jingwei.casework.(supervision|command|handling)..").namingSlices("axis $1")
            .should().notDependOnEachOther();

    @ArchTest
    static final ArchRule supervisionSeesNoCommandAndNoHandling = noClasses()
            .that().resideInAPackage("jingwei.casework.supervision..")
            .should().dependOnClassesThat().resideInAnyPackage("jingwei.casework.command..", "jingwei.casework.handling..");

    @ArchTest
    static final ArchRule commandSeesNoSupervisionAndNoHandling = noClasses()
            .that().resideInAPackage("jingwei.casework.command..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("jingwei.casework.supervision..", "jingwei.casework.handling..");

    @ArchTest
    static final ArchRule handlingSeesNoSupervisionAndNoCommand = noClasses()
            .that().resideInAPackage("jingwei.casework.handling..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("jingwei.casework.supervision..", "jingwei.casework.command..");

    @ArchTest
    static final ArchRule rulesNeverSpeakToTheDatabase = noClasses()
            .that().resideInAnyPackage("jingwei.casework.supervision..", "jingwei.casework.command..",
                    "jingwei.casework.handling..", "jingwei.casework.petition..", "jingwei.casework.oversight..",
                    "jingwei.casework.act..")
            .should().dependOnClassesThat().areAssignableTo(JdbcClient.class)
            .orShould().dependOnClassesThat().areAssignableTo(JdbcOperations.class)
            .orShould().dependOnClassesThat().resideInAPackage("jingwei.casework.store..");

    /// Only `casework` writes; rooms above may read the acts, as the map of the rooms says, and only those.
    @ArchTest
    static void onlyTheCaseworkRoomWritesCases(com.tngtech.archunit.core.domain.JavaClasses classes) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/java/jingwei"))) {
            List<Path> sources = all.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path file : sources) {
                String text = Files.readString(file);
                boolean store = file.getParent().endsWith(Path.of("casework", "store"));
                boolean reader = Stream.of("evaluation", "situation", "exchange")
                        .anyMatch(room -> file.startsWith(Path.of("src/main/java/jingwei", room)));
                if (!store) {
                    assertThat(WRITE.matcher(text).find()).as(file + " writes to the tables of cases").isFalse();
                }
                if (!store && !reader) {
                    assertThat(TABLE.matcher(text).find()).as(file + " names a table of cases").isFalse();
                }
            }
            assertThat(sources).hasSizeGreaterThan(100);
        }
    }
}
