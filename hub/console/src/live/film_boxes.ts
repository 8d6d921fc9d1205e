// The pieces of a live film as the hub sends them, one after the other: an init segment, then fragments. Read here is
// only what the player must know: where each ends, how it is coded, which moment a fragment shows.

export interface Init {
  kind: "init";
  data: Uint8Array<ArrayBuffer>;
  /** For a SourceBuffer. */
  type: string;
  /** Ticks of the film's time in a second. */
  timescale: number;
}

export interface Fragment {
  kind: "fragment";
  data: Uint8Array<ArrayBuffer>;
  /** When its first picture was taken (seconds since 1970), and its time in the film in ticks; null where it is not said. */
  taken: { s: number; ticks: number } | null;
}

const NTP_BEGAN_S = 2_208_988_800;
const LARGEST_BYTES = 16 * 1024 * 1024;

function nameAt(data: Uint8Array, at: number): string {
  return String.fromCharCode(...data.subarray(at + 4, at + 8));
}

function find(data: Uint8Array, name: string): number {
  const codes = [...name].map((letter) => letter.charCodeAt(0));
  for (let at = 0; at + 8 <= data.length; at++) {
    if (codes.every((code, place) => data[at + place] === code)) return at;
  }
  return -1;
}

function number32(data: Uint8Array, at: number): number {
  return new DataView(data.buffer, data.byteOffset).getUint32(at);
}

function number64(data: Uint8Array, at: number): number {
  return Number(new DataView(data.buffer, data.byteOffset).getBigUint64(at));
}

/** "avc1.64001f" of the decoder's own configuration. */
function codec(init: Uint8Array): string {
  const at = find(init, "avcC");
  if (at < 0) throw new Error("no H.264");
  const parts = [...init.subarray(at + 5, at + 8)].map((part) => part.toString(16).padStart(2, "0"));
  return `avc1.${parts.join("")}`;
}

function timescale(init: Uint8Array): number {
  const at = find(init, "mdhd");
  return at < 0 ? 1 : number32(init, at + (init[at + 4] === 1 ? 24 : 16));
}

/** What a `prft` box (ISO/IEC 14496-12, 8.16.5) in front of a fragment says. */
function taken(data: Uint8Array): Fragment["taken"] {
  if (nameAt(data, 0) !== "prft" || data.length < 32) return null;
  const s = number32(data, 16) - NTP_BEGAN_S + number32(data, 20) / 2 ** 32;
  return { s, ticks: data[8] === 1 ? number64(data, 24) : number32(data, 24) };
}

/** Cuts a stream of bytes, which arrives in any pieces, into what can be appended. */
export class FilmReader {
  private rest = new Uint8Array(0);

  take(chunk: Uint8Array): (Init | Fragment)[] {
    const data = new Uint8Array(this.rest.length + chunk.length);
    data.set(this.rest);
    data.set(chunk, this.rest.length);
    const found: (Init | Fragment)[] = [];
    let [begin, at] = [0, 0];
    while (at + 8 <= data.length) {
      const [size, name] = [number32(data, at), nameAt(data, at)];
      if (size < 8 || size > LARGEST_BYTES) throw new Error("no film");
      if (at + size > data.length) break;
      at += size;
      if (name === "moov" || name === "mdat") {
        const piece = data.slice(begin, at);
        found.push(
          name === "moov"
            ? { kind: "init", data: piece, type: `video/mp4; codecs="${codec(piece)}"`, timescale: timescale(piece) }
            : { kind: "fragment", data: piece, taken: taken(piece) },
        );
        begin = at;
      }
    }
    this.rest = data.slice(begin);
    return found;
  }
}
