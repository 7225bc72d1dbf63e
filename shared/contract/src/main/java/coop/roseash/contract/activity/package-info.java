/// What the apps say to the fediverse.
@NullMarked
package coop.roseash.contract.activity;

import org.jspecify.annotations.NullMarked;
