// What the detector saw in one picture (TuningLook), and the picture of what differs from the scene.
export interface Look {
  at: string;
  score: number;
  suspicion: number;
  on: boolean;
  scene: string;
  reason: string;
  boxes: readonly (readonly [number, number, number, number])[];
  dismissed: readonly string[];
  picture_jpeg: string;
  mask_width: number;
  mask_height: number;
  mask: string;
}

/** The points that differ, one bit each with rows padded to bytes, as RGBA. */
export function maskPoints({ mask, mask_width: width, mask_height: height }: Look): Uint8ClampedArray<ArrayBuffer> {
  const bits = atob(mask);
  const rowBytes = Math.ceil(width / 8);
  const points = new Uint8ClampedArray(new ArrayBuffer(width * height * 4));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = bits.charCodeAt(y * rowBytes + (x >> 3));
      if ((byte >> (7 - (x & 7))) & 1) points.set([255, 90, 200, 255], (y * width + x) * 4);
    }
  }
  return points;
}

/** The same as the address of a picture. */
export function maskPicture(look: Look): string {
  const canvas = document.createElement("canvas");
  canvas.width = look.mask_width;
  canvas.height = look.mask_height;
  if (!canvas.width || !canvas.height) return "";
  canvas.getContext("2d")?.putImageData(new ImageData(maskPoints(look), look.mask_width, look.mask_height), 0, 0);
  return canvas.toDataURL();
}
