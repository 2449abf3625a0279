import type { Story } from '../../../scripts/sample/story.ts';
import { dwojak } from './dwojak.ts';
import { helena } from './helena.ts';
import { hut } from './hut.ts';
import { james } from './james.ts';
import { ludmila } from './ludmila.ts';
import { marek } from './marek.ts';
import { oksana } from './oksana.ts';
import { plurals } from './plurals.ts';
import { ryszard } from './ryszard.ts';
import { tadeusz } from './tadeusz.ts';
import { zofia } from './zofia.ts';

/** The ten customers of whom the company tells, and those who show how numbers are said. */
export const stories: readonly Story[] = [
  zofia,
  marek,
  helena,
  ryszard,
  oksana,
  james,
  tadeusz,
  hut,
  dwojak,
  ludmila,
  ...plurals
];
