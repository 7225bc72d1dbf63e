/// What the blog lends to every page: navigation and posts.
@NullMarked
package coop.roseash.blog.fragment;

import org.jspecify.annotations.NullMarked;
