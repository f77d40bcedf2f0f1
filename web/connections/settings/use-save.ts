import type { Sent } from "../../../src/contract/contract";
import type { Signal } from "@preact/signals";
import type { Reason } from "../../../src/contract/common";
import { t } from "../../i18n/t";
import { useApp } from "../../shell/app";
import { useConnection } from "../connection";
import { useSubmission } from "../../data/submission";

type Change = Sent<"PATCH /api/connections/:id", "body">;

interface Saving {
  isBusy: Signal<boolean>;
  refusal: Signal<Reason | null>;
  save: (change: Change) => Promise<boolean>;
}

/** Saves a part of the settings and says so. */
export function useSave(): Saving {
  const { say } = useApp();
  const { model } = useConnection();
  const { isBusy, refusal, send } = useSubmission();
  const save = async (change: Change) => {
    const isSaved = await send(() => model.change(change));
    if (isSaved) say(t("common.saved"));
    return isSaved;
  };
  return { isBusy, refusal, save };
}
