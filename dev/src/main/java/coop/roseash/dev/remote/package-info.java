/// A small ActivityPub server of its own, so that the one-machine cooperative has somebody elsewhere to talk to.
@NullMarked
package coop.roseash.dev.remote;

import org.jspecify.annotations.NullMarked;
