// What gets better with script: the theme switch, the current place in the navigation, words for screen readers.
// Everything here works, plainly, without it.
(() => {
  const root = document.documentElement;
  const status = document.getElementById("status");

  const themeSwitch = document.querySelector(".theme-switch");
  if (themeSwitch) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const theme = () => root.dataset.theme ?? (dark.matches ? "dark" : "light");
    const show = () => themeSwitch.setAttribute("aria-pressed", String(theme() === "dark"));
    themeSwitch.hidden = false;
    show();
    dark.addEventListener("change", show);
    themeSwitch.addEventListener("click", () => {
      root.dataset.theme = theme() === "dark" ? "light" : "dark";
      const site = location.hostname.split(".").slice(1).join(".");
      const domain = site ? `; domain=${site}` : "";
      const secure = location.protocol === "https:" ? "; secure" : "";
      document.cookie = `ra_theme=${root.dataset.theme}; path=/; max-age=31536000; samesite=lax${domain}${secure}`;
      show();
    });
  }

  const links = [...document.querySelectorAll(".site-nav a[href]")]
    .filter((link) => link.origin === location.origin && (location.pathname + "/").startsWith(link.pathname.replace(/\/?$/, "/")))
    .sort((one, other) => other.pathname.length - one.pathname.length);
  links[0]?.setAttribute("aria-current", links[0].pathname === location.pathname ? "page" : "true");

  const closeMenus = (except) => document.querySelectorAll("details.menu[open], .site-nav details[open]").forEach((menu) => {
    if (!menu.contains(except)) menu.open = false;
  });
  document.addEventListener("click", (event) => closeMenus(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    document.activeElement?.closest("details")?.querySelector("summary")?.focus();
    closeMenus(null);
  });

  // An answer says `HX-Trigger: {"say": "Added to your basket"}`, and a screen reader hears it.
  document.addEventListener("say", (event) => {
    if (status) status.textContent = event.detail.value;
    const form = event.target.closest?.("form[data-basket]");
    if (!form) return;
    const note = form.querySelector(".basket-note") ?? form.appendChild(document.createElement("p"));
    note.className = "basket-note meta";
    note.textContent = event.detail.value;
  });
  // A form with `data-basket` adds to the basket and stays where it is.
  const stayHere = (within) => within.querySelectorAll("form[data-basket]:not([hx-post])").forEach((form) => {
    form.setAttribute("hx-post", form.getAttribute("action"));
    form.setAttribute("hx-target", "#cart-mini");
    form.setAttribute("hx-disabled-elt", "find button");
    if (document.readyState === "complete") window.htmx?.process(form);
  });
  stayHere(document);
  document.addEventListener("htmx:load", (event) => stayHere(event.detail.elt));
  for (const failure of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => { if (status) status.textContent = status.dataset.offline; });
  }
  // A refused form comes back with its errors; show them where the form was.
  document.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    if (xhr.status >= 400 && xhr.status < 500 && xhr.getResponseHeader("Content-Type")?.startsWith("text/html")) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
})();
