/**
 * Writes the service worker of a built site anew, after files of it were changed:
 *
 *     node scripts/write-offline-files.ts <folder>
 *     node scripts/write-offline-files.ts <folder> --farewell   one that takes an earlier one away
 */
import { writeFarewell, writeOfflineFiles } from '../src/integrations/offline-files.ts';

const [folder, option] = process.argv.slice(2);
if (!folder || (option !== undefined && option !== '--farewell')) {
  throw new Error('Name the folder of a built site: node scripts/write-offline-files.ts dist [--farewell]');
}
if (option) await writeFarewell(folder);
else console.log(`${folder} is version ${(await writeOfflineFiles(folder)).version}.`);
