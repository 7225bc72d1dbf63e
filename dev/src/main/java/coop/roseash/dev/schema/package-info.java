/// The schema as one readable file, made from the migrations.
@NullMarked
package coop.roseash.dev.schema;

import org.jspecify.annotations.NullMarked;
