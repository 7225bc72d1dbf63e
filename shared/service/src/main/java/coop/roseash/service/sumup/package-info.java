/// A client of SumUp's checkout API. Of our own, because the official one carries money as floating point numbers.
@NullMarked
package coop.roseash.service.sumup;

import org.jspecify.annotations.NullMarked;
