package coop.roseash.infrastructure.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;

/// Calls any guarded use case, with nothing in its hands, as whoever sends the request.
@Path("/use-case/{name}")
@RunOnVirtualThread
public class UseCasePage {
    /// One method of a contract's implementation that only some roles may call.
    record Guarded(Bean<?> bean, Method method) {
        String name() {
            return bean.getBeanClass().getSimpleName() + "." + method.getName();
        }

        List<String> roles() {
            return List.of(method.getAnnotation(RolesAllowed.class).value());
        }
    }

    static List<Guarded> guarded() {
        BeanManager beans = CDI.current().getBeanManager();
        return beans.getBeans(Object.class, Any.Literal.INSTANCE)
            .stream()
            .filter(bean -> bean.getBeanClass().getName().startsWith("coop.roseash.service."))
            .flatMap(bean -> Stream.of(bean.getBeanClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(RolesAllowed.class))
                .map(method -> new Guarded(bean, method)))
            .toList();
    }

    @POST
    public String call(String name) throws Throwable {
        Guarded guarded = guarded().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(NotFoundException::new);
        BeanManager beans = CDI.current().getBeanManager();
        CreationalContext<?> context = beans.createCreationalContext(guarded.bean());
        Object useCase = beans.getReference(guarded.bean(), guarded.bean().getBeanClass(), context);
        guarded.method().setAccessible(true);
        try {
            guarded.method().invoke(useCase, nothing(guarded.method()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SecurityException refusal) {
                throw refusal;
            }
        }
        return "let in";
    }

    private static Object[] nothing(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(UseCasePage::nothing).toArray();
    }

    private static Object nothing(Class<?> type) {
        if (!type.isPrimitive()) {
            return null;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 0L : (Object) 0;
    }
}
