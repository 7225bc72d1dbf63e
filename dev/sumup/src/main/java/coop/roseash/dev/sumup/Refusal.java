package coop.roseash.dev.sumup;

import java.util.LinkedHashMap;
import java.util.Map;

/// An error as the API words it; its body has a different shape for each kind, as the original's do.
final class Refusal extends RuntimeException {
    private final int status;
    private final String contentType;
    private final Map<String, Object> body;

    private Refusal(int status, String contentType, Map<String, Object> body) {
        super(body.toString());
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    Map<String, Object> body() {
        return body;
    }

    static Refusal missing(String parameter) {
        return invalid("Validation error: required", "MISSING", parameter);
    }

    static Refusal invalid(String parameter) {
        return invalid("Validation error: invalid", "INVALID", parameter);
    }

    private static Refusal invalid(String message, String code, String parameter) {
        return json(400, Map.of("message", message, "error_code", code, "param", parameter));
    }

    static Refusal unauthorised() {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "https://developer.sumup.com/problem/unauthorized");
        problem.put("title", "Unauthorized");
        problem.put("status", 401);
        problem.put("detail", "Credentials are missing or invalid.");
        return new Refusal(401, "application/problem+json", problem);
    }

    static Refusal forbidden() {
        return json(403, Map.of("error_message", "Forbidden", "error_code", "FORBIDDEN", "status_code", "403"));
    }

    static Refusal notFound() {
        return json(404, Map.of("error_code", "NOT_FOUND", "message", "Resource not found"));
    }

    static Refusal duplicate() {
        return conflict("DUPLICATED_CHECKOUT", "Checkout with this checkout reference and pay to email already exists");
    }

    static Refusal processed() {
        return conflict("CHECKOUT_PROCESSED", "Checkout is already processed");
    }

    static Refusal conflict(String code, String message) {
        return json(409, Map.of("error_code", code, "message", message));
    }

    private static Refusal json(int status, Map<String, Object> body) {
        return new Refusal(status, "application/json", body);
    }
}
