package coop.roseash.dev.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/// The ways of signing in, as steps of a journey.
final class SigningIn {
    private final RunningCooperative coop;

    SigningIn(RunningCooperative coop) {
        this.coop = coop;
    }

    /// On the sign-in page, with the demo's password.
    void byPassword(Visit visit, String handle) throws Exception {
        Page page = visit.page();
        page.locator("#password-email")
            .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        Locator folded = page.locator("details:has(#password-email) > summary");
        if (folded.count() > 0 && !page.locator("#password-email").isVisible()) {
            folded.click();
        }
        page.locator("#password-email").fill(handle + "@rose-ash.example");
        page.locator("#password").fill(coop.password());
        button(page, "Sign in with password").click();
        page.waitForURL(url -> !url.contains("/signin"));
    }

    /// Adds a passkey, signs in to another app with it, and is refused where the device does not know its owner or the
    /// key was copied.
    void byPasskey(Visit visit, String handle) throws Exception {
        Page page = visit.page();
        PasskeyDevice device = PasskeyDevice.plugInto(page, true);
        visit.open(coop.origin("federation") + "/security");
        byPassword(visit, handle);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add a passkey")).click();
        visit.look("12-add-a-passkey");
        page.locator("#name").fill("My laptop");
        button(page, "Add passkey").click();
        assertThat(page.locator("main")).containsText("The passkey is added.");
        assertThat(device.keys()).hasSize(1);
        visit.look("12-ways-to-sign-in");

        signOut(visit);
        visit.open(coop.origin("blog") + "/auth/login?to=/");
        // This device's owner picks the key the browser offers under the address field at once.
        page.waitForURL(url -> url.startsWith(coop.origin("blog")));
        assertThat(page.locator("header").first()).containsText("Sam");

        signOut(visit);
        page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
        visit.open(coop.origin("market") + "/auth/login?to=/");
        button(page, "Sign in with a passkey").click();
        page.waitForURL(url -> url.startsWith(coop.origin("market")));
        assertThat(page.locator("header").first()).containsText("Sam");

        signOut(visit);
        device.countFrom(0);
        refused(visit, "This passkey does not count here");
        device.recognises(false);
        refused(visit, "Your device gave no passkey");
    }

    private void refused(Visit visit, String why) {
        visit.open(coop.origin("federation") + "/signin?to=/timeline/local");
        button(visit.page(), "Sign in with a passkey").click();
        assertThat(visit.page().locator("main")).containsText(why);
    }

    private void signOut(Visit visit) {
        visit.open(coop.origin("federation") + "/");
        visit.page().locator("header details.menu summary").click();
        visit.page()
            .locator("header")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Sign out"))
            .click();
        assertThat(visit.page().locator("header").first()).containsText("Sign in");
    }

    /// Every page of the member's own and the admin's side of signing in, once.
    void lookAtItsPages(Visit member, Visit admin) throws Exception {
        member.open(coop.origin("federation") + "/signin");
        member.look("13-sign-in");
        member.open(coop.origin("federation") + "/security/password");
        byPassword(member, "sam");
        member.look("13-password");
        member.open(coop.origin("federation") + "/security");
        button(member.page(), "Turn codes on").click();
        member.look("13-codes");
        member.open(coop.origin("account") + "/devices");
        member.look("13-devices");
        admin.open(coop.origin("federation") + "/admin/invitations");
        byPassword(admin, "rosa");
        admin.page().locator("#email").fill("newcomer@example.org");
        button(admin.page(), "Invite").click();
        assertThat(admin.page().locator("main")).containsText("The invitation is on its way.");
        admin.look("13-invitations");
        admin.open(coop.origin("federation") + "/admin/audit");
        admin.look("13-audit");
        admin.open(coop.origin("federation") + "/admin/members");
        admin.look("13-members");
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
