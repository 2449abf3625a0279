import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, openSync, writeSync, closeSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OrgError } from '../../src/errors.ts';
import { openStore, UniqueViolation } from '../../src/store/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const STORE_MODULE = pathToFileURL(join(import.meta.dirname, '../../src/store/index.ts')).href;

/** Runs a script in a process of its own, with `store` open on the folder. */
function inOtherProcess(script: string): string[] {
  const code = `import { openStore } from ${JSON.stringify(STORE_MODULE)};
    const store = openStore(${JSON.stringify(folder)});
    ${script}`;
  return ['--import', 'tsx', '--input-type=module', '--eval', code];
}

function refusal(work: () => unknown): OrgError {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

describe('transactions', () => {
  it('keeps all of a transaction or nothing, and nested ones apart', () => {
    const store = openStore(':memory:');
    store.exec('CREATE TABLE t (n INTEGER)');
    store.transaction(() => {
      store.run('INSERT INTO t VALUES (1)');
      expect(() =>
        store.transaction(() => {
          store.run('INSERT INTO t VALUES (2)');
          throw new Error('inner');
        })
      ).toThrow('inner');
    });
    expect(() =>
      store.transaction(() => {
        store.run('INSERT INTO t VALUES (3)');
        throw new Error('outer');
      })
    ).toThrow('outer');
    expect(store.all('SELECT n FROM t')).toEqual([{ n: 1 }]);
    expect(store.inTransaction).toBe(false);
    store.close();
  });

  it('rolls back to a savepoint again and again, and not to one that an outer roll-back removed', () => {
    const store = openStore(':memory:');
    store.exec('CREATE TABLE t (n INTEGER)');
    store.transaction(() => {
      const outer = store.savepoint();
      store.run('INSERT INTO t VALUES (1)');
      const inner = store.savepoint();
      outer.rollback();
      expect(() => inner.rollback()).toThrow('no longer valid');
      store.run('INSERT INTO t VALUES (2)');
      outer.rollback();
      store.run('INSERT INTO t VALUES (3)');
      outer.release();
    });
    expect(store.all('SELECT n FROM t')).toEqual([{ n: 3 }]);
    store.close();
  });
});

describe('statements', () => {
  it('goes on after a failed one, also with the same text', () => {
    const store = openStore(':memory:');
    store.exec('CREATE TABLE t (n INTEGER PRIMARY KEY, k TEXT); CREATE UNIQUE INDEX "t.k" ON t (fold(k))');
    const insert = 'INSERT INTO t VALUES (?, ?)';
    store.run(insert, [1, 'ŁÓDŹ']);
    const violation = (): unknown => store.run(insert, [2, 'łódź']);
    expect(violation).toThrow(UniqueViolation);
    expect(violation).toThrow('t.k');
    expect(store.run(insert, [3, 'lodz'])).toBe(1);
    expect(() => store.all('SELECT nothing FROM t')).toThrow('nothing');
    expect(store.get('SELECT count(*) AS n FROM t')).toEqual({ n: 2 });
    store.close();
  });

  it('keeps working when more texts are used than are kept prepared', () => {
    const store = openStore(':memory:');
    for (let n = 0; n < 1_200; n++) expect(store.get(`SELECT ${n} AS n`)).toEqual({ n });
    expect(store.get('SELECT 0 AS n')).toEqual({ n: 0 });
    store.close();
  });

  it('refuses a text that SQLite would cut at a zero character', () => {
    const store = openStore(':memory:');
    expect(() => store.get('SELECT ? AS t', ['a\0b'])).toThrow('U+0000');
    store.close();
  });
});

describe('the folder', () => {
  it('keeps data from one opening to the next and leaves no lock', () => {
    const first = openStore(folder);
    first.exec("CREATE TABLE t (n TEXT); INSERT INTO t VALUES ('zażółć')");
    first.close();
    const second = openStore(folder);
    expect(second.all('SELECT n FROM t')).toEqual([{ n: 'zażółć' }]);
    second.close();
  });

  it('is refused while this or another living process has it', { timeout: 20_000 }, async () => {
    const mine = openStore(folder);
    expect(refusal(() => openStore(folder)).code).toBe('ORG_IN_USE');
    mine.close();
    const other = spawn(
      process.execPath,
      inOtherProcess(`console.log('open'); setTimeout(() => store.close(), 60000);`),
      { stdio: ['ignore', 'pipe', 'inherit'] }
    );
    await new Promise((resolve) => other.stdout.once('data', resolve));
    const error = refusal(() => openStore(folder));
    expect(error.message).toContain(String(other.pid));
    const gone = new Promise((resolve) => other.once('exit', resolve));
    other.kill('SIGKILL');
    await gone;
    openStore(folder).close();
  });

  it('has all that was committed, and nothing else, after its process was killed', { timeout: 20_000 }, () => {
    const script = `store.exec('CREATE TABLE t (n INTEGER)');
      for (let n = 0; n < 500; n++) store.transaction(() => store.run('INSERT INTO t VALUES (?)', [n]));
      store.transaction(() => { store.run('INSERT INTO t VALUES (500)'); process.kill(process.pid, 'SIGKILL'); });`;
    expect(spawnSync(process.execPath, inOtherProcess(script)).signal).toBe('SIGKILL');
    const store = openStore(folder);
    expect(store.get('SELECT count(*) AS n, max(n) AS last FROM t')).toEqual({ n: 500, last: 499 });
    store.close();
  });

  it('says what to do where no folder can be', () => {
    writeFileSync(join(folder, 'file'), '');
    const error = refusal(() => openStore(join(folder, 'file', 'org')));
    expect(error.code).toBe('FOLDER_UNUSABLE');
  });

  it('says what to do about a file that is no database', () => {
    writeFileSync(
      join(folder, 'org.db'),
      'not a database at all, but long enough to have a header of its own'.repeat(20)
    );
    const error = refusal(() => openStore(folder));
    expect(error.code).toBe('DATABASE_DAMAGED');
    expect(error.message).toContain('org:reset');
    expect(() => openStore(folder)).toThrow('damaged');
  });

  it('says what to do about a database with overwritten pages', () => {
    const store = openStore(folder);
    store.exec('CREATE TABLE t (n TEXT)');
    store.transaction(() => {
      for (let n = 0; n < 2_000; n++) store.run('INSERT INTO t VALUES (?)', ['x'.repeat(200)]);
    });
    store.close();
    const file = join(folder, 'org.db');
    const handle = openSync(file, 'r+');
    const half = Math.floor(statSync(file).size / 2);
    writeSync(handle, Buffer.alloc(half, 7), 0, half, 8_192);
    closeSync(handle);
    const error = refusal(() => openStore(folder).all('SELECT * FROM t'));
    expect(error.message).toContain('org:reset');
  });

  it('says what to do about a database of another version', () => {
    const store = openStore(folder);
    store.exec('PRAGMA user_version = 999');
    store.close();
    const error = refusal(() => openStore(folder));
    expect(error.code).toBe('DATABASE_VERSION');
    expect(error.message).toContain('999');
  });
});
