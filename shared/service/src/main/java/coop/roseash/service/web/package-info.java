/// Requests to the open web, guarded against server-side request forgery.
@NullMarked
package coop.roseash.service.web;

import org.jspecify.annotations.NullMarked;
