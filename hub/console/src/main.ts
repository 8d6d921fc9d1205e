// The console's entry: language first, then the shell.
import "./main.css";
import { keptLanguage } from "@shared/language.js";
import { languages } from "./app/language.js";

await languages.use(keptLanguage() ?? "vi", false);
await import("./app/console.js");
