package coop.roseash.infrastructure.session;

import org.jspecify.annotations.Nullable;

import io.vertx.ext.web.RoutingContext;

import coop.roseash.contract.session.Session;

/// The device a request comes from, as far as a member should see it later.
public final class RequestingDevice {
    private static final int GROUPS_OF_A_SITE = 3;

    private RequestingDevice() {}

    public static Session.Device of(RoutingContext request) {
        String browser = request.request().getHeader("User-Agent");
        return new Session.Device(browser == null ? "" : browser,
                place(request.request().remoteAddress().hostAddress()));
    }

    /// The network of an address without the host in it: 24 bits of IPv4, 48 of IPv6.
    static String place(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return "";
        }
        int lastDot = address.lastIndexOf('.');
        if (lastDot >= 0) {
            return address.substring(0, lastDot) + ".x";
        }
        String[] groups = address.split(":", -1);
        StringBuilder site = new StringBuilder();
        for (int i = 0; i < GROUPS_OF_A_SITE && i < groups.length && !groups[i].isEmpty(); i++) {
            site.append(groups[i]).append(':');
        }
        return site.append(":x").toString();
    }
}
