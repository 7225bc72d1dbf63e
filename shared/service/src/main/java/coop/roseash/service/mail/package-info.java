/// Sends the mails that wait in the outbox.
@NullMarked
package coop.roseash.service.mail;

import org.jspecify.annotations.NullMarked;
