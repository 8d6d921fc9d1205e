// The panel speaks Home Assistant's language where it can: Vietnamese, and English for everybody else.
import { configureLocalization } from "@lit/localize";
import type { Language } from "@shared/language.js";

const { getLocale, setLocale } = configureLocalization({
  sourceLocale: "vi",
  targetLocales: ["en"],
  // biome-ignore lint/suspicious/noExplicitAny: the library's template type is not exported
  loadLocale: () => import("./locales/en.js") as any,
});

export const language = () => getLocale() as Language;

export async function speak(homeLanguage: string): Promise<void> {
  const wanted: Language = homeLanguage.startsWith("vi") ? "vi" : "en";
  if (wanted !== getLocale()) await setLocale(wanted);
}
