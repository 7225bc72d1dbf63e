/// Actors, objects and activities, and their ways between servers (ActivityPub).
@NullMarked
package coop.roseash.model.activity;

import org.jspecify.annotations.NullMarked;
