package coop.roseash.infrastructure.error;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;

/// The one place where what flies out of pages becomes an answer; nothing of the program's inside is shown.
@ApplicationScoped
class ErrorMapper {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class);
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;
    private static final int UNAVAILABLE = 503;
    /// character_not_in_repertoire
    private static final String UNSTORABLE = "22021";
    /// connection_exception and the shutdowns (PostgreSQL's appendix A)
    private static final Pattern OUTAGES = Pattern.compile("08...|57P0[1-3]");

    private final ErrorAnswers answers;
    private final ExecutorService threads;

    ErrorMapper(ErrorAnswers answers, @VirtualThreads ExecutorService threads) {
        this.answers = answers;
        this.threads = threads;
    }

    @ServerExceptionMapper
    Uni<Response> refused(WebApplicationException refusal, ContainerRequestContext request) {
        Response said = refusal.getResponse();
        if (said.hasEntity() || said.getStatusInfo().getFamily() == Response.Status.Family.REDIRECTION) {
            return Uni.createFrom().item(said);
        }
        if (said.getStatus() >= SERVER_ERROR) {
            LOG.errorf(refusal, "%s %s failed", request.getMethod(), request.getUriInfo().getPath());
        }
        return answer(said.getStatus(), request, null);
    }

    @ServerExceptionMapper
    Uni<Response> invalid(ConstraintViolationException violations, ContainerRequestContext request) {
        String detail = violations.getConstraintViolations()
            .stream()
            .map(ErrorMapper::sentence)
            .sorted()
            .collect(Collectors.joining("; "));
        return answer(BAD_REQUEST, request, detail);
    }

    @ServerExceptionMapper
    Uni<Response> failed(Throwable failure, ContainerRequestContext request) {
        if (isMalformed(failure) || isAny(failure, ErrorMapper::isUnstorableText)) {
            return answer(BAD_REQUEST, request, null);
        }
        if (isAny(failure, ErrorMapper::isOutage)) {
            LOG.errorf("%s %s failed: %s", request.getMethod(), request.getUriInfo().getPath(), failure);
            return answer(UNAVAILABLE, request, null);
        }
        LOG.errorf(failure, "%s %s failed", request.getMethod(), request.getUriInfo().getPath());
        return answer(SERVER_ERROR, request, null);
    }

    /// The page's fragments are waited for, so the answer is made on a thread that may wait.
    private Uni<Response> answer(int status, ContainerRequestContext request, @Nullable String detail) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        return Uni.createFrom().item(() -> answers.answer(status, accept, detail)).runSubscriptionOn(threads);
    }

    /// A form body or a query that cannot be decoded, for example a lone `%`.
    private static boolean isMalformed(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof IllegalArgumentException
                && Arrays.stream(trace).limit(12).anyMatch(ErrorMapper::isDecoding);
    }

    /// Text with a NUL in it, which PostgreSQL cannot hold; no person types one.
    private static boolean isUnstorableText(Throwable cause) {
        return cause instanceof SQLException sql && UNSTORABLE.equals(sql.getSQLState());
    }

    /// Redis or the database does not answer, or the pool has no connection to lend (which has no state).
    private static boolean isOutage(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql.getSQLState() == null || OUTAGES.matcher(sql.getSQLState()).matches();
        }
        return cause instanceof ConnectException || cause instanceof TimeoutException;
    }

    private static boolean isAny(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(kind);
    }

    private static boolean isDecoding(StackTraceElement element) {
        return element.getClassName().startsWith("org.jboss.resteasy.reactive")
                && element.getClassName().contains("Form")
                || element.getClassName().endsWith("URLUtils") || element.getClassName().endsWith("QueryStringDecoder");
    }

    private static String sentence(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1) + " " + violation.getMessage();
    }
}
