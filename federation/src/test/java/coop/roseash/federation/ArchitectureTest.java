package coop.roseash.federation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import coop.roseash.testing.BoundaryRules;

@AnalyzeClasses(packages = "coop.roseash", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule noImplementationIsNamed = BoundaryRules.NO_IMPLEMENTATION_IS_NAMED;
    @ArchTest
    static final ArchRule entitiesStayInTheServices = BoundaryRules.ENTITIES_STAY_IN_THE_SERVICES;
    @ArchTest
    static final ArchRule contractsStandAlone = BoundaryRules.CONTRACTS_STAND_ALONE;
    @ArchTest
    static final ArchRule pagesHoldNoTransaction = BoundaryRules.PAGES_HOLD_NO_TRANSACTION;
    @ArchTest
    static final ArchRule featuresHaveNoCircle = BoundaryRules.noCircleUnder("coop.roseash.federation");
}
