/**
 * The language of the page. Every text and figure is read through these signals, so a change of
 * language redraws what shows words and nothing else.
 */
import { batch, computed, signal } from "@preact/signals";
import { createFormat } from "../../src/i18n/base/format";
import { catalogue, DEFAULT_CATALOGUE } from "../../src/i18n/catalogue";
import type { Catalogue } from "../../src/i18n/en/catalogue";
import { DEFAULT_LANGUAGE, pickLanguage, pickLocale } from "../../src/i18n/language";

/** The parts of a catalogue that only some pages need. */
type Part = "checks" | "help";
type Parts = { [P in Part]?: Awaited<ReturnType<Catalogue[P]>> };

export const texts = signal<Pick<Catalogue, "ui" | "problems">>(DEFAULT_CATALOGUE);
const locale = signal<string>(DEFAULT_LANGUAGE);
export const format = computed(() => createFormat(locale.value));
export const parts = signal<Parts>({});

let current: Catalogue = DEFAULT_CATALOGUE;

/** Speaks another catalogue; the parts in use are loaded before anything changes. */
export async function speak(next: Catalogue, nextLocale: string): Promise<void> {
  const loaded: Parts = {};
  if (parts.value.checks) loaded.checks = await next.checks();
  if (parts.value.help) loaded.help = await next.help();
  batch(() => {
    current = next;
    texts.value = next;
    locale.value = nextLocale;
    parts.value = loaded;
  });
}

/** Speaks the language the browser's reader prefers among those there are. */
export async function speakPreferred(root: HTMLElement, tags: readonly string[]): Promise<void> {
  const language = pickLanguage(...tags);
  await speak(await catalogue(language), pickLocale(language, tags));
  root.lang = language;
}

/** Loads a part together with the page that needs it, so that the page is drawn with its words. */
export async function withPart<T>(part: Part, page: Promise<T>): Promise<T> {
  const [drawn] = await Promise.all([page, loadPart(part)]);
  return drawn;
}

export async function loadPart(part: Part): Promise<void> {
  if (parts.value[part]) return;
  const loaded =
    part === "checks" ? { checks: await current.checks() } : { help: await current.help() };
  parts.value = { ...parts.value, ...loaded };
}
