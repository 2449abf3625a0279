import { describe, expect, it } from 'vitest';
import { addressOf, objectPage, pageAt, recordPage } from '../../src/console/shell/platform/console/pages.ts';
import { HOME_ID, Workspace } from '../../src/console/shell/platform/console/workspace.ts';

function memory(saved: string | null = null) {
  const shown: string[] = [];
  let text = saved;
  return {
    shown,
    load: () => text,
    save: (next: string) => {
      text = next;
    },
    show: (address: string) => void shown.push(address)
  };
}

const thing = (id: string) => recordPage(id, 'Thing__c');

describe('addresses', () => {
  it.each([
    recordPage('a00000000000001AAA', 'Thing__c'),
    recordPage('a00000000000001AAA', 'Thing__c', 'edit'),
    objectPage('Thing__c', 'All'),
    objectPage('Thing__c'),
    { type: 'standard__component', attributes: { componentName: 'c__thing' }, state: { c__size: '7 & 8' } },
    { type: 'standard__navItemPage', attributes: { apiName: 'Things' } }
  ])('lead to the page they were made of: %j', (page) => {
    expect(pageAt(addressOf(page))).toMatchObject({ type: page.type, attributes: page.attributes });
    expect(pageAt(addressOf(page))?.state ?? {}).toEqual(page.state ?? {});
  });

  it('refuse a page the console does not have', () => {
    expect(() => addressOf({ type: 'comm__namedPage', attributes: {} })).toThrow('comm__namedPage');
    expect(pageAt('/services/data')).toBeUndefined();
  });
});

describe('the workspace', () => {
  it('opens records from a list as tabs and from a record as its subtabs', () => {
    const workspace = new Workspace(memory(), objectPage('Thing__c'));
    workspace.navigate(thing('1'));
    workspace.navigate(thing('2'), HOME_ID);
    workspace.navigate(thing('3'));
    expect(workspace.state.tabs.map(({ page, parentId }) => [page.attributes.recordId, parentId])).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', 't2']
    ]);
    workspace.navigate(thing('4'), 't3');
    expect(workspace.tab('t4')?.parentId).toBe('t2');
  });

  it('focuses a page that is open instead of opening it twice', () => {
    const workspace = new Workspace(memory());
    workspace.navigate(thing('1'));
    workspace.navigate(thing('2'), HOME_ID);
    workspace.navigate(recordPage('1'), HOME_ID);
    expect(workspace.state.tabs).toHaveLength(2);
    expect(workspace.state.focusedId).toBe('t1');
  });

  it('closes a tab with its subtabs and shows what was in front before', () => {
    const workspace = new Workspace(memory());
    workspace.navigate(thing('1'));
    workspace.navigate(thing('2'), HOME_ID);
    workspace.navigate(thing('3'), 't2');
    workspace.close('t2');
    expect(workspace.state.tabs.map(({ id }) => id)).toEqual(['t1']);
    expect(workspace.state.focusedId).toBe('t1');
    workspace.close('t1');
    expect(workspace.state.focusedId).toBe(HOME_ID);
  });

  it('returns from a closed subtab to its tab, and leaves a locked tab open', () => {
    const workspace = new Workspace(memory());
    workspace.navigate(thing('1'));
    workspace.navigate(thing('2'));
    workspace.close('t2');
    expect(workspace.state.focusedId).toBe('t1');
    workspace.update('t1', { closeDisabled: true });
    workspace.close('t1');
    expect(workspace.state.tabs).toHaveLength(1);
  });

  it('shows the address of what is in front, and comes back after a reload', () => {
    const kept = memory();
    const workspace = new Workspace(kept);
    workspace.navigate(objectPage('Thing__c', 'All'));
    workspace.navigate(thing('1'));
    workspace.update('t1', { title: 'First' });
    workspace.navigate(thing('2'));
    expect(kept.shown.at(-1)).toBe('/lightning/r/Thing__c/2/view');

    const again = new Workspace(kept);
    again.restore(thing('1'));
    expect(again.state).toMatchObject({ focusedId: 't1', home: { state: { filterName: 'All' } } });
    expect(again.state.tabs.map(({ title }) => title)).toEqual(['First', '']);
    again.navigate(thing('3'), HOME_ID);
    expect(again.state.focusedId).toBe('t3');
  });

  it('starts afresh from a memory it does not understand', () => {
    const workspace = new Workspace(memory('{"tabs": 7'));
    workspace.restore(thing('1'));
    expect(workspace.state.tabs).toHaveLength(1);
  });
});
