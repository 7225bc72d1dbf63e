/// One address for the six services and their neighbours.
@NullMarked
package coop.roseash.dev.gateway;

import org.jspecify.annotations.NullMarked;
