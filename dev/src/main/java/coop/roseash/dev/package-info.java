/// The whole cooperative on one machine with one command.
@NullMarked
package coop.roseash.dev;

import org.jspecify.annotations.NullMarked;
