/// Holds an app back until the database has the tables it needs.
@NullMarked
package coop.roseash.infrastructure.schema;

import org.jspecify.annotations.NullMarked;
