/// Tests of the scripts that deploy, over throwaway Git repositories and a Docker that only writes down.
@NullMarked
package coop.roseash.dev.deploy;

import org.jspecify.annotations.NullMarked;
