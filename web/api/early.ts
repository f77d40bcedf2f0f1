/** What the script in the page asked for while the app was still on its way, by address. */
export type EarlyAnswers = Map<string, Promise<Response>>;

declare global {
  interface Window {
    weftEarly?: EarlyAnswers;
  }
}

/**
 * Takes an answer that was asked for early instead of asking again, once each. What was asked before anything
 * was changed, or as somebody who was not signed in, is not what stands now: it is thrown away.
 */
export function withEarly(send: typeof fetch, early: EarlyAnswers): typeof fetch {
  for (const [address, answer] of early) {
    const read = answer.then(readAhead);
    read.catch(() => undefined);
    early.set(address, read);
  }
  return async (input, init) => {
    const address = String(input);
    const isRead = (init?.method ?? "GET") === "GET";
    if (!isRead) early.clear();
    const asked = early.get(address);
    early.delete(address);
    const response = await (asked ?? send(input, init));
    if (response.status === 401) early.clear();
    return response;
  };
}

/** The same answer with its body at hand, so that who takes it can draw it before the next paint. */
async function readAhead(response: Response): Promise<Response> {
  const body: unknown = await response.json().catch(() => null);
  response.json = async () => body;
  return response;
}
