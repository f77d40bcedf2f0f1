import type { ChannelApp, ChannelSession } from "../../../src/platforms/channel";
import type { PlatformDeps } from "../../../src/platforms/deps";
import { openSession } from "../../../src/platforms/tiktok-shop/session";
import { RESTING_DEPS } from "../../support/platform-deps";

/** A TikTok Shop of scripted replies: answers them in turn and keeps what it was sent. */
export interface Wire {
  session: ChannelSession;
  deps: PlatformDeps;
  /** What was sent, oldest first. */
  sent: Sent[];
  slept: number[];
}

export interface Sent {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Headers;
  text: string;
  body: unknown;
}

export interface Reply {
  status?: number;
  code?: number;
  message?: string;
  data?: unknown;
  /** Instead of an envelope. */
  text?: string;
  headers?: Record<string, string>;
  lost?: boolean;
}

export const app: ChannelApp = {
  appKey: "6testapp01",
  appSecret: "0123456789abcdef0123456789abcdef01234567",
  serviceId: "7000000000000000001",
  apiBase: "https://api.example",
  authBase: "https://auth.example",
  authorizeUrls: {
    us: "https://us.example/open/authorize",
    global: "https://global.example/open/authorize",
  },
};

export const NOW = 1_760_000_000_000;

/** A session whose requests get `replies` one after the other, the last one for ever. */
export function wireTo(
  replies: readonly Reply[],
  shop: { region?: string; isCrossBorder?: boolean } | null = {},
  more: Partial<PlatformDeps> = {},
): Wire {
  const sent: Sent[] = [];
  const slept: number[] = [];
  const deps: PlatformDeps = {
    ...RESTING_DEPS,
    fetch: async (request) => {
      sent.push(await toSent(request));
      const reply = replies[Math.min(sent.length, replies.length) - 1];
      if (!reply || reply.lost) throw new TypeError("connection reset");
      return toResponse(reply);
    },
    now: () => NOW,
    sleep: async (ms) => void slept.push(ms),
    ...more,
  };
  const session = openSession({
    app,
    accessToken: "ROW_token",
    shop: shop ? { cipher: "ROW_cipher+/=01", region: "GB", ...shop } : undefined,
    deps,
  });
  return { session, deps, sent, slept };
}

async function toSent(request: Request): Promise<Sent> {
  const url = new URL(request.url);
  const text = new TextDecoder().decode(await request.arrayBuffer());
  const isJson = text.startsWith("{");
  return {
    method: request.method,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    text,
    body: isJson ? (JSON.parse(text) as unknown) : undefined,
  };
}

function toResponse({
  status = 200,
  code = 0,
  message,
  data,
  text,
  headers = {},
}: Reply): Response {
  const envelope = { code, message: message ?? (code === 0 ? "Success" : "refused"), data };
  return new Response(text ?? JSON.stringify({ ...envelope, request_id: "20260101-1" }), {
    status,
    headers,
  });
}
