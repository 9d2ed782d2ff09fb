interface ImportMetaEnv {
  /** The site is built to be unpacked anywhere; see site-address.ts. */
  readonly PORTABLE?: boolean;
}

declare module '@pagefind/default-ui/npm_dist/mjs/ui-core.mjs' {
  /** Renders itself into `element` when constructed. */
  export const PagefindUI: new (options: { element: string }) => unknown;
}
