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
