/// A tolerant reader of ActivityStreams documents: plain JSON, no JSON-LD processing, no remote contexts.
@NullMarked
package coop.roseash.service.activity.json;

import org.jspecify.annotations.NullMarked;
