/// What the launcher is told on its command line and by the environment.
@NullMarked
package coop.roseash.dev.setting;

import org.jspecify.annotations.NullMarked;
