// What can be done with clips: keep, leave to retention again, take out as a zip, delete with a while to undo it.
import { msg, str } from "@lit/localize";
import { clock } from "@shared/format.js";
import { toast } from "@shared/toast.js";
import type { House } from "../home/house.js";
import type { Camera } from "../home/overview.js";
import { language } from "../language.js";
import { deleteWithUndo } from "../ui/undoing.js";
import type { Clip } from "./day.js";

interface Told {
  changed(): Promise<void>;
  /** How far an export is, 0..1; null when none is under way. */
  exporting(share: number | null): void;
}

interface ExportStep {
  share?: number;
  url?: string;
  clips?: number;
  error?: string;
}

export class ClipDeeds {
  constructor(
    private readonly house: House,
    private readonly told: Told,
  ) {}

  async keep(clip: Clip): Promise<void> {
    await this.house.ask("panel/protect", { clip_ids: [clip.id] });
    toast(msg("Đoạn này được giữ lại cho đến khi bạn thôi giữ."));
    await this.told.changed();
  }

  async free(clip: Clip): Promise<void> {
    await this.house.ask("panel/unprotect", { clip_ids: [clip.id] });
    toast(msg("Đoạn này sẽ được xoá khi hết hạn lưu."));
    await this.told.changed();
  }

  async delete(clip: Clip): Promise<boolean> {
    await deleteWithUndo(this.house, {
      command: "panel/delete",
      fields: { clip_ids: [clip.id] },
      done: msg(str`Đã xoá đoạn lúc ${clock(new Date(clip.start), language(), true)}.`),
      gone: msg("Đã quá muộn: đoạn này không còn nữa."),
      changed: () => this.told.changed(),
    });
    return true;
  }

  /** A zip of these clips, or of all in that time; saved by the browser when it is ready. */
  async export(camera: Camera, since: number, until: number, clips: readonly Clip[]): Promise<void> {
    this.told.exporting(0);
    const fields = {
      camera_id: camera.camera_id,
      since,
      until,
      clip_ids: clips.map(({ id }) => id),
      title: camera.name,
    };
    try {
      await new Promise<void>((done, refuse) => {
        const listening = this.house.listen<ExportStep>("panel/export", fields, (step) => {
          if (step.share !== undefined) this.told.exporting(step.share);
          if (step.url === undefined && step.error === undefined) return;
          void listening.then((stop) => stop()).catch(() => undefined);
          this.ended(step);
          done();
        });
        listening.catch(refuse);
      });
    } finally {
      this.told.exporting(null);
    }
  }

  private ended({ url, clips, error }: ExportStep): void {
    if (url === undefined) {
      toast(this.house.reason(error ?? "export_failed"), { bad: true });
      return;
    }
    const run = () => {
      const link = document.createElement("a");
      link.href = this.house.hass.hassUrl(url);
      link.download = "";
      link.click();
    };
    toast(msg(str`Đã xuất ${clips ?? 0} đoạn.`), { deed: { name: msg("Tải về"), run } });
    run();
  }
}
