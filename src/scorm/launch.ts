/**
 * What a learning platform opens: keeps the session with the platform, while the course is read in a frame, from page to
 * page. A platform may close the window when a session ends, so that no page of the course has one of its own.
 */
import { hashFiles } from '../progress/hash-files.ts';
import { findApi } from './find-api.ts';
import { beginSession, type KeyedExercise } from './session.ts';

const frame = document.querySelector('iframe')!;
const exercises = JSON.parse(frame.dataset['exercises']!) as KeyedExercise[];
// Loaded only when it is known who learns, because it is named after the learner what the browser keeps.
const course = () => import('./open-course.ts');

const api = findApi(window);
const session =
  api && beginSession(api, exercises, (why) => void course().then(({ sayRefused }) => sayRefused(why)));
if (session?.learner) document.documentElement.dataset['learner'] = hashFiles({ learner: session.learner });

const { follow, openCourse, sayAlone } = await course();
if (!api) sayAlone();
if (session) await follow(frame, session);
openCourse(frame, session?.place);
