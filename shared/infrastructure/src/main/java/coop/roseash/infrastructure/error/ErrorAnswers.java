package coop.roseash.infrastructure.error;

import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import coop.roseash.infrastructure.trace.Trace;

/// Makes the answer for a status: a page for people, problem+json (RFC 9457) for machines.
@ApplicationScoped
class ErrorAnswers {
    private static final String PROBLEM = "application/problem+json";
    private static final int UNAVAILABLE = 503;
    private static final int RETRY_SECONDS = 5;

    private final ObjectMapper json;

    ErrorAnswers(ObjectMapper json) {
        this.json = json;
    }

    /// @param accept the request's Accept header
    /// @param detail what is wrong, where it may be said; else null
    Response answer(int status, @Nullable String accept, @Nullable String detail) {
        ErrorWords words = ErrorWords.of(status);
        Response.ResponseBuilder answer = Response.status(status).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (status == UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        String trace = Trace.current().map(Trace::id).orElse(null);
        if (accept != null && accept.contains(MediaType.TEXT_HTML)) {
            return answer.entity(Templates.error(status, words, detail, trace).render())
                .type(MediaType.TEXT_HTML + ";charset=UTF-8")
                .build();
        }
        return answer.entity(problem(status, words, detail, trace)).type(PROBLEM).build();
    }

    private String problem(int status, ErrorWords words, @Nullable String detail, @Nullable String trace) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", words.title());
        problem.put("status", status);
        problem.put("detail", detail == null ? words.advice() : detail);
        if (trace != null) {
            problem.put("trace", trace);
        }
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @CheckedTemplate(basePath = "")
    static class Templates {
        static native TemplateInstance error(int status, ErrorWords words, @Nullable String detail,
                @Nullable String trace);
    }
}
