/**
 * One signed call to the module in the store (docs/module.md). It knows how to ask and whom to
 * believe, not what an answer is for.
 */
import { SyncError, asSyncError } from "../../../domain/errors/sync-error";
import type { Written } from "../../http/note-write";
import { send } from "../../http/send";
import type { PlatformDeps } from "../../deps";
import type { SourceCredentials } from "../../source";
import { MODULE_ANSWER } from "../answer-limit";
import { signatureHeaders } from "../signature";
import { MODULE_CALLS, type ModuleAnswer, type ModuleCall } from "./calls";
import { judgeAnswer } from "./judge-answer";

const CONTROLLER = "/index.php?fc=module&module=weft&controller=api";
const ID_LETTERS = 26;
const encoder = new TextEncoder();

export type ModuleEndpoint = Pick<SourceCredentials, "url" | "secret" | "otherSecrets">;

/**
 * Asks the module and answers what it said under `ok`. A write goes out once: whoever asked for it
 * asks again, since every write of the module may be repeated. Throws, besides what the pipe
 * throws, SyncError("merchant") with `prestashop.module_missing`, `.module_unpaired`,
 * `.module_clock` {skewSeconds}, the code of a refusal, or ("retry") `.module_failed`,
 * `.module_unclear`. `facts.maybeApplied` says of every write whether it may have happened.
 */
export async function callModule<Call extends ModuleCall>(
  deps: PlatformDeps,
  endpoint: ModuleEndpoint,
  call: Call,
  given: Readonly<Record<string, unknown>>,
): Promise<ModuleAnswer<Call>> {
  const { url, secret, otherSecrets = [] } = endpoint;
  if (!secret) throw new SyncError("merchant", "prestashop.module_unpaired", { said: "secret" });
  try {
    return await ask(deps, { url, secret }, call, given);
  } catch (caught) {
    const [other, ...others] = otherSecrets;
    if (!holdsOther(asSyncError(caught)) || other === undefined) throw caught;
    return callModule(deps, { url, secret: other, otherSecrets: others }, call, given);
  }
}

/** A module that took the next secret takes reads of the one before for a day, but not every write. */
const holdsOther = ({ code, facts }: SyncError): boolean =>
  code === "prestashop.module_unpaired" || facts["refusal"] === "secret_replaced";

async function ask<Call extends ModuleCall>(
  deps: PlatformDeps,
  { url, secret }: { url: string; secret: string },
  call: Call,
  given: Readonly<Record<string, unknown>>,
): Promise<ModuleAnswer<Call>> {
  const { writes, answer: shape } = MODULE_CALLS[call];
  const id = deps.randomText(ID_LETTERS);
  const body = encoder.encode(JSON.stringify({ call, id, with: given }));
  const answer = await send(deps, {
    vendor: "prestashop",
    kind: `module ${call}`,
    replaySafe: !writes,
    maxBytes: MODULE_ANSWER,
    ...(isKept(call) && { write: toWritten(call, given) }),
    build: async () =>
      new Request(`${url}${CONTROLLER}`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "user-agent": "Weft",
          ...(await signatureHeaders(secret, body, deps.now())),
        },
        body,
      }),
  });
  const ok = await judgeAnswer(answer, { id, secret, writes, now: deps.now() });
  const parsed = shape.safeParse(ok);
  if (parsed.success) return parsed.data as ModuleAnswer<Call>;
  throw new SyncError("defect", "prestashop.unexpected_shape", {
    resource: `module ${call}`,
    field: parsed.error.issues[0]?.path.join(".") ?? "",
    ...(writes ? { maybeApplied: true } : {}),
  });
}

/** Of the calls that write, those about orders, stock or prices: a secret is no part of the others alone. */
const isKept = (call: ModuleCall) => MODULE_CALLS[call].writes && call !== "rotate";

const toWritten = (call: ModuleCall, given: Readonly<Record<string, unknown>>): Written => ({
  side: "source",
  method: "MODULE",
  path: call,
  body: JSON.stringify(given),
  outcomeOf(answer) {
    const code = /"code":"([\w.-]{1,60})"/.exec(answer.text())?.[1];
    const isFailed = answer.status >= 300 || !answer.text().includes('"ok":');
    return {
      outcome: isFailed ? (code ?? String(answer.status)) : String(answer.status),
      isFailed,
    };
  },
});
