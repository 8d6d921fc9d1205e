// Keeping a text as a file of the reader's own: made here, asked of nobody.

/** Saves a text under this name. */
export function saved(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
