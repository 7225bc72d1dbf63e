/// Members, their roles and their passwords over PostgreSQL.
@NullMarked
package coop.roseash.service.member;

import org.jspecify.annotations.NullMarked;
