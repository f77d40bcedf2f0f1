import type { ComponentChildren } from "preact";
import type { Answer, Result } from "../api/client";
import { t } from "./dialog-texts";
import { useResource } from "../data/use-resource";
import { Button } from "../ui/button";
import { Dialog, DialogActions } from "../ui/dialog";
import { Loaded } from "../data/loaded";
import { Notice } from "../ui/notice";

/** What a selection holds, how much of it the store shows nowhere, and what stops a push of it. */
export type Counted = Answer<"POST /api/connections/:id/selection-count">;

export interface CountDialogProps {
  count: () => Promise<Result<Counted>>;
  onConfirm: () => void;
  /** Lists the products as a task that waits for a confirmation, in place of this question. */
  onListFirst: () => void;
  onClose: () => void;
}

interface Texts {
  title: string;
  text: (count: number) => string;
  confirm: (count: number) => string;
  isDangerous?: boolean;
  /** What else is to be known of what was counted; "" for nothing. */
  note?: (counted: Counted) => string;
  /** Below it, where there is more to say. */
  more?: (counted: Counted) => ComponentChildren;
}

/** Asks before many rows are touched, with the exact number from the server. */
export function CountDialog({
  count,
  onConfirm,
  onListFirst,
  onClose,
  ...texts
}: CountDialogProps & Texts) {
  const counted = useResource(count, []);
  const found = counted.value.value?.count;
  return (
    <Dialog title={texts.title} onClose={onClose}>
      <Loaded resource={counted} skeleton={<p role="status">{t("pushAll.counting")}</p>}>
        {(value) => (
          <>
            <p>{texts.text(value.count)}</p>
            {texts.note?.(value) && <Notice tone="warn" title={texts.note(value)} />}
            {texts.more?.(value)}
          </>
        )}
      </Loaded>
      <DialogActions>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button isDisabled={!found} onClick={onListFirst}>
          {t("pushAll.listFirst")}
        </Button>
        <Button
          variant={texts.isDangerous ? "danger" : "primary"}
          isDisabled={!found}
          onClick={onConfirm}
        >
          {texts.confirm(found ?? 0)}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
