// The buttons of the module's Configure page. Each leads back to the page, with a notice.
import type { BackOffice } from "../back-office";

const withNotice = (sentence: string): string =>
  `module?${new URLSearchParams({ notice: sentence })}`;

/** Pairs by an address with `?pair=`; any other address is saved with the typed secret. */
async function save(office: BackOffice, address: string, secret: string): Promise<string> {
  office.installModule();
  const hasCode = URL.canParse(address) && new URL(address).searchParams.has("pair");
  if (hasCode) return withNotice((await office.pairModule(address)).text);
  const known = office.moduleSettings();
  if (address === "" || (secret === "" && !known))
    return withNotice("Paste the address from Weft.");
  office.configureModule({ ...known, webhookUrl: address, secret: secret || known?.secret || "" });
  return withNotice("Saved. Send a test event to see whether Weft hears this shop.");
}

async function sendTest(office: BackOffice): Promise<string> {
  const { status, error } = await office.sendTestEvent();
  return withNotice(
    status === 200 ? "Weft received the test event." : `The test event was not accepted: ${error}.`,
  );
}

async function sendWaiting(office: BackOffice): Promise<string> {
  const sent = await office.sendWaitingEvents();
  return withNotice(`Sent: ${sent}. Still waiting: ${office.waitingEvents()}.`);
}

/** Runs the action of a button and returns the path of the next page. */
export async function moduleAction(
  office: BackOffice,
  button: string,
  form: URLSearchParams,
): Promise<string> {
  const text = (name: string) => (form.get(name) ?? "").trim();
  if (button === "install") office.installModule();
  else if (button === "uninstall") office.uninstallModule();
  else if (button === "test") return sendTest(office);
  else if (button === "send") return sendWaiting(office);
  else if (button === "connect") return withNotice((await office.connectModule()).text);
  else if (button === "replace") return withNotice((await office.replaceModuleKey()).text);
  else return save(office, text("webhookUrl"), text("secret"));
  return "module";
}
