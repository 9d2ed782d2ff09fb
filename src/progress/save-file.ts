/** Has the browser save a file. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click returns; Safari reads the address a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export const jsonFile = (text: string): Blob => new Blob([text], { type: 'application/json' });
