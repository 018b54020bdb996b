package io.jenkins.plugins.sagemaker;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import hudson.model.Action;
import hudson.model.AdministrativeMonitor;
import hudson.model.Descriptor;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.verb.POST;

/** The walls of the house. */
class ArchitectureTest {

    private static final String BASE = "io.jenkins.plugins.sagemaker";
    private static final String[] JENKINS = {
        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees.."
    };

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("/lab/") || location.contains("/lab/plugin/"))
            .importPackages(BASE)
            .that(not(resideInAnyPackage(BASE + ".lab..")));

    @Test
    void thereIsSomethingToCheck() {
        assertThat(ours).hasSizeGreaterThan(100);
    }

    @Test
    void onlyTheJenkinsPackageKnowsJenkins() {
        noClasses()
                .that()
                .resideOutsideOfPackage(BASE + ".jenkins..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JENKINS)
                .check(ours);
    }

    @Test
    void operationsAndTheLinterKnowNoAws() {
        noClasses()
                .that()
                .resideInAnyPackage(BASE + ".operation..", BASE + ".nag..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(ours);
    }

    @Test
    void operationsKnowNothingButTheJdk() {
        classes()
                .that()
                .resideInAPackage(BASE + ".operation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", BASE + ".operation..")
                .check(ours);
    }

    @Test
    void noPackageDependsOnItselfThroughAnother() {
        slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(ours);
    }

    @Test
    void whatTheWebReachesOnADescriptorTakesOnlyPosts() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(Descriptor.class)
                .and()
                .haveNameMatching("do(Check|Fill|Test).*")
                .should(beAnnotatedWith(POST.class))
                .andShould()
                .bePublic()
                .check(ours);
    }

    @Test
    void whatTheWebReachesOnAMonitorTakesOnlyPosts() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAssignableTo(AdministrativeMonitor.class)
                .and()
                .haveNameMatching("do[A-Z].*")
                .should(beAnnotatedWith(POST.class))
                .check(ours);
    }

    @Test
    void nobodySleepsOrPrintsToTheConsole() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(ours);
        noClasses().should().accessField(System.class, "out").check(ours);
    }

    @Test
    void noActionIsARecordWhichJenkinsCannotReadBack() {
        noClasses()
                .that()
                .areAssignableTo(Action.class)
                .should()
                .beAssignableTo(Record.class)
                .allowEmptyShould(true)
                .check(ours);
    }
}
