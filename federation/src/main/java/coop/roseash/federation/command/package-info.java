/// What whoever runs the server does from its command line: see [ProviderCommand].
@NullMarked
package coop.roseash.federation.command;

import org.jspecify.annotations.NullMarked;
