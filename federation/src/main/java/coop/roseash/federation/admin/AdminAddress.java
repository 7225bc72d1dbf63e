package coop.roseash.federation.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The address of a list with what was searched for.
record AdminAddress(String address) {
    AdminAddress with(String name, String value) {
        String pair = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return value.isEmpty() ? this : new AdminAddress(address + (address.contains("?") ? "&" : "?") + pair);
    }

    @Override
    public String toString() {
        return address;
    }
}
