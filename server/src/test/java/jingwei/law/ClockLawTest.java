package jingwei.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;

/// 时间只有一个来源: the business asks its platform's clock, security and logs an injected `java.time.Clock`; nobody asks
/// the machine.
@AnalyzeClasses(packages = "jingwei", importOptions = ImportOption.DoNotIncludeTests.class)
class ClockLawTest {

    @ArchTest
    static final ArchRule nobodyAsksTheMachine = noClasses()
            .that().resideOutsideOfPackages("jingwei.simulator..")
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(OffsetDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .orShould().callConstructor(Date.class);
}
