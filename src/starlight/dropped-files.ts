/** A file with its path from the folder that was chosen, or alone. */
export type NamedFile = { readonly path: string; readonly file: File };

/** What an input gave. With `webkitdirectory`, a path begins with the chosen folder, which is the same for all. */
export const chosenFiles = (input: HTMLInputElement): NamedFile[] =>
  [...(input.files ?? [])].map((file) => ({
    path: file.webkitRelativePath.split('/').slice(1).join('/') || file.name,
    file,
  }));

/** What was dropped, folders with all that is in them. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<NamedFile[]> {
  // Asked at once: the drop is over when this function waits for the first time.
  const entries = [...items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...files].map((file) => ({ path: file.name, file }));
  const alone = entries.length === 1 && entries[0]!.isDirectory;
  const found = await Promise.all(entries.map((entry) => filesOf(entry, '')));
  return found
    .flat()
    .map(({ path, file }) => ({ path: alone ? path.split('/').slice(1).join('/') : path, file }));
}

async function filesOf(entry: FileSystemEntry, folder: string): Promise<NamedFile[]> {
  const path = `${folder}${entry.name}`;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: NamedFile[] = [];
  // A reader gives at most a hundred entries at a time, and none at the end.
  for (;;) {
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (entries.length === 0) return found;
    for (const each of entries) found.push(...(await filesOf(each, `${path}/`)));
  }
}
