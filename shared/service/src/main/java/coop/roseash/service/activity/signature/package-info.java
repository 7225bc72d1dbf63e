/// HTTP signatures as the fediverse uses them, on the JDK's own cryptography.
@NullMarked
package coop.roseash.service.activity.signature;

import org.jspecify.annotations.NullMarked;
