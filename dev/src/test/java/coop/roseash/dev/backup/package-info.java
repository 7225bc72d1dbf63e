/// Tests of the backup and restore scripts, with a real PostgreSQL.
@NullMarked
package coop.roseash.dev.backup;

import org.jspecify.annotations.NullMarked;
