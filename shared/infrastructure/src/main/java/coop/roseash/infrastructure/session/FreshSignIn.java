package coop.roseash.infrastructure.session;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/// A page for which a member must have proved who they are a short while ago (`step-up.age`): what concerns money,
/// keys or roles. Whoever has not is sent to the sign-in once more and comes back to the page, or from a form to the
/// page the form is on.
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface FreshSignIn {}
