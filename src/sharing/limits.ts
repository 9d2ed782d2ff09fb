/** What this page reads of code that comes from elsewhere: far more than an exercise needs, and soon read. */
export const limits = {
  /** A link's data, in characters. */
  linkCharacters: 32 * 1024,
  /** All files of a proposal together, and any one of them, in bytes of UTF-8. */
  codeBytes: 256 * 1024,
  /** An archive: a project zipped by hand, without its packages, has some 300 kB. */
  archiveBytes: 4 * 1024 * 1024,
  archiveEntries: 2_000,
} as const;
