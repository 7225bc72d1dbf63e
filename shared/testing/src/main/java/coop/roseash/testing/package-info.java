/// Real PostgreSQL and Redis for tests, and the rules that hold the boundaries between modules.
@NullMarked
package coop.roseash.testing;

import org.jspecify.annotations.NullMarked;
