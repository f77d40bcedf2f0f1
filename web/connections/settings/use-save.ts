/**
 * Saves a part of the settings. Each form remembers what it saw when it was drawn, so that what was saved
 * elsewhere meanwhile is neither overwritten nor thrown away: the merchant chooses between both values.
 */
import { useSignal, type ReadonlySignal, type Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Conflict, Reason } from "../../../src/contract/common";
import type { ConnectionDetail } from "../../../src/contract/connections";
import type { Sent } from "../../../src/contract/contract";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { collides, toSeen, type Seen } from "./seen";

type Change = Omit<Sent<"PATCH /api/connections/:id/settings", "body">, "seenVersion">;

/** How often a save that collides with nothing is sent again over what others saved in between. */
const MOST_ROUNDS = 3;

export interface Saving {
  isBusy: Signal<boolean>;
  refusal: Signal<Reason | null>;
  /** The values of this form and those saved elsewhere, while the merchant has to choose. */
  conflict: Signal<Conflict | null>;
  save: (change: Change) => Promise<boolean>;
  /** Saves what was refused over what stands now. */
  keepMine: () => Promise<boolean>;
  /** Grows whenever the form holds what stands: it was saved, or filled anew. */
  round: ReadonlySignal<number>;
  /** Gives up what was typed for what the page knows. */
  discard: () => void;
  /** Gives up what was typed for what stands now. */
  takeTheirs: () => Promise<void>;
}

interface Form {
  /** The connection as the form shows it. */
  detail: ConnectionDetail;
  /** Fills the form anew. Left out where the form shows the connection itself and holds nothing typed. */
  fill?: (detail: ConnectionDetail) => void;
}

export function useSave({ detail, fill }: Form): Saving {
  const { say } = useApp();
  const { model, detail: resource } = useConnection();
  const isBusy = useSignal(false);
  const refusal = useSignal<Reason | null>(null);
  const conflict = useSignal<Conflict | null>(null);
  const seen = useRef(toSeen(detail));
  if (!fill && !conflict.value) seen.current = toSeen(detail);
  const refused = useRef<Change>({});
  const round = useSignal(0);

  const send = async (change: Change): Promise<boolean> => {
    for (let round = 1; ; round += 1) {
      const result = await model.save({ ...change, seenVersion: seen.current.version });
      if (result.ok) {
        seen.current = toSeen(result.value);
        return true;
      }
      const { conflict: met } = result;
      const isFree = met && !collides(seen.current, met) && round < MOST_ROUNDS;
      if (met) seen.current = overtaken(seen.current, met);
      if (isFree) continue;
      conflict.value = met ?? null;
      refusal.value = met ? null : result.error;
      return false;
    }
  };
  const save = async (change: Change) => {
    if (isBusy.value) return false;
    isBusy.value = true;
    refusal.value = null;
    conflict.value = null;
    refused.current = change;
    const isSaved = await send(change);
    isBusy.value = false;
    if (isSaved) {
      round.value += 1;
      say(t("common.saved"));
    }
    return isSaved;
  };
  const takeTheirs = async () => {
    await resource.reload();
    const fresh = resource.value.value;
    if (!fresh) return;
    seen.current = toSeen(fresh);
    conflict.value = null;
    fill?.(fresh);
    round.value += 1;
  };
  const discard = () => {
    const known = resource.value.value ?? detail;
    conflict.value = null;
    refusal.value = null;
    seen.current = toSeen(known);
    fill?.(known);
  };
  return {
    isBusy,
    refusal,
    conflict,
    save,
    keepMine: () => save(refused.current),
    takeTheirs,
    round,
    discard,
  };
}

/** The merchant is shown what stands, so that is what the form has seen from now on. */
function overtaken({ values }: Seen, { version, current }: Conflict): Seen {
  return { version, values: { ...values, ...current } };
}
