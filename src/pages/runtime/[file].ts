import type { APIRoute, GetStaticPaths } from 'astro';
import { runtimeFiles, type RuntimeFile } from '../../integrations/runtime-files.ts';

/** What the workbench loads on demand: compiled exercises, sandbox, library sources, compiler. */
export const getStaticPaths = (async () => {
  const files = await runtimeFiles(process.cwd());
  return files.map((file) => ({ params: { file: file.name }, props: file }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<RuntimeFile> = ({ props }) =>
  new Response(props.body, { headers: { 'content-type': props.type } });
