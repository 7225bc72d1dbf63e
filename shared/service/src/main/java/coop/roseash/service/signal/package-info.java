/// Wakes work that waits for another process's commit.
@NullMarked
package coop.roseash.service.signal;

import org.jspecify.annotations.NullMarked;
