import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { signal, type Signal } from "@preact/signals";
import { createClient, type Client } from "../api/client";
import { ProofModel } from "../accounts/proof";
import { SessionModel } from "../accounts/session";
import { ThemeModel } from "./theme";

/** What every page may reach: the client of the server, who is signed in, the theme, the announcer. */
export interface App {
  client: Client;
  session: InstanceType<typeof SessionModel>;
  theme: InstanceType<typeof ThemeModel>;
  /** Asks for password or code where something needs it anew. */
  proof: InstanceType<typeof ProofModel>;
  /** The last thing said: shown at the edge of the window and spoken by screen readers. */
  said: Signal<string>;
  say: (text: string) => void;
  /** Whether a table was drawn in this window: the first one is waited for. */
  firstTable: { isDrawn: boolean };
}

export const AppContext = createContext<App | null>(null);

/** Builds the app's models once; `send` is the browser's fetch or a test's. */
export function createApp(send: typeof fetch, root: HTMLElement, store: Storage): App {
  let leave = () => {};
  const proof = new ProofModel();
  const client = createClient(send, () => leave(), proof.ask);
  const session = new SessionModel(client);
  leave = session.leave;
  const said = signal("");
  const say = (text: string) => {
    // The same text again is a new event: only a change is shown anew and spoken.
    said.value = text === said.value ? `${text}\u00a0` : text;
  };
  const theme = new ThemeModel(root, store);
  return { client, session, proof, theme, said, say, firstTable: { isDrawn: false } };
}

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp outside of the app");
  return app;
}
