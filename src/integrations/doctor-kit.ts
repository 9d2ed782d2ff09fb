import { bundleScript } from '../compiler/bundle-script.ts';
import type { Exercise } from '../course/exercises.ts';
import type { Site } from '../course/site-settings.ts';
import type { Locale } from '../i18n/locale.ts';
import { sourcesOf } from './compile-exercise.ts';
import { workbenchFiles } from './runtime-files.ts';

/** What the self-test is given: its probes, and a plain exercise of the course to try compiler and sandbox on. */
export async function doctorKit(root: string, exercises: readonly Exercise[], locale: Locale, site: Site) {
  const plain = exercises.find(({ files, settings }) => files.specs.length === 0 && isPlain(settings));
  const patient = plain ?? exercises[0];
  if (!patient) return undefined;
  return {
    files: await workbenchFiles(root, patient, locale, site),
    starters: sourcesOf(patient, patient.files.starters),
    given: sourcesOf(patient, patient.files.given),
    probes: await bundleScript('src/doctor/probes.ts', 'browser'),
  };
}

/** Its verdicts need no TypeScript, and come with the built-ins locked. */
const isPlain = ({ types, imports, untouched, intrinsics }: Exercise['settings']): boolean =>
  [types, imports, untouched].every((checks) => checks.length === 0) && intrinsics === 'locked';
