/** How long a download may bring nothing until it counts as failed. */
export const stallMs = 10_000;

/**
 * Downloads a file. `onBytes` is told how many bytes came each time, unpacked where the host packs them. Rejects when
 * the host refuses, the connection breaks, or nothing comes for `stallMs`; a further call asks anew.
 */
export async function download(
  url: string,
  onBytes: (count: number) => void = () => undefined,
): Promise<Blob> {
  const stalled = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(
      () => stalled.abort(new Error(`${url}: nothing came for ${stallMs / 1000} seconds.`)),
      stallMs,
    );
  };
  wait();
  try {
    const response = await fetch(url, { signal: stalled.signal });
    if (!response.ok) throw new Error(`${url}: ${response.status} ${response.statusText}`.trim());
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const reader = response.body!.getReader(); ;) {
      wait();
      const { done, value } = await reader.read();
      if (done) return new Blob(parts);
      parts.push(value);
      onBytes(value.length);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** The content of a file that the build made. */
export const readJson = async <Content>(file: Blob): Promise<Content> =>
  JSON.parse(await file.text()) as Content;
