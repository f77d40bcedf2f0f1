import type { ComponentChildren, ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import { translateBrought } from "../i18n/language";
import { t } from "../i18n/t";
import { useApp } from "./app";
import { loadChunk } from "./load-chunk";

/**
 * A part of a page that is loaded when it is first drawn, such as a dialog; `meanwhile` is drawn until then.
 * Code that does not come is told, and asked for again the next time.
 */
export function later<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  meanwhile: ComponentChildren = null,
) {
  let part: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const { say } = useApp();
    const [, draw] = useState(0);
    useEffect(() => {
      if (part) return;
      const come = async () => {
        part = (await loadChunk(load)).default;
        await translateBrought().catch(() => undefined);
      };
      come().then(
        () => draw(1),
        () => say(t("load.unreachable")),
      );
    }, []);
    const Part = part;
    return Part ? <Part {...props} /> : <>{meanwhile}</>;
  };
}
