/**
 * What came back for a call to the module. Only a signed answer to this very call is the module's
 * word; of everything else the one question is whether the store may have done it all the same.
 */
import type { Facts } from "../../../domain/facts";
import { SyncError } from "../../../domain/errors/sync-error";
import type { Answer } from "../../http/send";
import { PASSING, wrongUrl } from "../errors";
import { readSignedAt } from "../signature";
import { isRow, parseJson, text, type Row } from "../json";
import { toRefusal } from "./refusals";
import { signedParts, textOf } from "./signed-part";

export interface AskedCall {
  /** The call's own id, which its answer repeats. */
  id: string;
  /** The secret it was signed with. */
  secret: string;
  writes: boolean;
  /** Epoch ms. */
  now: number;
}

const MAX_REASON = 200;
/** What the module says unsigned, and its status. */
const UNSIGNED: Readonly<Record<string, number>> = {
  clock: 401,
  signature: 401,
  unpaired: 401,
  body: 400,
  size: 413,
};

/** The content of `ok`; anything else is thrown as a SyncError. */
export async function judgeAnswer(answer: Answer, asked: AskedCall): Promise<unknown> {
  const signed = await findSigned(answer, asked.secret);
  const parsed = parseJson(signed ? textOf(signed) : answer.text());
  const body = isRow(parsed) ? parsed : undefined;
  if (!signed || !body) throw judgeStranger(answer, body, asked);
  if (text(body, "answer") !== asked.id) throw unclear(answer, asked);
  if ("refused" in body) throw toRefusal(body["refused"]);
  if ("failed" in body)
    throw new SyncError("retry", "prestashop.module_failed", {
      reason: text(body, "failed").slice(0, MAX_REASON),
      // The error may have come after the write was kept.
      ...perhapsDone(asked),
    });
  if ("ok" in body) return body["ok"];
  throw unclear(answer, asked);
}

/** The bytes that the module signed, without what was printed before them. */
async function findSigned(answer: Answer, secret: string): Promise<Uint8Array | undefined> {
  for (const { headers, bytes } of signedParts(answer))
    if ((await readSignedAt(secret, headers, bytes)) !== null) return bytes;
  return undefined;
}

/**
 * True when it is certain that no module of the store took the call, so another way may be gone.
 */
export function isModuleAbsent({ code }: SyncError): boolean {
  return (
    code === "prestashop.module_missing" ||
    code === "prestashop.module_unpaired" ||
    code === "prestashop.module_clock"
  );
}

/**
 * Like `isModuleAbsent`, also where the module is there but the store led the call away from it.
 */
export function isModuleUntouched(error: SyncError): boolean {
  return isModuleAbsent(error) || error.code === "prestashop.wrong_url";
}

/**
 * The module says "no" unsigned when it cannot sign; the store, its host or a proxy says the rest.
 */
function judgeStranger(answer: Answer, body: Row | undefined, asked: AskedCall): SyncError {
  const said = body ? text(body, "error") : "";
  // Where PHP printed something first, the host said 200 before the module could say otherwise.
  const status = answer.status === 200 ? (UNSIGNED[said] ?? 200) : answer.status;
  if (status === 401 && said === "clock") return clockDiffers(body, asked);
  if (status === 401 && (said === "signature" || said === "unpaired"))
    return new SyncError("merchant", "prestashop.module_unpaired", {
      said,
      ...nothingDone(asked),
    });
  if ((status === 400 && said === "body") || (status === 413 && said === "size"))
    return new SyncError("defect", "prestashop.module_refused", {
      refusal: said,
      ...nothingDone(asked),
    });
  // The store found no such page, so nothing of the module ran.
  if (status === 404 || status === 410)
    return new SyncError("merchant", "prestashop.module_missing", {
      status,
      ...nothingDone(asked),
      ...PASSING,
    });
  // Redirects come before any page of the store is run.
  if (status >= 300 && status < 400) return wrongUrl(answer);
  // A firewall may also hold back what the store answered after its work.
  if (status === 401 || status === 403)
    return new SyncError("merchant", "prestashop.blocked", {
      status,
      ...perhapsDone(asked),
      ...PASSING,
    });
  if (status >= 500)
    return new SyncError("retry", "prestashop.unavailable", { status, ...perhapsDone(asked) });
  return unclear(answer, asked);
}

function clockDiffers(body: Row | undefined, asked: AskedCall): SyncError {
  const storeSeconds = Number(text(body ?? {}, "now"));
  return new SyncError("merchant", "prestashop.module_clock", {
    skewSeconds: Math.round(storeSeconds - asked.now / 1000),
    ...nothingDone(asked),
  });
}

function unclear({ status }: Answer, asked: AskedCall): SyncError {
  return new SyncError("retry", "prestashop.module_unclear", { status, ...perhapsDone(asked) });
}

function nothingDone({ writes }: AskedCall): Facts {
  return writes ? { maybeApplied: false } : {};
}

function perhapsDone({ writes }: AskedCall): Facts {
  return writes ? { maybeApplied: true } : {};
}
