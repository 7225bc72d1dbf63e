/// What every form and endpoint of the provider needs: exact parameters, a token against forgery, limits.
@NullMarked
package coop.roseash.federation.form;

import org.jspecify.annotations.NullMarked;
