/// What the OpenID provider keeps: its clients, the grants it made, its keys, and the log of sign-ins.
@NullMarked
package coop.roseash.contract.provider;

import org.jspecify.annotations.NullMarked;
