// The address a clip is played from: as the camera sent it where this browser can, else as the copy in H.264 that the
// home makes, which takes a moment.
import type { House } from "../home/house.js";
import type { Clip } from "./day.js";

interface Step {
  share?: number;
  url?: string;
  error?: string;
}

const playsH265 = () => document.createElement("video").canPlayType('video/mp4; codecs="hvc1.1.6.L120.90"') !== "";

/** Resolves to an address that is good for an hour; rejects with the key of a reason. */
export async function clipAddress(house: House, clip: Clip, hear: (share: number) => void): Promise<string> {
  const id = encodeURIComponent(clip.id);
  if (clip.codec === "h264" || (clip.codec === "hevc" && playsH265())) {
    return house.signed(`/api/mat_than/clips/${id}.mp4`);
  }
  const path = await copied(house, clip, hear);
  return house.signed(path);
}

function copied(house: House, clip: Clip, hear: (share: number) => void): Promise<string> {
  return new Promise((done, refuse) => {
    const listening = house.listen<Step>("playable", { clip_id: clip.id }, ({ share, url, error }) => {
      if (share !== undefined) hear(share);
      if (url === undefined && error === undefined) return;
      void listening.then((stop) => stop()).catch(() => undefined);
      if (url !== undefined) done(url);
      else refuse(new Error(error));
    });
    listening.catch(refuse);
  });
}
