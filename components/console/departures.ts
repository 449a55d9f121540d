type Departures = {
  isUnsaved: () => boolean;
  /** A link to another page of the console was pressed and held back. */
  onLink: (href: string) => void;
  /** Back or forward was pressed and held back; `goOn` does it after all. */
  onTraverse: (goOn: () => void) => void;
};

/** The address of the link that a plain click follows inside this tab, if it leads to another page. */
function leavingHref(event: MouseEvent): string | null {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download"))
    return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname === location.pathname) return null;
  return url.pathname + url.search + url.hash;
}

/**
 * Watches every way out of the page and holds it back while something is unsaved. Back and forward need the
 * Navigation API; a browser without it lets them pass.
 * @returns what stops watching
 */
export function watchDepartures({ isUnsaved, onLink, onTraverse }: Departures): () => void {
  let allowedKey: string | null = null;
  const watching = new AbortController();
  const { signal } = watching;
  addEventListener("beforeunload", (event) => isUnsaved() && event.preventDefault(), { signal });
  document.addEventListener(
    "click",
    (event) => {
      const href = isUnsaved() ? leavingHref(event) : null;
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      onLink(href);
    },
    // Before the link's own handler, which would already start to load the page.
    { capture: true, signal },
  );
  if (!("navigation" in window)) return () => watching.abort();
  navigation.addEventListener(
    "navigate",
    (event) => {
      const { key, url } = event.destination;
      const isSamePage = new URL(url).pathname === location.pathname;
      if (event.navigationType !== "traverse" || !event.cancelable || isSamePage || !isUnsaved()) return;
      if (key === allowedKey) return;
      event.preventDefault();
      onTraverse(() => {
        allowedKey = key;
        navigation.traverseTo(key);
      });
    },
    { signal },
  );
  return () => watching.abort();
}
