package jingwei.law;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jingwei.identity.Permit;
import jingwei.simulator.Requirement;
import org.springframework.web.bind.annotation.RequestMapping;

/// 每个端点声明权限: every endpoint says which permission it asks for (APM-02).
@AnalyzeClasses(packages = "jingwei", importOptions = ImportOption.DoNotIncludeTests.class)
@Requirement("APM-02")
class EndpointLawTest {

    @ArchTest
    static final ArchRule everyEndpointDeclaresItsPermission = methods()
            .that().areMetaAnnotatedWith(RequestMapping.class)
            .should().beAnnotatedWith(Permit.class);
}
