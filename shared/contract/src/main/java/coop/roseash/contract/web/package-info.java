/// Requests to the open web that can never reach a private address.
@NullMarked
package coop.roseash.contract.web;

import org.jspecify.annotations.NullMarked;
