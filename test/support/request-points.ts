/**
 * The network between a ledger and the simulated shops. A test may cut it at any request: before the
 * shop has it, or when its effect is done and the answer is on its way.
 */

/** A moment at which a test may act, throw (the line is cut) or never end (the object dies). */
export interface RequestPoint {
  /** Method, path, query and JSON; of the store's module its call: "POST module stock {"limit":5000}". */
  request: string;
  /** "sent": the shop does not have it yet; "answered": it is carried out. */
  when: "sent" | "answered";
}

export interface RequestPoints {
  /** What reached a shop, oldest first. */
  sent: string[];
  /** Asked at every point, replaced by the test. */
  disturb(point: RequestPoint): Promise<void> | void;
  /** Answers in a shop's place, which then does not have the request; replaced by the test. */
  answer(request: string): Response | undefined;
}

/** Whether one object of the ledger still lives. */
export interface Life {
  isOver: boolean;
}

type Fetch = (request: Request) => Promise<Response>;

export function openRequestPoints(): RequestPoints {
  return { sent: [], disturb: () => {}, answer: () => undefined };
}

/** Passes a point of one living object; a dead one never does. */
export async function passPoint(
  points: RequestPoints,
  life: Life,
  point: RequestPoint,
): Promise<void> {
  if (!life.isOver) await points.disturb(point);
  if (life.isOver) await new Promise<never>(() => {});
}

/** The requests of one living object; after its death none arrives and none is answered. */
export function throughPoints(points: RequestPoints, life: Life, fetch: Fetch): Fetch {
  return async (outgoing) => {
    const request = await nameOf(outgoing);
    await passPoint(points, life, { request, when: "sent" });
    const instead = points.answer(request);
    if (instead) return instead;
    points.sent.push(request);
    const answer = await fetch(outgoing);
    await passPoint(points, life, { request, when: "answered" });
    return answer;
  };
}

/** The requests so far that fit. */
export const countSent = ({ sent }: RequestPoints, request: RegExp): number =>
  sent.filter((one) => request.test(one)).length;

/** The line is cut at such requests: the first `after` of them pass, then `times` do not. */
export function cutLine(
  points: RequestPoints,
  request: RegExp,
  when: RequestPoint["when"],
  { after = 0, times = Infinity } = {},
): void {
  let met = 0;
  points.disturb = (point) => {
    if (point.when !== when || !request.test(point.request)) return;
    met += 1;
    if (met > after && met <= after + times) throw new TypeError("connection reset");
  };
}

async function nameOf(request: Request): Promise<string> {
  const { pathname, search, searchParams } = new URL(request.url);
  if (searchParams.get("fc") !== "module") {
    const isJson = request.headers.get("content-type") === "application/json";
    const body = request.method !== "GET" && isJson ? ` ${await request.clone().text()}` : "";
    return `${request.method} ${pathname}${decodeURIComponent(search)}${body}`;
  }
  const { call, with: given } = (await request.clone().json()) as { call: string; with: unknown };
  return `${request.method} module ${call} ${JSON.stringify(given)}`;
}
