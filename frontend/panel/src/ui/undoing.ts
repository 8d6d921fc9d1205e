// A deletion that can be undone: what is deleted is hidden at once, and gone in ten seconds unless somebody takes it back.
import { msg } from "@lit/localize";
import { toast } from "@shared/toast.js";
import type { House } from "../home/house.js";

export interface Deletion {
  /** What asks the home to delete, and of what. */
  command: "panel/delete" | "panel/exports/delete";
  fields: object;
  /** What is told: that it is deleted; and, when it is taken back too late, that it is gone. */
  done: string;
  gone: string;
  /** Reads what is shown anew. */
  changed(): Promise<void>;
}

export async function deleteWithUndo(house: House, deletion: Deletion): Promise<void> {
  const { token } = await house.ask<{ token: string }>(deletion.command, deletion.fields);
  toast(deletion.done, { deed: { name: msg("Hoàn tác"), run: () => void undo(house, token, deletion) } });
  await deletion.changed();
}

async function undo(house: House, token: string, { gone, changed }: Deletion): Promise<void> {
  try {
    const { undone } = await house.ask<{ undone: boolean }>("panel/undo", { token });
    toast(undone ? msg("Đã lấy lại.") : gone, { bad: !undone });
  } catch (error) {
    toast(house.sentence(error), { bad: true });
  }
  await changed();
}
