package coop.roseash.federation.command;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ClientArgumentsTest {
    @Test
    void makesAFormOfWhatIsSaid() {
        assertEquals(Optional.of("redirect=https%3A%2F%2Fa.example%2Fcb&redirect=http%3A%2F%2F127.0.0.1%3A9%2F"
                + "&backchannel=https%3A%2F%2Fa.example%2Fbye&name=A+B&scope=openid&id=a&kind=confidential"),
                ClientArguments.form(List.of("a", "--redirect", "https://a.example/cb", "--redirect",
                        "http://127.0.0.1:9/", "--ask", "--backchannel", "https://a.example/bye", "--name", "A B",
                        "--scope", "openid")));
        assertEquals(Optional.of("redirect=x&id=a&kind=public&name=a&scope=openid&scope=profile&scope=email"
                + "&scope=offline_access"), ClientArguments.form(List.of("a", "--redirect", "x", "--public")));
    }

    @Test
    void understandsNothingElse() {
        for (List<String> arguments : List.of(List.<String>of(), List.of("a"), List.of("--redirect", "x"),
                List.of("a", "--redirect"), List.of("a", "--whatever"))) {
            assertEquals(Optional.empty(), ClientArguments.form(arguments), arguments.toString());
        }
    }
}
