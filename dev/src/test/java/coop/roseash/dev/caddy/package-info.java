/// Tests of the sample configuration of the front server, with a real Caddy on loopback.
@NullMarked
package coop.roseash.dev.caddy;

import org.jspecify.annotations.NullMarked;
