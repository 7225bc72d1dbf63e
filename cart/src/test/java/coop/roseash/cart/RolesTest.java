package coop.roseash.cart;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.testing.EmbeddedServices;
import coop.roseash.testing.RoleWalk;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RolesTest extends RoleWalk {}
