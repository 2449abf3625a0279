import type { Locator, Page } from 'playwright-core';
import { rows, timeline, type Console } from './console.ts';

/** The page of a record of the sample company, as one of its people sees it. */
export class StoryPage {
  readonly page: Page;
  readonly #org: Console;

  constructor(org: Console, page: Page) {
    this.#org = org;
    this.page = page;
  }

  /** Opens what has that key in the sample company in the window of a colleague; waits until it can be worked with. */
  static async open(org: Console, username: string, key: string, object = 'Case'): Promise<StoryPage> {
    const page = await org.windowOf(username);
    const story = new StoryPage(org, page);
    await story.show(key, object);
    return story;
  }

  async show(key: string, object = 'Case'): Promise<void> {
    const { Id } = await this.#org.one<{ Id: string }>(`SELECT Id FROM ${object} WHERE Sample_Key__c = '${key}'`);
    await this.#org.openTab(this.page, object, Id);
    await rows(this.timeline).first().waitFor();
    if (object !== 'Account') await this.now.locator('[data-ready]').waitFor();
  }

  get timeline(): Locator {
    return timeline(this.page);
  }

  /** Last message, whose turn, what was tried, the answer. */
  get now(): Locator {
    return this.#part('now');
  }

  get card(): Locator {
    return this.#part('customer-card');
  }

  get facts(): Locator {
    return this.#part('facts');
  }

  get promises(): Locator {
    return this.#part('promises');
  }

  get orders(): Locator {
    return this.#part('orders');
  }

  /** The rows of the timeline with a text. */
  row(text: string | RegExp): Locator {
    return rows(this.timeline).filter({ hasText: text });
  }

  /** Opens a row; of rows inside one another the innermost. */
  async unfold(text: string | RegExp): Promise<Locator> {
    const row = this.row(text).last();
    await row.waitFor();
    await row.getByRole('button').first().click();
    return row;
  }

  #part(name: string): Locator {
    return this.page.locator(`c-yeti-${name}:visible`).first();
  }
}
