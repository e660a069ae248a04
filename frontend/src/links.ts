// Links in what people wrote lead out of the site, and open beside the conversation: in an installed
// app or on a phone it would be left otherwise. Their rel is set where the HTML is made.

export function openLinksBeside(): void {
  document.addEventListener(
    "click",
    ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>(".prose a[href]") : null;
      const leadsOut = link && ["http:", "https:"].includes(link.protocol) && link.origin !== location.origin;
      if (leadsOut) link.target = "_blank";
    },
    { capture: true },
  );
}
