package coop.roseash.infrastructure.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/// A page for which a member must have proved who they are a short while ago (`step-up.age`): what concerns money,
/// keys or roles. Whoever has not is sent to the sign-in once more and comes back; a form is shown again by the page it
/// came from.
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FreshSignIn {}
