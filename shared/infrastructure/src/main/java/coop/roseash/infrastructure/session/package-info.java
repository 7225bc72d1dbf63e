/// Who the visitor is: the app's own session after the sign-in at federation.
@NullMarked
package coop.roseash.infrastructure.session;

import org.jspecify.annotations.NullMarked;
