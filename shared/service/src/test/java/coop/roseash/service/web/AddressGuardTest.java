package coop.roseash.service.web;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import coop.roseash.service.web.AddressGuard.Verdict.Connect;
import coop.roseash.service.web.AddressGuard.Verdict.Refuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class AddressGuardTest {
    private final AddressGuard guard = new AddressGuard(TestWebConfig.allowing("127.0.0.1:8099", "shop.localhost:81"));

    @ParameterizedTest
    @ValueSource(strings = {
            "http://127.0.0.1/",
            "http://127.0.0.1:8098/",
            "http://localhost/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://017700000001/",
            "http://127.1/",
            "http://0177.0.0.1/",
            "http://0x7f.0.0.1/",
            "http://127.0.0.1./",
            "http://10.0.0.5/",
            "http://169.254.169.254/latest/meta-data",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://[2002:7f00:1::]/",
            "http://1.1.1.1:8080/",
            "http://user@1.1.1.1/",
            "ftp://1.1.1.1/",
            "file:///etc/passwd",
            "http:///path"})
    void refusesEveryWayToSayAPrivateAddress(String address) {
        assertInstanceOf(Refuse.class, guard.check(URI.create(address)), address);
    }

    @Test
    void connectsToThePublicAddressItChecked() throws UnknownHostException {
        assertEquals(new Connect(InetAddress.getByName("1.1.1.1"), 443), guard.check(URI.create("https://1.1.1.1/")));
    }

    @Test
    void letsAnAllowedAuthorityThroughExactly() throws UnknownHostException {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        assertEquals(new Connect(loopback, 8099), guard.check(URI.create("http://127.0.0.1:8099/shop")));
        assertInstanceOf(Refuse.class, guard.check(URI.create("http://127.0.0.1:8100/shop")));
        assertInstanceOf(Refuse.class, guard.check(URI.create("http://localhost:8099/shop")));
    }

    @Test
    void knowsThatNamesUnderLocalhostAreLoopback() {
        Connect connect = assertInstanceOf(Connect.class, guard.check(URI.create("http://SHOP.localhost:81/")));
        assertEquals(true, connect.address().isLoopbackAddress());
    }
}
