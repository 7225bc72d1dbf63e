/// Mail that is sent once the change that caused it is committed.
@NullMarked
package coop.roseash.contract.mail;

import org.jspecify.annotations.NullMarked;
