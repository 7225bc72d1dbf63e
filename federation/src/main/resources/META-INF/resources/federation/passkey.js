// Passkeys: asks the browser for a key and puts its answer into the form. Without script or support the forms
// stay hidden and the other ways to sign in remain.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => buffer === null || buffer === undefined ? undefined
    : btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  async function options(form) {
    const response = await fetch(form.action + "/options",
      { method: "POST", body: new URLSearchParams({ token: form.elements.token.value }) });
    if (response.redirected) location.reload();
    if (!response.ok) throw new Error(response.status === 429 ? "Please wait a moment and try again." : "Please load this page again.");
    const given = await response.json();
    given.challenge = bytes(given.challenge);
    if (given.user) given.user.id = bytes(given.user.id);
    for (const known of given.excludeCredentials ?? []) known.id = bytes(known.id);
    return given;
  }

  function send(form, credential) {
    const answer = credential.response;
    form.elements.credential.value = JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(answer.clientDataJSON),
        attestationObject: text(answer.attestationObject),
        authenticatorData: answer.signature ? text(answer.authenticatorData) : undefined,
        signature: text(answer.signature),
        userHandle: text(answer.userHandle),
      },
    });
    form.submit();
  }

  function say(form, error) {
    const line = form.querySelector("[data-passkey-error]");
    const refused = error.name === "NotAllowedError";
    line.textContent = error.name === "InvalidStateError" ? "This device has a passkey of yours already."
      : refused ? "Your device gave no passkey. Try again, or use another way." : error.message;
    line.hidden = false;
  }

  let waiting = new AbortController();

  // Offers passkeys in the list under the address field, where the browser can.
  async function offer(form) {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return;
    try {
      const publicKey = await options(form);
      send(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: waiting.signal }));
    } catch (error) {
      // Only the button speaks of failure: this was offered unasked.
    }
  }

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const creates = form.dataset.passkey === "create";
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      waiting.abort();
      const button = form.querySelector("button");
      button.disabled = true;
      try {
        const publicKey = await options(form);
        send(form, await (creates ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey })));
      } catch (error) {
        say(form, error);
        button.disabled = false;
      }
    });
    if (!creates) offer(form);
  }
})();
