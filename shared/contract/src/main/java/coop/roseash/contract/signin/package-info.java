/// What members prove themselves with beside a link by mail, and how people are invited.
@NullMarked
package coop.roseash.contract.signin;

import org.jspecify.annotations.NullMarked;
