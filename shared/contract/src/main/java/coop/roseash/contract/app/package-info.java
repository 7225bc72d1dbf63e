/// The six apps by name.
@NullMarked
package coop.roseash.contract.app;

import org.jspecify.annotations.NullMarked;
