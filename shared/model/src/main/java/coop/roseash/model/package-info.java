/// Entities of all six domains, one package each; they never leave the services.
@NullMarked
package coop.roseash.model;

import org.jspecify.annotations.NullMarked;
