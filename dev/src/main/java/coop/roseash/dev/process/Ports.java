package coop.roseash.dev.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import coop.roseash.dev.setting.Part;
import coop.roseash.dev.setting.Settings;
import coop.roseash.dev.setting.StartProblem;

/// Makes sure that every port is free before anything is started.
public final class Ports {
    private Ports() {}

    /// @throws StartProblem naming the busy port and the setting that moves it
    public static void requireFree(Settings settings) {
        for (Part part : Part.values()) {
            int port = settings.port(part);
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new StartProblem("Port " + port + " is taken by another program (wanted for " + part.setting()
                        + ").\nStop that program, or move this one: --set " + part.setting()
                        + "=<free port>, or move all of them: --set port.base=<first of 14 free ports>.");
            }
        }
    }

    /// The first of as many neighbouring ports as there are parts, all free just now.
    public static int freeBase() throws IOException {
        for (int base = 21_000; base < 31_000; base += 20) {
            if (allFree(base)) {
                return base;
            }
        }
        throw new IOException("No free ports between 21000 and 31000");
    }

    private static boolean allFree(int base) {
        for (Part part : Part.values()) {
            try (ServerSocket socket = new ServerSocket(base + part.offset())) {
                socket.setReuseAddress(true);
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }
}
