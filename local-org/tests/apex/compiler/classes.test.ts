import { describe, expect, it } from 'vitest';
import { apexOrg, run } from './support.ts';

const org = apexOrg();
const text = (body: string): string => body.replaceAll('"', "'");
const value = (body: string, ...classes: string[]): string => {
  const ran = run(org, text(body), ...classes.map(text));
  return ran.exception === '' ? ran.value : ran.exception;
};

describe('classes', () => {
  it('choose overloads by static types', () => {
    const over = `public class Over {
      public static String f(Object o) { return "object"; }
      public static String f(String s) { return "string"; }
      public static String f(Integer i) { return "integer"; }
      public static String f(Long l) { return "long"; }
      public static String f(List<String> l) { return "list"; }
      public static String g(Decimal d) { return "decimal"; }
      public static String g(Double d) { return "double"; }
      public static String h(Base b) { return "base"; }
      public static String h(Sub s) { return "sub"; }
      public virtual class Base {}
      public class Sub extends Base {}
    }`;
    const calls = [
      'f("x")',
      'f(1)',
      'f(1L)',
      'f(1.5)',
      'f((Object) "x")',
      'f((String) null)',
      'f(new List<String>())',
      'g(1.5)',
      'g(1)',
      'h(new Over.Sub())',
      'h((Over.Base) new Over.Sub())'
    ];
    expect(calls.map((call) => value(`return Over.${call};`, over))).toEqual([
      'string',
      'integer',
      'long',
      'object',
      'object',
      'string',
      'list',
      'decimal',
      'double',
      'sub',
      'base'
    ]);
  });

  it('inherit, override and call their ancestors', () => {
    const classes = [
      'public abstract class Shape { protected String name = "shape"; public Shape(String n) { name = n; } public abstract Decimal area(); public virtual String show() { return name + area(); } }',
      'public class Square extends Shape { Decimal side; public Square(Decimal s) { super("square"); side = s; } public override Decimal area() { return side * side; } public override String show() { return "[" + super.show() + "]"; } }'
    ];
    expect(value('Shape s = new Square(3); return s.show();', ...classes)).toBe('[square9]');
  });

  it('run constructors, initializers and defaults in order', () => {
    const log =
      'public class Log { public static String s = ""; public static Integer add(String t) { s += t; return 1; } }';
    const base =
      'public virtual class Base { Integer a = Log.add("1"); { Log.add("2"); } public Base() { Log.add("3"); } }';
    const sub =
      'public class Sub extends Base { Integer a = Log.add("4"); public Sub() { this("x"); Log.add("6"); } public Sub(String s) { Log.add("5"); } }';
    expect(value('new Sub(); return Log.s;', log, base, sub)).toBe('123456');
  });

  it('keep private members apart from those of the same name in a subclass', () => {
    const base =
      'public virtual class Base { private Integer n = 1; private String who() { return "base" + n; } public String show() { return who(); } }';
    const sub =
      'public class Sub extends Base { private Integer n = 2; private String who() { return "sub" + n; } public String both() { return who() + show(); } }';
    expect(value('return new Sub().both();', base, sub)).toBe('sub2base1');
  });

  it('show private members to tests where the class allows it', () => {
    const shy =
      'public class Shy { @TestVisible private Integer n = 1; @TestVisible private Integer twice() { return n * 2; } @TestVisible private static Integer three() { return 3; } }';
    const test =
      '@IsTest public class ShyTest { public static Integer sum() { Shy s = new Shy(); s.n = 5; return s.twice() + Shy.three(); } }';
    expect(value('return ShyTest.sum();', shy, test)).toBe('13');
  });

  it('start their statics lazily, once a transaction', () => {
    const once =
      'public class Once { public static Integer n = Noted.add(); static { n += 10; } public static final String NAME = "once"; }';
    const noted =
      'public class Noted { public static Integer count = 0; public static Integer add() { count++; return count; } }';
    expect(
      value(
        'Integer before = Noted.count; Integer n = Once.n + Once.n; return before + ":" + n + ":" + Noted.count;',
        once,
        noted
      )
    ).toBe('0:22:1');
    expect(value('return Once.n;', once, noted)).toBe('11');
  });

  it('have properties with and without code', () => {
    const props = `public class Props {
      public Integer auto { get; set; }
      public Integer doubled { get { return doubled * 2; } set { doubled = value + 1; } }
      public Integer readOnly { get { return 5; } }
      public static String shared { get { if (shared == null) { shared = "made"; } return shared; } private set; }
    }`;
    expect(
      value(
        'Props p = new Props(); p.auto = 1; p.auto += 2; p.doubled = 3; p.doubled++; return p.auto + " " + p.doubled + " " + p.readOnly + " " + Props.shared;',
        props
      )
    ).toBe('3 20 5 made');
  });

  it('implement interfaces of their own and of the platform', () => {
    const classes = [
      'public interface Animal { String speak(); }',
      'public class Dog implements Animal, Comparable { public Integer age; public Dog(Integer a) { age = a; } public String speak() { return "woof" + age; } public Integer compareTo(Object other) { return age - ((Dog) other).age; } }'
    ];
    expect(
      value(
        'List<Dog> dogs = new List<Dog>{ new Dog(3), new Dog(1) }; dogs.sort(); Animal a = dogs[0]; return a.speak() + (a instanceof Dog) + (a instanceof Animal) + (a instanceof Comparable);',
        ...classes
      )
    ).toBe('woof1truetruetrue');
  });

  it('iterate over their own iterables and compare with comparators', () => {
    const classes = [
      'public class Range implements Iterable<Integer>, Iterator<Integer> { Integer i = 0; public Iterator<Integer> iterator() { return this; } public Boolean hasNext() { return i < 3; } public Integer next() { return i++; } }',
      'public class Down implements Comparator<Integer> { public Integer compare(Integer a, Integer b) { return b - a; } }'
    ];
    expect(
      value(
        'Integer s = 0; for (Integer i : new Range()) { s += i; } List<Integer> l = new List<Integer>{1, 3, 2}; l.sort(new Down()); return s + " " + l;',
        ...classes
      )
    ).toBe('3 (3, 2, 1)');
  });

  it('use equals and hashCode of their own in sets and maps', () => {
    const key =
      'public class Key { String k; public Key(String k) { this.k = k; } public Boolean equals(Object o) { return k == ((Key) o).k; } public Integer hashCode() { return k.length(); } }';
    expect(
      value(
        'return new Set<Key>{ new Key("a"), new Key("A"), new Key("b") }.size() + " " + (new Key("x") == new Key("X"));',
        key
      )
    ).toBe('2 true');
  });

  it('print by toString or by their fields', () => {
    const classes = [
      'public class Named { public override String toString() { return "I"; } }',
      'public class Plain { Integer n = 1; String s; }'
    ];
    expect(value('return "" + new Named() + new Plain();', ...classes)).toBe('IPlain:[n=1, s=null]');
  });

  it('are found in any case', () => {
    const mixed =
      'public class Mixed { public static Integer CountIt = 2; public Integer Value = 1; public integer getvalue() { return THIS.VALUE; } }';
    expect(value('mIxEd m = NEW MIXED(); INTEGER i = m.GETVALUE(); return I + mixed.COUNTIT;', mixed)).toBe('3');
  });

  it('have enums with order, names and values', () => {
    const season = 'public enum Season { WINTER, SPRING }';
    expect(
      value(
        'Season s = Season.valueOf("spring"); return s.name() + s.ordinal() + Season.values().size() + (s == Season.SPRING) + s;',
        season
      )
    ).toBe('SPRING12trueSPRING');
  });

  it('reach constants and methods of the outer class from inner ones', () => {
    const outer =
      'public class Outer { static final Integer N = 4; static Integer twice(Integer i) { return i * 2; } public class Inner { public Integer get() { return twice(N); } } public interface Role { } public enum Kind { A } }';
    expect(value('return new Outer.Inner().get() + " " + Outer.Kind.A;', outer)).toBe('8 A');
  });

  it('may bear the names that JavaScript keeps for itself', () => {
    const odd =
      'public class Odd { public Integer constructor = 1; public Integer prototype() { return constructor; } public static String await(String function) { String let = function; return let; } }';
    expect(value('Integer var = new Odd().prototype(); return Odd.await("x") + var;', odd)).toBe('x1');
  });
});
