import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { loadChunk } from "../shell/load-chunk";

/** The address of an authenticator as a picture; nothing where its code does not come, for the key is beside it. */
export function FactorPicture({ address }: { address: string }) {
  const picture = useSignal<{ Drawn: ComponentType<{ address: string }> } | null>(null);
  useEffect(() => {
    void loadChunk(() => import("./qr-picture")).then(
      ({ default: Drawn }) => (picture.value = { Drawn }),
      () => undefined,
    );
  }, []);
  const Drawn = picture.value?.Drawn;
  return Drawn ? <Drawn address={address} /> : null;
}
