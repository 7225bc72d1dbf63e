/// Money as whole minor units; never a float.
@NullMarked
package coop.roseash.contract.money;

import org.jspecify.annotations.NullMarked;
