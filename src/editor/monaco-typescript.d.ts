/** Monaco ships how it colours TypeScript without types. */
declare module 'monaco-editor/languages/definitions/typescript/typescript' {
  export const conf: import('monaco-editor/editor').languages.LanguageConfiguration;
  export const language: import('monaco-editor/editor').languages.IMonarchLanguage;
}

/** Monaco ships its worker without types. Importing it sets `self.onmessage`. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  export const ts: { readonly typescript: typeof import('typescript') };
  /** Text by name: `lib.dom.d.ts`. */
  export const libFileMap: Readonly<Record<string, string>>;
}

/** The TypeScript of the worker, and its declarations by name, as modules that run outside a worker too. */
declare module 'monaco-editor/languages/features/typescript/lib/typescriptServices' {
  export const typescript: typeof import('typescript');
}
declare module 'monaco-editor/languages/features/typescript/lib/lib' {
  export const libFileMap: Readonly<Record<string, string>>;
}
