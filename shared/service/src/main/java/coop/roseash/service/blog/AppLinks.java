package coop.roseash.service.blog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import coop.roseash.contract.app.Addresses;
import coop.roseash.contract.app.AppName;

/// Links between the rooms as editors write them, `market:/bread`, whatever the site's addresses are.
@ApplicationScoped
class AppLinks {
    private static final Pattern IN_APP = Pattern.compile("(blog|market|cart|events|federation|account):(/\\S*)");

    private final Addresses addresses;

    AppLinks(Addresses addresses) {
        this.addresses = addresses;
    }

    static boolean isOne(String address) {
        return IN_APP.matcher(address).matches();
    }

    /// The address itself where it is no link into a room.
    String resolve(String address) {
        Matcher inApp = IN_APP.matcher(address);
        return inApp.matches() ? addresses.origin(AppName.of(inApp.group(1))) + inApp.group(2) : address;
    }

    /// Absolute, also where it is a path of the blog.
    String absolute(String address) {
        return address.startsWith("/") ? addresses.origin(AppName.BLOG) + address : resolve(address);
    }
}
