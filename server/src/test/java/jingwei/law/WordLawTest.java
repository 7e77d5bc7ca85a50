package jingwei.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jingwei.process.Act;

/// 用词: every public type of the domain's root packages and every act stands in the glossary; words that say nothing, or
/// the wrong thing, name neither a type nor a package.
@AnalyzeClasses(packages = "jingwei", importOptions = ImportOption.DoNotIncludeTests.class)
class WordLawTest {

    private static final Path GLOSSARY = Path.of("../docs/domain/glossary.md");
    private static final List<String> ROOMS =
            List.of("jingwei.casework", "jingwei.process", "jingwei.organization", "jingwei.catalog");

    /// Words of a type name, in capitals where they begin: what says nothing, and the words the glossary gives away
    /// otherwise (核查 is a check, 作废 annuls, 督办 expedites, 回退 sends back, 挂账 holds, a tenant is a platform).
    private static final Set<String> BANNED = Set.of("Impl", "Util", "Utils", "Helper", "Helpers", "Manager", "Common",
            "Base", "Abstract", "Misc", "Stuff", "Info", "Dto", "Vo", "Pojo", "Bean", "Inspect", "Inspection", "Inspector",
            "Void", "Supervise", "Suspend", "Tenant", "Ticket", "Workorder", "Workflow", "Grid2", "Taskforce");
    private static final Set<String> BANNED_PACKAGES = Set.of("common", "util", "utils", "core", "base", "system", "config",
            "admin", "helper", "helpers", "impl", "misc", "manager", "dto", "entity", "service", "dao", "model");
    private static final Pattern WORDS = Pattern.compile("[A-Z][a-z0-9]*");

    @ArchTest
    static void publicDomainTypesStandInTheGlossary(JavaClasses classes) throws IOException {
        Set<String> identifiers = identifiers();
        List<String> missing = classes.stream()
                .filter(type -> ROOMS.contains(type.getPackageName()) && type.isTopLevelClass()
                        && type.getModifiers().contains(JavaModifier.PUBLIC) && !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName).filter(name -> !identifiers.contains(name)).sorted().toList();
        assertThat(missing).as("public types without a line in docs/domain/glossary.md").isEmpty();
    }

    @ArchTest
    static void everyActStandsInTheGlossaryUnderItsChineseWord(JavaClasses classes) throws IOException {
        List<String> lines = Files.readAllLines(GLOSSARY);
        for (Act act : Act.values()) {
            assertThat(lines).as(act.word()).anyMatch(line -> line.startsWith("| " + act.text().zh() + " |")
                    && line.contains("`" + act.word() + "`"));
        }
    }

    @ArchTest
    static void noTypeIsNamedByAWordThatSaysNothing(JavaClasses classes) {
        List<String> bad = new ArrayList<>();
        for (JavaClass type : classes) {
            if (!type.isAnonymousClass()) {
                WORDS.matcher(type.getSimpleName()).results().filter(word -> BANNED.contains(word.group()))
                        .forEach(word -> bad.add(type.getName() + ": " + word.group()));
            }
        }
        assertThat(bad).isEmpty();
    }

    @ArchTest
    static void noPackageIsNamedByAWordThatSaysNothing(JavaClasses classes) {
        Set<String> bad = classes.stream().map(JavaClass::getPackageName)
                .filter(name -> List.of(name.split("\\.")).stream().anyMatch(BANNED_PACKAGES::contains))
                .collect(Collectors.toSet());
        assertThat(bad).isEmpty();
    }

    private static Set<String> identifiers() throws IOException {
        return Pattern.compile("`([^`]+)`").matcher(Files.readString(GLOSSARY)).results().map(hit -> hit.group(1))
                .collect(Collectors.toSet());
    }
}
