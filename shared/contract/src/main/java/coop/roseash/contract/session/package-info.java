/// Who is signed in where: the apps' own sessions, and the one at federation that they hang on.
@NullMarked
package coop.roseash.contract.session;

import org.jspecify.annotations.NullMarked;
