package coop.roseash.blog.fragment;

import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

import coop.roseash.blog.Export;
import coop.roseash.contract.blog.Menus;
import coop.roseash.contract.blog.Menus.ChangeOutcome;
import coop.roseash.testing.EmbeddedServices;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BlogFragmentsTest {
    private static final String BLOG = "http://blog.rose-ash.localhost:8080";

    @Inject
    Menus menus;

    @BeforeEach
    void load() {
        Export.load();
    }

    @Test
    void lendsTheNavigationWithItsSecondLevel() {
        ChangeOutcome.Changed parent = assertInstanceOf(ChangeOutcome.Changed.class,
                menus.add(Menus.Place.PRIMARY, null, "Learn", "events:/"));
        menus.add(Menus.Place.PRIMARY, parent.id(), "Workshops", "events:/calendars/workshops");
        String nav = Arc.container().instance(NavFragment.class).get().nav(null).render();
        assertTrue(nav.contains("href=\"http://market.rose-ash.localhost:8080/\">Market"), nav);
        assertTrue(nav.contains("<summary>Learn</summary>"), nav);
        assertTrue(nav.contains("http://events.rose-ash.localhost:8080/calendars/workshops"), nav);
        menus.remove(parent.id());
        assertFalse(Arc.container().instance(NavFragment.class).get().nav(null).render().contains("Workshops"));
    }

    @Test
    void lendsPostsWithAbsoluteLinks() {
        PostCardFragment card = Arc.container().instance(PostCardFragment.class).get();
        String html = card.card("first-loaf").render();
        assertTrue(html.contains("href=\"" + BLOG + "/first-loaf\""), html);
        assertTrue(html.contains("src=\"" + BLOG + "/pictures/"), html);
        assertThrows(NotFoundException.class, () -> card.card("not-yet"));
        String teasers = Arc.container().instance(PostTeasersFragment.class).get().teasers("bread", 1).render();
        assertTrue(teasers.contains(BLOG + "/first-loaf"), teasers);
        assertFalse(teasers.contains("oven-night"), teasers);
    }

    @Test
    void answersOnlyThePlatform() {
        given().get("/internal/fragments/nav").then().statusCode(403);
    }
}
