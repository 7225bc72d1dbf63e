package coop.roseash.testing;

import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/// The lines between apps, contracts and implementations, checked by each app's `ArchitectureTest`.
public final class BoundaryRules {
    private BoundaryRules() {}

    public static final ArchRule NO_IMPLEMENTATION_IS_NAMED = noClasses().that()
        .resideOutsideOfPackage("coop.roseash.service..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("coop.roseash.service..")
        .because("apps know contracts; CDI finds the one bean that implements each");

    public static final ArchRule ENTITIES_STAY_IN_THE_SERVICES = noClasses().that()
        .resideOutsideOfPackages("coop.roseash.service..", "coop.roseash.model..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("coop.roseash.model..")
        .because("entities never reach a page or a template");

    public static final ArchRule CONTRACTS_STAND_ALONE = classes().that()
        .resideInAPackage("coop.roseash.contract..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("coop.roseash.contract..", "java..", "org.jspecify..")
        .because("a contract must be readable without any framework");

    public static final ArchRule PAGES_HOLD_NO_TRANSACTION = noClasses().that()
        .haveSimpleNameEndingWith("Page")
        .should()
        .beAnnotatedWith("jakarta.transaction.Transactional")
        .because("the transaction belongs to the use case");

    /// No circle between the feature packages of one app or module.
    public static ArchRule noCircleUnder(String packageName) {
        return slices().matching(packageName + ".(*)..").should().beFreeOfCycles().allowEmptyShould(true);
    }
}
