/// The ActivityPub side of the site: actors, notes, inbox, processing and delivery.
@NullMarked
package coop.roseash.service.activity;

import org.jspecify.annotations.NullMarked;
