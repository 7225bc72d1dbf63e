package coop.roseash.testing;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import coop.roseash.contract.member.Role;

import static org.assertj.core.api.Assertions.assertThat;

/// Walks all pages of an app that only some roles may open or change, with every wrong role; each app's `RolesTest`
/// extends it.
public abstract class RoleWalk {
    /// `{id}`, also with a pattern that holds braces itself.
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]|\\{[^{}]*\\})*\\}");

    /// One page with its method and the roles it is for.
    private record Guarded(String method, String path, String contentType, List<String> roles) {
        boolean isFor(Role role) {
            return role == Role.ADMIN || roles.contains(role.id()) || roles.contains(Role.MEMBER.id());
        }
    }

    @Test
    void refusesEveryWrongRoleOnEveryPage() {
        Map<Role, String> cookies = Arrays.stream(Role.values())
            .collect(Collectors.toMap(role -> role, role -> SignIn.as("walker_" + role.id(), role)));
        List<Guarded> pages = pages();
        assertThat(pages).isNotEmpty();
        for (Guarded page : pages) {
            for (Role role : Role.values()) {
                if (!page.isFor(role)) {
                    assertThat(status(page, cookies.getOrDefault(role, ""))).as("%s as %s", page, role).isEqualTo(403);
                }
            }
            assertThat(status(page, "")).as("%s as a guest", page).isIn(303, 401);
        }
    }

    private static int status(Guarded page, String cookie) {
        RequestSpecification request = RestAssured.given().redirects().follow(false).cookie(SignIn.COOKIE, cookie);
        return request.contentType(page.contentType()).request(page.method(), page.path()).statusCode();
    }

    private static List<Guarded> pages() {
        return CDI.current()
            .getBeanManager()
            .getBeans(Object.class, Any.Literal.INSTANCE)
            .stream()
            .map(bean -> (Class<?>) bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class) && type.getName().startsWith("coop.roseash."))
            .distinct()
            .flatMap(type -> Stream.of(type.getDeclaredMethods()).flatMap(method -> page(type, method).stream()))
            .toList();
    }

    private static Optional<Guarded> page(Class<?> type, Method method) {
        RolesAllowed roles = either(type, method, RolesAllowed.class);
        Optional<String> verb = Arrays.stream(method.getAnnotations())
            .flatMap(each -> Stream.of(each.annotationType().getAnnotationsByType(HttpMethod.class)))
            .map(HttpMethod::value)
            .findFirst();
        if (roles == null || verb.isEmpty()) {
            return Optional.empty();
        }
        Path below = method.getAnnotation(Path.class);
        String path = "/" + type.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value());
        Consumes consumes = either(type, method, Consumes.class);
        return Optional.of(new Guarded(verb.get(), PARAMETER.matcher(path).replaceAll("1").replaceAll("/+", "/"),
                consumes == null ? "application/x-www-form-urlencoded" : consumes.value()[0],
                List.of(roles.value())));
    }

    private static <A extends Annotation> @Nullable A either(Class<?> type, Method method, Class<A> annotation) {
        A own = method.getAnnotation(annotation);
        return own == null ? type.getAnnotation(annotation) : own;
    }
}
