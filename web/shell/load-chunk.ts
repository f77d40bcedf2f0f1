/** The parts of the app that are loaded when they are needed, and what becomes of one that does not come. */

/** How long after each failure a part is asked for again; the third failure counts. */
const RETRY_AFTER_MS = [300, 1_200];

const sleep = (ms: number) => new Promise<void>((done) => void setTimeout(done, ms));

/** Loads a part of the app; a request that breaks off is repeated. Rejects with the last failure. */
export async function loadChunk<T>(load: () => Promise<T>, wait = sleep): Promise<T> {
  for (const delayMs of RETRY_AFTER_MS) {
    try {
      return await load();
    } catch {
      await wait(delayMs);
      await reloadStyles();
    }
  }
  return load();
}

/** The loader asks for each style once and takes one that failed for loaded, so it is asked for here. */
async function reloadStyles(): Promise<void> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]');
  const failed = [...links].filter((link) => link.sheet === null);
  await Promise.all(
    failed.map(
      (link) =>
        new Promise<void>((done) => {
          const again = link.cloneNode() as HTMLLinkElement;
          again.addEventListener("load", () => done());
          again.addEventListener("error", () => done());
          link.replaceWith(again);
        }),
    ),
  );
}

/**
 * Whether the server serves another build than the one that runs here, whose parts are then gone. False
 * when the server does not answer.
 */
export async function isOutdated(
  send: typeof fetch = (...args) => fetch(...args),
): Promise<boolean> {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute("src");
  if (!own) return false;
  try {
    const response = await send("/", { cache: "no-store" });
    return response.ok && !(await response.text()).includes(own);
  } catch {
    return false;
  }
}
