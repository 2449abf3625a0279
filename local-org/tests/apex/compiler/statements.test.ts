import { describe, expect, it } from 'vitest';
import { apexOrg, run } from './support.ts';

const org = apexOrg();
const text = (body: string): string => body.replaceAll('"', "'");

describe('loops', () => {
  it.each([
    [
      'Integer s = 0; for (Integer i = 0; i < 5; i++) { if (i == 1) { continue; } if (i == 4) { break; } s += i; } return s;',
      '5'
    ],
    ['Integer i = 0; while (i < 3) i++; return i;', '3'],
    ['Integer i = 0; do { i++; } while (i < 3); return i;', '3'],
    ['Integer i; Integer j; for (i = 0, j = 9; i < j; i++, j--); return i + ":" + j;', '5:4'],
    ['String r = ""; for (String s : new Set<String>{"a", "b"}) { r += s; } return r;', 'ab'],
    ['String r = ""; for (String k : new Map<String, Integer>{"x" => 1}.keySet()) r += k; return r;', 'x'],
    ['Integer i = 0; while (true) { if (i++ > 3) { return i; } }', '5'],
    ['Long s = 0; for (Integer i : new List<Integer>{1, 2}) { s += i; } return s;', '3']
  ])('%s → %s', (body, printed) => {
    expect(run(org, text(body)).value).toBe(printed);
  });

  it('refuse that their list changes its size', () => {
    const { exception } = run(
      org,
      'List<Integer> l = new List<Integer>{1}; for (Integer i : l) { l.add(i); } return l;'
    );
    expect(exception).toContain('System.FinalException');
  });

  it('leave the list free again, also by break', () => {
    const body =
      'List<Integer> l = new List<Integer>{1, 2}; for (Integer i : l) { break; } l.add(3); for (Integer i : l) { } l.add(4); return l;';
    expect(run(org, body).value).toBe('(1, 2, 3, 4)');
  });
});

describe('switch', () => {
  const on = (type: string, value: string, clauses: string): string =>
    `${type} v = ${value}; if (true) { switch on v { ${clauses} } } return "none";`;
  it.each([
    [on('Integer', '2', 'when 1 { return "one"; } when 2, 3 { return "few"; } when else { return "many"; }'), 'few'],
    [on('Integer', 'null', 'when 1 { return "one"; } when null { return "null"; }'), 'null'],
    [on('Integer', '-1', 'when -1 { return "minus"; }'), 'minus'],
    [on('String', '"A"', 'when "a" { return "small"; } when "A" { return "big"; }'), 'big'],
    [on('String', '"x"', 'when "a" { return "a"; }'), 'none'],
    [on('Color', 'Color.RED', 'when GREEN { return "g"; } when RED { return "r"; }'), 'r'],
    [
      on(
        'SObject',
        'new Contact(LastName = "X")',
        'when Account a { return "account"; } when Contact c { return c.LastName; }'
      ),
      'X'
    ],
    [
      on(
        'SObject',
        'null',
        'when Account a { return "account"; } when null { return "null"; } when else { return "else"; }'
      ),
      'null'
    ],
    [on('Object', '"t"', 'when Integer i { return "i"; } when String s { return s; }'), 't']
  ])('%s → %s', (body, printed) => {
    expect(run(org, text(body), 'public enum Color { RED, GREEN }').value).toBe(printed);
  });
});

describe('exceptions', () => {
  it.each([
    ['try { Integer i = 1 / 0; return "no"; } catch (MathException e) { return e.getMessage(); }', 'Divide by 0'],
    [
      'try { Integer i = 1 / 0; return "no"; } catch (ListException e) { return "list"; } catch (Exception e) { return e.getTypeName(); }',
      'System.MathException'
    ],
    ['String s; try { return s.length(); } catch (NullPointerException e) { return e.getLineNumber(); }', '2'],
    ['String r = ""; try { r += "a"; } finally { r += "b"; } return r;', 'ab'],
    [
      'String r = ""; try { try { throw new MyException("x"); } finally { r += "f"; } } catch (MyException e) { r += e.getMessage(); } return r;',
      'fx'
    ],
    [
      'try { throw new MyException("outer", new MyException("inner")); } catch (MyException e) { return e.getCause().getMessage(); }',
      'inner'
    ],
    ['try { throw new MyException(); } catch (MyException e) { return e.getMessage(); }', 'Script-thrown exception'],
    ['try { throw new Coded(42); } catch (Coded e) { return e.code + " " + e.getTypeName(); }', '42 Coded'],
    ['try { throw new Coded("text"); } catch (Exception e) { return e.getMessage() + ((Coded) e).code; }', 'text7'],
    ['try { Integer.valueOf("x"); } catch (TypeException e) { return "type"; } return "none";', 'type']
  ])('%s → %s', (body, printed) => {
    const classes = [
      'public class MyException extends Exception {}',
      'public class Coded extends Exception { public Integer code = 7; public Coded(Integer c) { code = c; } }'
    ];
    expect(run(org, text(body), ...classes).value).toBe(printed);
  });

  it('that nobody catches name their place', () => {
    const thrower =
      'public class Thrower {\n public static void go() {\n  throw new Problem("bad");\n }\n public class Problem extends Exception {}\n}';
    const { exception, stack } = run(org, 'Thrower.go();\nreturn 1;', text(thrower));
    expect(exception).toBe('Thrower.Problem: bad');
    expect(stack).toBe('Class.Thrower.go: line 3, column 1\nClass.Main.run: line 2, column 1');
  });

  it('of inner classes, constructors and initializers name their place', () => {
    const outer = `public class Outer {
      static Integer zero = 0;
      public class Inner {
        public Integer n = 1 / zero;
      }
    }`;
    expect(run(org, 'return new Outer.Inner().n;', outer).stack).toBe(
      'Class.Outer.Inner.<init>: line 4, column 1\nClass.Main.run: line 2, column 1'
    );
    const failing = 'public class Failing {\n  public static Integer n = 1 / Integer.valueOf("0");\n}';
    expect(run(org, 'return Failing.n;', text(failing)).stack).toContain('Class.Failing.<clinit>: line 2, column 1');
  });

  it('of limits and assertions pass every catch block', () => {
    expect(run(org, text('try { while (true) { } } catch (Exception e) { return "caught"; }')).exception).toBe(
      'System.LimitException: Apex CPU time limit exceeded'
    );
    expect(
      run(org, text('try { System.assert(false, "no"); } catch (Exception e) { return "caught"; } return 1;')).exception
    ).toContain('System.AssertException');
    const deep = 'public class Deep { public static Integer go(Integer n) { return go(n + 1); } }';
    expect(run(org, text('try { return Deep.go(1); } catch (Exception e) { return "caught"; }'), deep).exception).toBe(
      'System.LimitException: Maximum stack depth reached: 1001'
    );
  });
});
