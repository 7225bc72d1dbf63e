/// The register of applications of others, for admins, and for whoever runs the server from its command line.
@NullMarked
package coop.roseash.federation.client;

import org.jspecify.annotations.NullMarked;
