/** So many files are open at once: the disk and the threads of zlib are busy, and memory holds no whole site. */
const atOnce = 8;

/** Does the work for each item, some at a time, begun in their order. Rejects as soon as one of them does. */
export async function someAtATime<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const goOn = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, goOn));
}
