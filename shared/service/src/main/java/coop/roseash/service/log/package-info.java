/// Changes log levels while the app runs.
@NullMarked
package coop.roseash.service.log;

import org.jspecify.annotations.NullMarked;
