// Runs before the first paint: the reader's own choice of theme, kept for all rooms of the site.
const themeCookie = document.cookie.match(/(?:^|; )ra_theme=(light|dark)/);
if (themeCookie) document.documentElement.dataset.theme = themeCookie[1];
