import type { Case } from '../case.ts';
import { classes } from './classes.ts';
import { compiler } from './compiler.ts';
import { forgeries } from './forgeries.ts';
import { harness } from './harness.ts';
import { honest } from './honest.ts';
import { leftovers } from './leftovers.ts';
import { library } from './library.ts';
import { messages } from './messages.ts';
import { network } from './network.ts';
import { recordings } from './recordings.ts';
import { resources } from './resources.ts';
import { trials } from './trials.ts';
import { values } from './values.ts';
import { verdicts } from './verdicts.ts';

/** Every case. Ids begin with the category's letter. */
export const allCases: readonly Case[] = [
  ...verdicts,
  ...forgeries,
  ...resources,
  ...values,
  ...honest,
  ...classes,
  ...network,
  ...compiler,
  ...library,
  ...harness,
  ...messages,
  ...leftovers,
  ...trials,
  ...recordings,
];
