/** Has the browser save a text as a JSON file. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun when the click returns; Safari reads the address a little later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
