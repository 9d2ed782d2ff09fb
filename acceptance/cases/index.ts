import type { Case } from '../case.ts';
import { honest } from './honest.ts';
import { resources } from './resources.ts';
import { values } from './values.ts';
import { verdicts } from './verdicts.ts';

/** Every case. */
export const allCases: readonly Case[] = [...verdicts, ...resources, ...values, ...honest];
