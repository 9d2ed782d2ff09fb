import { format } from 'prettier';
import ts from 'typescript';

/** The declarations as one reads them in documentation: formatted, without `declare` and what is private. */
export async function signatureOf(declarations: readonly ts.Node[]): Promise<string> {
  const text = declarations.map((node) => node.getText().replace(/^export declare /, 'export ')).join('\n');
  const formatted = await formatTypeScript(text.replace(/^export (?!abstract class)/gm, ''));
  return formatted.replace(privateMember, '').replace(/^export /, '');
}

/** The signature of a member anywhere in the declarations, several lines for overloads; empty if there is none. */
export async function memberSignature(declarations: readonly ts.Node[], name: string): Promise<string> {
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if ((ts.isClassElement(node) || ts.isTypeElement(node)) && node.name?.getText() === name)
      found.push(node.getText());
    ts.forEachChild(node, look);
  };
  declarations.forEach(look);
  if (found.length === 0) return '';
  const inClass = await formatTypeScript(`abstract class Around {\n${found.join('\n')}\n}`);
  return inClass.split('\n').slice(1, -1).join('\n').replace(/^ {2}/gm, '');
}

const privateMember = /^ *(#private;|private .*;)\n/gm;

async function formatTypeScript(text: string): Promise<string> {
  return (await format(text, { parser: 'typescript', singleQuote: true, printWidth: 76 })).trim();
}
