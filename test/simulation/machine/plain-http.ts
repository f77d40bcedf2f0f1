/**
 * Request and Response whose bodies are texts and bytes: Node's own put each body into a stream, which
 * takes a fifth of a history. A body that is neither is left to Node.
 */
type Held = string | Uint8Array | null;

const Native = { Request: globalThis.Request, Response: globalThis.Response };

type Plain = string | ArrayBuffer | ArrayBufferView | PlainBody | null | undefined;

const isHeld = (body: unknown): body is Plain =>
  body === undefined ||
  body instanceof PlainBody ||
  body === null ||
  typeof body === "string" ||
  body instanceof ArrayBuffer ||
  ArrayBuffer.isView(body);

function heldOf(body: Plain): Held {
  if (body === undefined || body === null || typeof body === "string") return body ?? null;
  if (body instanceof PlainBody) return body.take();
  if (body instanceof ArrayBuffer) return new Uint8Array(body.slice(0));
  return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
}

const bytesOf = (held: Held): Uint8Array =>
  typeof held === "string" ? new TextEncoder().encode(held) : (held ?? new Uint8Array());

/** What both have: a body that is read once. */
abstract class Message {
  abstract readonly headers: Headers;
  bodyUsed = false;
  #held: Held;
  #body: PlainBody | null | undefined;

  constructor(held: Held) {
    this.#held = held;
  }

  get body(): PlainBody | null {
    if (this.#body === undefined)
      this.#body = this.#held === null ? null : new PlainBody(() => bytesOf(this.take()));
    return this.#body;
  }

  /** The body, which is then used up. */
  take(): Held {
    if (this.bodyUsed) throw new TypeError("Body is unusable: Body has already been read");
    this.bodyUsed = this.#held !== null;
    return this.#held;
  }

  protected copied(): Held {
    if (this.bodyUsed) throw new TypeError("Body has already been consumed.");
    return this.#held;
  }

  async text(): Promise<string> {
    const held = this.take();
    return typeof held === "string" ? held : new TextDecoder().decode(bytesOf(held));
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  async bytes(): Promise<Uint8Array> {
    return bytesOf(this.take()).slice();
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer as ArrayBuffer;
  }

  #native(): Response {
    return new Native.Response(bytesOf(this.take()) as BodyInit, { headers: this.headers });
  }

  async formData(): Promise<FormData> {
    return this.#native().formData();
  }

  async blob(): Promise<Blob> {
    return this.#native().blob();
  }
}

/** A stream of one piece; whatever is asked beyond reading it is left to Node's streams. */
class PlainBody {
  readonly take: () => Uint8Array;
  locked = false;

  constructor(take: () => Uint8Array) {
    this.take = take;
  }

  getReader() {
    this.locked = true;
    let isOver = false;
    return {
      read: async () => {
        if (isOver) return { done: true, value: undefined };
        isOver = true;
        return { done: false, value: this.take() };
      },
      cancel: async () => {
        isOver = true;
      },
      releaseLock: () => {
        this.locked = false;
      },
    };
  }

  cancel = async () => void this.take();

  #stream(): ReadableStream {
    return new Native.Response(this.take() as BodyInit).body as ReadableStream;
  }

  pipeThrough(...args: Parameters<ReadableStream["pipeThrough"]>) {
    return this.#stream().pipeThrough(...args);
  }

  tee() {
    return this.#stream().tee();
  }

  [Symbol.asyncIterator]() {
    return this.#stream()[Symbol.asyncIterator]();
  }
}

const typed = (headers: Headers, body: unknown): Headers => {
  if (typeof body === "string" && !headers.has("content-type"))
    headers.set("content-type", "text/plain;charset=UTF-8");
  return headers;
};

const METHOD = /^(delete|get|head|options|post|put)$/i;

class PlainRequest extends Message {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly redirect: string;
  #signal: AbortSignal | undefined;

  constructor(input: PlainRequest | URL | string, init: RequestInit = {}) {
    const from = input instanceof PlainRequest ? input : undefined;
    const given = init.body as Plain;
    const isFresh = given !== undefined && given !== null;
    super(isFresh ? heldOf(given) : (from?.take() ?? null));
    const method = init.method ?? from?.method ?? "GET";
    this.url = from ? from.url : new URL(String(input)).href;
    this.method = METHOD.test(method) ? method.toUpperCase() : method;
    if (isFresh && (this.method === "GET" || this.method === "HEAD"))
      throw new TypeError("Request with GET/HEAD method cannot have body.");
    this.headers = typed(new Headers(init.headers ?? from?.headers), isFresh ? given : undefined);
    this.redirect = init.redirect ?? from?.redirect ?? "follow";
    this.#signal = init.signal ?? from?.signal;
  }

  get signal(): AbortSignal {
    return (this.#signal ??= new AbortController().signal);
  }

  clone(): PlainRequest {
    return new PlainRequest(this.url, {
      method: this.method,
      headers: this.headers,
      redirect: this.redirect as "manual",
      signal: this.signal,
      body: this.copied() as BodyInit | null,
    });
  }
}

class PlainResponse extends Message {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url = "";
  readonly redirected = false;
  readonly type = "default";

  constructor(body?: Plain, init: ResponseInit = {}) {
    const { status = 200 } = init;
    if (status < 200 || status > 599) throw new RangeError(`Response status ${status}`);
    if (body !== null && body !== undefined && [204, 205, 304].includes(status))
      throw new TypeError("Response with null body status cannot have body");
    super(heldOf(body));
    this.status = status;
    this.statusText = init.statusText ?? "";
    this.headers = typed(new Headers(init.headers), body);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  clone(): PlainResponse {
    const { status, statusText, headers } = this;
    return new PlainResponse(this.copied(), { status, statusText, headers });
  }

  static json(data: unknown, init: ResponseInit = {}): PlainResponse {
    const headers = new Headers(init.headers);
    if (!headers.has("content-type")) headers.set("content-type", "application/json");
    return new PlainResponse(JSON.stringify(data), { ...init, headers });
  }

  static redirect = (url: string, status = 302) => Native.Response.redirect(url, status);
  static error = () => Native.Response.error();
}

/** The plain class, or Node's own where the body is none of ours. */
function either<Plainly extends object>(plain: Plainly, native: object, isPlain: IsPlain): Plainly {
  const natively = native as new (...args: unknown[]) => object;
  Object.defineProperty(plain, Symbol.hasInstance, {
    value: (value: unknown) =>
      Object.prototype.isPrototypeOf.call(
        (plain as { prototype: object }).prototype,
        value as object,
      ) || Object.prototype.isPrototypeOf.call(natively.prototype as object, value as object),
  });
  return new Proxy(plain, {
    construct: (target, args) =>
      isPlain(args)
        ? (Reflect.construct(target as unknown as typeof natively, args) as object)
        : new natively(...args),
  });
}

type IsPlain = (args: readonly unknown[]) => boolean;

/** From here on Request and Response are the plain ones. */
export function usePlainHttp(): void {
  const isPlainRequest: IsPlain = ([input, init]) =>
    !Object.prototype.isPrototypeOf.call(Native.Request.prototype, input as object) &&
    isHeld((init as RequestInit | undefined)?.body);
  const isPlainResponse: IsPlain = ([body]) => isHeld(body);
  globalThis.Request = either(PlainRequest, Native.Request, isPlainRequest) as never;
  globalThis.Response = either(PlainResponse, Native.Response, isPlainResponse) as never;
}
