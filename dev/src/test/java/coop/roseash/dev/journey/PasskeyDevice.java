package coop.roseash.dev.journey;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/// A device that keeps passkeys, as Chromium plays it for tests (Web Authentication Level 3, section 11).
final class PasskeyDevice {
    private final CDPSession browser;
    private final String id;

    private PasskeyDevice(CDPSession browser, String id) {
        this.browser = browser;
        this.id = id;
    }

    /// @param verifies whether its owner is recognised by finger, face or PIN
    static PasskeyDevice plugInto(Page page, boolean verifies) {
        CDPSession browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", verifies);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        String id = browser.send("WebAuthn.addVirtualAuthenticator", parameters).get("authenticatorId").getAsString();
        return new PasskeyDevice(browser, id);
    }

    JsonArray keys() {
        return browser.send("WebAuthn.getCredentials", named()).getAsJsonArray("credentials");
    }

    void recognises(boolean owner) {
        JsonObject parameters = named();
        parameters.addProperty("isUserVerified", owner);
        browser.send("WebAuthn.setUserVerified", parameters);
    }

    /// Sets a key's counter back, as on a copy of the device.
    void countFrom(int signCount) {
        JsonObject key = keys().get(0).getAsJsonObject();
        key.addProperty("signCount", signCount);
        browser.send("WebAuthn.clearCredentials", named());
        JsonObject parameters = named();
        parameters.add("credential", key);
        browser.send("WebAuthn.addCredential", parameters);
    }

    private JsonObject named() {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", id);
        return parameters;
    }
}
