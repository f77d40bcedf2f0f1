/**
 * The language of the page. Every text and figure is read through these signals, so a change of
 * language redraws what shows words and nothing else.
 */
import { batch, computed, signal } from "@preact/signals";
import { createFormat, type Format } from "../../src/i18n/base/format";
import { catalogue } from "../../src/i18n/catalogue";
import {
  english,
  type Catalogue,
  type English,
  type ShownTexts,
} from "../../src/i18n/en/catalogue";
import type { UiPart } from "../../src/i18n/en/ui";
import { DEFAULT_LANGUAGE, pickLanguage, pickLocale } from "../../src/i18n/language";

/** A message of a page; its parameters are checked where it is said. */
export type Message = string | ((params: never, format: Format) => string);
type Messages = Readonly<Record<string, Message>>;

/** What is loaded by what shows it. */
type ShownPart = keyof ShownTexts;
type Shown = { [P in ShownPart]?: Awaited<ReturnType<ShownTexts[P]>> };

/** The messages of English that came with the code so far, and the parts they are of. */
const brought: Record<string, Message> = {};
const partsInUse = new Set<UiPart>();

/** The messages of another language than English, as far as they are in use. */
const spoken = signal<Messages>({});
const locale = signal<string>(DEFAULT_LANGUAGE);
export const format = computed(() => createFormat(locale.value));
export const shown = signal<Shown>({});

let current: Catalogue | English = english;
const loadedParts = new Set<UiPart>();

/** Takes in the English messages of a part, as the code that says them arrives. */
export function bring(part: UiPart, messages: Messages): void {
  if (partsInUse.has(part)) return;
  partsInUse.add(part);
  Object.assign(brought, messages);
}

/** The message of a key, in the language of the page; English until a language has it. */
export const messageOf = (key: string): Message | undefined => spoken.value[key] ?? brought[key];

/** Loads of the language of the page what arrived in English since: see `lazy`. */
export async function translateBrought(): Promise<void> {
  const { ui } = current;
  if (!ui) return;
  const wanted = [...partsInUse].filter((part) => !loadedParts.has(part));
  const messages = await Promise.all(wanted.map((part) => ui[part]()));
  if (current.ui !== ui) return;
  for (const part of wanted) loadedParts.add(part);
  spoken.value = Object.assign({}, spoken.value, ...messages);
}

/** Speaks another language; what is in use is loaded before anything changes. */
export async function speak(next: Catalogue | English, nextLocale: string): Promise<void> {
  const { ui } = next;
  const parts = ui ? [...partsInUse] : [];
  const messages = ui ? await Promise.all(parts.map((part) => ui[part]())) : [];
  const nextShown: Shown = {};
  if (ui || shown.value.problems) nextShown.problems = await next.problems();
  if (shown.value.checks) nextShown.checks = await next.checks();
  if (shown.value.help) nextShown.help = await next.help();
  batch(() => {
    current = next;
    loadedParts.clear();
    for (const part of parts) loadedParts.add(part);
    spoken.value = Object.assign({}, ...messages);
    locale.value = nextLocale;
    shown.value = nextShown;
  });
}

/** Speaks the language the browser's reader prefers among those there are. */
export async function speakPreferred(root: HTMLElement, tags: readonly string[]): Promise<void> {
  const language = pickLanguage(...tags);
  await speak(await catalogue(language), pickLocale(language, tags));
  root.lang = language;
}

/** Loads a part together with the page that needs it, so that the page is drawn with its words. */
export async function withPart<T>(part: ShownPart, page: Promise<T>): Promise<T> {
  const [drawn] = await Promise.all([page, loadPart(part)]);
  return drawn;
}

export async function loadPart(part: ShownPart): Promise<void> {
  if (shown.value[part]) return;
  const loaded: Shown = {};
  if (part === "problems") loaded.problems = await current.problems();
  if (part === "checks") loaded.checks = await current.checks();
  if (part === "help") loaded.help = await current.help();
  shown.value = { ...shown.value, ...loaded };
}
