import { readdirSync, readFileSync } from 'node:fs';
import { packageFolder } from './baseComponents.ts';

const CATEGORIES = ['action', 'custom', 'doctype', 'standard', 'utility'] as const;

/**
 * One SVG sprite a category from the base components' 1,700 icon templates: a browser fetches a sprite once, while compiled
 * templates would cost half of the build and megabytes of script.
 */
export function iconSprites(): ReadonlyMap<string, string> {
  return new Map(CATEGORIES.map((category) => [`${category}.svg`, sprite(category)]));
}

function sprite(category: string): string {
  const title = category.charAt(0).toUpperCase() + category.slice(1);
  const folder = `${packageFolder('lightning-base-components')}/src/lightning/iconSvgTemplates${title}/buildTemplates/${category}`;
  const symbols = readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => symbol(file.slice(0, -'.html'.length), readFileSync(`${folder}/${file}`, 'utf8')));
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${symbols.join('')}</svg>`;
}

function symbol(name: string, template: string): string {
  const svg = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(template);
  const viewBox = /viewBox="([^"]*)"/i.exec(svg?.[1] ?? '')?.[1];
  if (!svg?.[2] || !viewBox) throw new Error(`The icon ${name} of the base components has a form that is not known`);
  return `<symbol id="${name}" viewBox="${viewBox}">${svg[2].replace(/\s+/g, ' ')}</symbol>`;
}
