// The console's languages; the English catalogue is its own file, read when it is wanted.
import { setUpLanguages } from "@shared/language.js";

export const languages = setUpLanguages(() => import("../locales/en.js"));
