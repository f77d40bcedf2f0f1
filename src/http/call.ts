/** What a handler of a route is given and answers, typed by the contract's entry of that route. */
import type {
  Answer,
  Contract,
  OpenKey,
  Received,
  RouteKey,
  SignedInKey,
} from "../contract/contract";
import type { Language } from "../i18n/language";
import type { ConnectionRow } from "../db/connections/connections";
import type { AppServices, Person, Viewer } from "./context";

export interface Call<Key extends RouteKey> {
  services: AppServices;
  /** Of whom calls, for mails that follow. */
  language: Language;
  /** Nobody on a route that is open without a session. */
  viewer: Key extends OpenKey ? undefined : Key extends SignedInKey ? Person : Viewer;
  params: Received<Key, "params">;
  query: Received<Key, "query">;
  body: Received<Key, "body">;
  /** The connection named by `:id`; another account's never gets this far. */
  connection: Key extends `${string}/connections/:id${string}` ? ConnectionRow : undefined;
}

/** A file goes out as it is produced, so it is a Response rather than a Blob in memory. */
type Answered<Key extends RouteKey> = Answer<Key> extends Blob ? Response : Answer<Key>;

/** Handlers of a part of the contract: one for each of its routes, none for any other. */
export type Handlers<Part extends Partial<Contract> = Contract> = {
  [Key in keyof Part & RouteKey]: (call: Call<Key>) => Promise<Answered<Key>>;
};
