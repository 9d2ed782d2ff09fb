import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SatteriProcessorOptions } from '@astrojs/markdown-satteri';

type Plugin = NonNullable<SatteriProcessorOptions['hastPlugins']>[number];

/** Of a link for which `isLeftOut` holds, only its text stays: a host cannot edit what leads to a chapter not offered. */
export function unlinkLeftOut(
  root: string,
  isLeftOut: (place: { readonly file: string; readonly link: string }) => boolean,
): Plugin {
  return ({ fileURL }) => {
    if (!fileURL) return undefined;
    const file = relative(root, fileURLToPath(fileURL)).replaceAll('\\', '/');
    return {
      name: 'past-tense:unlink-left-out',
      element: {
        filter: ['a'],
        visit: (node, context) => {
          const { href } = node.properties;
          if (typeof href === 'string' && isLeftOut({ file, link: href }))
            context.replaceNode(node, [...node.children]);
        },
      },
    };
  };
}
