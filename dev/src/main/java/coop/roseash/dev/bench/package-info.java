/// Measurements against the peers named in the design, each started by a script in `dev/bench`.
@NullMarked
package coop.roseash.dev.bench;

import org.jspecify.annotations.NullMarked;
