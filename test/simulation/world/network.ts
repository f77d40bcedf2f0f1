/**
 * The wires between the Worker and the shops: every request takes its time, may be cut off by its
 * own deadline, and may be the moment at which the Worker dies.
 */
import { effect } from "../machine/life";
import type { Timeline } from "../machine/timeline";

/** Dies before the request reached the shop, or after the shop did what it was asked. */
export interface CrashFault {
  kind: "crash";
  side: "tiktok-shop" | "prestashop";
  method?: string;
  when: "before" | "after";
  times: number;
}

/** Everything dies before or after the so many-th effect from now: a call, a write, a message. */
export interface CrashPoint {
  effect: number;
  when: "before" | "after";
}

/** Reads are answered from what the shop held when the fault was planted, as a replica may. */
export interface StaleFault {
  kind: "stale";
  side: CrashFault["side"];
  times: number;
}

export interface Wires {
  sideOf(url: URL): CrashFault["side"] | undefined;
  answer(request: Request, side: CrashFault["side"]): Promise<Response>;
  latencyMs(): number;
  /** The crash that this request is, if it is one. */
  takeCrash(side: CrashFault["side"], method: string): CrashFault | undefined;
  crash(): void;
  note(): void;
  stranger(url: URL): void;
}

/** What stands in for the network of the process. */
export function networkOver(timeline: Timeline, wires: Wires): typeof fetch {
  const pause = (ms: number) =>
    new Promise<void>((resolve) => void timeline.at(timeline.now() + ms, resolve));

  async function send(request: Request): Promise<Response> {
    wires.note();
    const url = new URL(request.url);
    const side = wires.sideOf(url);
    if (!side) {
      wires.stranger(url);
      throw new TypeError(`no such host: ${url.host}`);
    }
    const crash = wires.takeCrash(side, request.method);
    await pause(wires.latencyMs());
    if (crash?.when === "before") wires.crash();
    else {
      const response = await wires.answer(request, side);
      wires.note();
      if (crash) wires.crash();
      else {
        await pause(wires.latencyMs());
        wires.note();
        return response;
      }
    }
    return new Promise<never>(() => {});
  }

  const hangUp = ({ signal }: Request) =>
    new Promise<never>((_resolve, reject) => {
      if (signal.aborted) reject(signal.reason as Error);
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });

  return (input, init) => {
    const request = input instanceof Request && !init ? input : new Request(input, init);
    return effect(() => {
      const cut = hangUp(request);
      cut.catch(() => {});
      return Promise.race([send(request), cut]);
    });
  };
}
