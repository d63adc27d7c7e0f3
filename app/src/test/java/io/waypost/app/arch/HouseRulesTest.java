package io.waypost.app.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.waypost", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule coreKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("io.waypost.core..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.waypost.core..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule beansAreHidden = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.stereotype.Component")
            .and()
            .areNotMetaAnnotatedWith("org.springframework.boot.SpringBootConfiguration")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule nobodyReadsTheWallClock = noClasses()
            .that()
            .resideOutsideOfPackage("..kernel..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
