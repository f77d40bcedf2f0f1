// The pages a connection is set up on: webservice keys and settings.
import type { BackOffice } from "../back-office";
import type { WebserviceKey } from "../api/keys";
import { setting, switches } from "../store";
import { checkbox, field, form, html, select, tableOf, type Markup } from "./html";

const rights = ({ permissions }: WebserviceKey): string => {
  if (permissions === "all") return "Everything";
  const names = Object.entries(permissions).map(
    ([name, methods]) => `${name} (${methods.join(" ")})`,
  );
  return names.join(", ") || "Nothing";
};

function keyRow(office: BackOffice, key: WebserviceKey): Markup {
  return html`<tr>
    <td><code>${key.key}</code></td>
    <td>${key.description}</td>
    <td>${rights(key)}</td>
    <td>
      ${form(
        `${office.store.baseUrl}/admin/webservice/delete`,
        html`<input type="hidden" name="key" value="${key.key}" />`,
        "Delete",
        `key ${key.description || key.key}`,
      )}
    </td>
  </tr>`;
}

export function webservicePage(office: BackOffice, proposedKey: string): Markup {
  const { baseUrl, resources } = office.store;
  const scopes = [
    { value: "all", label: "Everything" },
    { value: "some", label: "Only the resources ticked below" },
  ];
  const ticks = [...resources.keys()].map((name) => checkbox(name, "resource", name));
  const verbs = [
    { value: "read", label: "Read" },
    { value: "write", label: "Read and write" },
  ];
  return html`${tableOf(
      "Keys",
      ["Key", "Description", "Permissions", "Action"],
      office.webserviceKeys().map((key) => keyRow(office, key)),
    )}
    <h2>Add a key</h2>
    <form class="tall" method="post" action="${baseUrl}/admin/webservice">
      ${field({ label: "Key (32 characters)", name: "key", value: proposedKey, isRequired: true, length: 32 })}
      ${field({ label: "Description", name: "description" })}
      ${select("Permissions", "scope", scopes, "all")}
      <fieldset>
        <legend>Resources</legend>
        ${select("The ticked ones", "verbs", verbs, "read")}
        <div class="grid">${ticks}</div>
      </fieldset>
      <button type="submit">Add key</button>
    </form>`;
}

const ZONES = ["Europe/London", "Europe/Paris", "America/New_York", "UTC"];

export function settingsPage(office: BackOffice): Markup {
  const { store } = office;
  const action = `${store.baseUrl}/admin/settings`;
  const yesNo = [
    { value: "1", label: "On" },
    { value: "0", label: "Off" },
  ];
  const isOpen = setting(store, "PS_SHOP_ENABLE") !== "0";
  const hasApi = setting(store, "PS_WEBSERVICE") !== "0";
  const isPdfBroken = switches.isPdfBroken(store);
  const zone = setting(store, "PS_TIMEZONE");
  const zones = [...new Set([zone, ...ZONES])].map((value) => ({ value, label: value }));
  const flag = (isOn: boolean) => (isOn ? "1" : "0");
  return html`<p>PrestaShop ${store.flavour} at ${store.baseUrl}</p>
    <form class="tall" method="post" action="${action}">
      ${select("Maintenance mode", "maintenance", yesNo, flag(!isOpen))}
      ${select("Webservice", "webservice", yesNo, flag(hasApi))}
      ${select("Time zone", "timezone", zones, zone)}
      ${select("Invoice PDF fails while an order is created", "brokenPdf", yesNo, flag(isPdfBroken))}
      <button type="submit">Save settings</button>
    </form>`;
}
