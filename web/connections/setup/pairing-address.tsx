import type { ConnectionDetail } from "../../../src/contract/connections";
import { formatTime } from "../../i18n/format";
import { t } from "./texts";
import { useApp } from "../../shell/app";
import { usePolling } from "../../data/polling";
import { useResource } from "../../data/use-resource";
import { Button } from "../../ui/button";
import { CopyField } from "../../ui/copy-field";
import { Loaded } from "../../data/loaded";
import { Skeleton } from "../../ui/states";

const CHECK_MS = 20_000;

/** The one address a merchant carries into the module; renewed by itself when its hour is over. */
export function PairingAddress({ detail }: { detail: ConnectionDetail }) {
  const { client } = useApp();
  const params = { id: detail.id };
  const pairing = useResource(
    () => client.call("POST /api/connections/:id/pairing", { params, body: {} }),
    [client, detail.id],
  );
  usePolling(true, CHECK_MS, async () => {
    const { expiresAt = 0 } = pairing.value.value ?? {};
    if (expiresAt <= Date.now()) await pairing.reload();
  });
  return (
    <Loaded resource={pairing} skeleton={<Skeleton lines={2} />}>
      {({ url, expiresAt }) => (
        <div class="stack-tight">
          <CopyField
            label={t("wizard.pairingUrl")}
            value={url}
            hint={t("wizard.pairingUntil", { when: formatTime(expiresAt) })}
          />
          {detail.pairedAt !== null && (
            <div>
              <Button isSmall onClick={() => void pairing.reload()}>
                {t("wizard.pairingNew")}
              </Button>
            </div>
          )}
        </div>
      )}
    </Loaded>
  );
}
