/// The mail catcher: takes every mail, sends none on, and shows them.
@NullMarked
package coop.roseash.dev.mail;

import org.jspecify.annotations.NullMarked;
