// The module's Configure page: pairing, the webservice key, sent and waiting events.
import type { BackOffice } from "../back-office";
import { field, form, html, tableOf, type Markup } from "./html";

const SHOWN = 50;

const outcome = (status: number | undefined): string =>
  status === undefined ? "waiting" : status === 0 ? "no answer" : String(status);

function deliveries(office: BackOffice): Markup {
  const rows = office
    .deliveries()
    .toReversed()
    .slice(0, SHOWN)
    .map(
      (it) =>
        html`<tr>
          <td>${new Date(it.createdAt).toISOString()}</td>
          <td>${it.type}</td>
          <td>${it.attempts}</td>
          <td>${outcome(it.lastStatus)}</td>
          <td><code>${it.body}</code></td>
        </tr>`,
    );
  return tableOf("Last events", ["Created", "Event", "Tries", "Last answer", "Body"], rows);
}

function connection(office: BackOffice, action: string): Markup {
  const settings = office.moduleSettings();
  const address = field({
    label: "Address from Weft",
    name: "webhookUrl",
    value: settings?.webhookUrl ?? "",
    type: "url",
    isRequired: true,
  });
  const secret = field({ label: "Webhook secret", name: "secret" });
  return html`<form class="tall" method="post" action="${action}">
      ${address}
      <p>An address that ends in <code>?pair=…</code> brings its secret along.</p>
      ${secret}
      <button type="submit">Save</button>
    </form>
    ${settings?.permissions && form(`${action}/connect`, "", "Create the key and connect")}
    ${settings?.permissions && form(`${action}/replace`, "", "Replace the key")}`;
}

/** The page; `notice` is the sentence of the last action, "" for none. */
export function modulePage(office: BackOffice, notice: string): Markup {
  const action = `${office.store.baseUrl}/admin/module`;
  if (!office.isModuleInstalled())
    return html`<p>This shop has no Weft module.</p>
      ${form(`${action}/install`, "", "Install module")}`;
  return html`${notice !== "" && html`<p class="notice" role="status">${notice}</p>`}
    ${connection(office, action)} ${form(`${action}/test`, "", "Send test event")}
    <p>Waiting to be sent: <strong>${office.waitingEvents()}</strong></p>
    ${form(`${action}/send`, "", "Send waiting events now")} ${deliveries(office)}
    ${form(`${action}/uninstall`, "", "Uninstall module")}`;
}
