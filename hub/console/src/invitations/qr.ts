// The hub's QR drawing, taken apart and put together again: only shapes come through, never a script or an address.
import { html, type SVGTemplateResult, svg, type TemplateResult } from "lit";

interface Drawing {
  viewBox: string;
  paths: { d: string; transform: string; stroked: boolean }[];
}

const PATH = /^[MmLlHhVvZz\d\s.,-]+$/;
const TRANSFORM = /^scale\([\d.]+\)$/;

/** The drawing's box and paths, or null where it is no QR as we know them. */
export function drawing(text: string): Drawing | null {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const width = Number.parseFloat(root.getAttribute("width") ?? "");
  const viewBox = root.getAttribute("viewBox") ?? (width > 0 ? `0 0 ${width} ${width}` : "");
  const paths = [...root.querySelectorAll("path")]
    // The light ground is ours.
    .filter((path) => !["#fff", "#ffffff", "white"].includes(path.getAttribute("fill") ?? ""))
    .map((path) => ({
      d: path.getAttribute("d") ?? "",
      transform: path.getAttribute("transform") ?? "",
      stroked: path.hasAttribute("stroke"),
    }))
    .filter((path) => PATH.test(path.d) && (!path.transform || TRANSFORM.test(path.transform)));
  return /^[\d.\s]+$/.test(viewBox) && paths.length ? { viewBox, paths } : null;
}

const SQUARE_PX = 4;

/** How wide it is drawn: each square has the same whole number of pixels, or readers miss it now and then. */
function width({ viewBox, paths }: Drawing): number {
  const scale = Number.parseFloat(paths[0]?.transform.slice("scale(".length) ?? "") || 1;
  return Math.round((Number.parseFloat(viewBox.trim().split(/\s+/)[2] ?? "") / scale) * SQUARE_PX);
}

/** Dark on white in either scheme, as readers of QR codes want it. */
export function qr(text: string, name: string): TemplateResult | null {
  const drawn = drawing(text);
  if (!drawn) return null;
  const shapes: SVGTemplateResult[] = drawn.paths.map(
    (path) =>
      svg`<path d=${path.d} transform=${path.transform} fill=${path.stroked ? "none" : "#000"} stroke=${path.stroked ? "#000" : "none"} />`,
  );
  return html`<svg class="qr" width=${width(drawn)} height=${width(drawn)} viewBox=${drawn.viewBox} role="img" aria-label=${name} shape-rendering="crispEdges">${shapes}</svg>`;
}
