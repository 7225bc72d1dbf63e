/// Side effects that must survive a crash: written with the change, handled after it.
@NullMarked
package coop.roseash.contract.outbox;

import org.jspecify.annotations.NullMarked;
