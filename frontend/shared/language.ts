// The language people chose, for the console and the Home Assistant panel alike. Vietnamese is the source.
import { configureLocalization } from "@lit/localize";

export type Language = "vi" | "en";
export const LANGUAGES: readonly Language[] = ["vi", "en"];
const KEPT_AS = "mat-than.language";

export function isLanguage(value: unknown): value is Language {
  return value === "vi" || value === "en";
}

/** The language chosen here before, or null. */
export function keptLanguage(): Language | null {
  const kept = localStorage.getItem(KEPT_AS);
  return isLanguage(kept) ? kept : null;
}

/** Sets localization up once; `load` brings a catalogue that is not Vietnamese. */
export function setUpLanguages(load: (language: string) => Promise<{ templates: Record<string, unknown> }>) {
  const { getLocale, setLocale } = configureLocalization({
    sourceLocale: "vi",
    targetLocales: ["en"],
    // biome-ignore lint/suspicious/noExplicitAny: the library's template type is not exported
    loadLocale: load as any,
  });
  return {
    language: () => getLocale() as Language,
    async use(language: Language, keep: boolean) {
      if (keep) localStorage.setItem(KEPT_AS, language);
      await setLocale(language);
      document.documentElement.lang = language;
    },
  };
}
