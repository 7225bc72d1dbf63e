package coop.roseash.infrastructure.session;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RequestingDeviceTest {
    @ParameterizedTest
    @CsvSource({"203.0.113.9,203.0.113.x", "2001:db8:1:2:3:4:5:6,2001:db8:1::x", "0:0:0:0:0:0:0:1,0:0:0::x", "'',''"})
    void keepsTheNetworkAndLeavesTheHostOut(String address, String place) {
        assertEquals(place, RequestingDevice.place(address));
    }
}
