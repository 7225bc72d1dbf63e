package coop.roseash.contract.web;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How a request to the open web ended.
public sealed interface FetchOutcome {
    /// The server answered, with whatever status.
    ///
    /// @param address the last one, after redirects
    /// @param headers by lower-case name; the first value of each
    record Answered(URI address, int status, Map<String, String> headers, byte[] body) implements FetchOutcome {
        public Answered {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /// The media type without its parameters, in lower case; empty where none was said.
        public String mediaType() {
            return header("content-type").map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
        }

        public String text() {
            return new String(body, charset());
        }

        private Charset charset() {
            String type = header("content-type").orElse("").toLowerCase(Locale.ROOT);
            int at = type.indexOf("charset=");
            if (at < 0) {
                return StandardCharsets.UTF_8;
            }
            try {
                return Charset.forName(type.substring(at + 8).split(";", 2)[0].replace("\"", "").strip());
            } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                return StandardCharsets.UTF_8;
            }
        }
    }

    /// Not asked at all: the address is not public, or not one we speak to.
    record Refused(URI address, String reason) implements FetchOutcome {}

    /// Asked, but no whole answer came: no connection, too slow, too large.
    record Failed(URI address, String reason) implements FetchOutcome {}
}
