/// The ActivityPub addresses every app serves for the actors of its own host.
@NullMarked
package coop.roseash.infrastructure.activitypub;

import org.jspecify.annotations.NullMarked;
