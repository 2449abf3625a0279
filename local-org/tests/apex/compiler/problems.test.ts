import { describe, expect, it } from 'vitest';
import { apexOrg, problems } from './support.ts';

const { schema } = apexOrg();
const body = (statements: string): string =>
  `public class Main { public static void run() {\n${statements.replaceAll('"', "'")}\n} }`;

describe('a statement that does not compile', () => {
  it.each([
    ['Integer i = x;', '2:13 Variable does not exist: x'],
    ['Integer i = "a";', '2:13 Illegal assignment from String to Integer'],
    ['String s = 1;', '2:12 Illegal assignment from Integer to String'],
    ['Integer i = 1L;', '2:13 Illegal assignment from Long to Integer'],
    ['Integer i = 1.5;', '2:13 Illegal assignment from Decimal to Integer'],
    ['Missing m;', '2:1 Invalid type: Missing'],
    ['List<Missing> m;', '2:6 Invalid type: Missing'],
    ['foo(1);', '2:1 Method does not exist or incorrect signature: void foo(Integer) from the type Main'],
    ['String s; s.foo();', '2:13 Method does not exist or incorrect signature: void foo() from the type String'],
    ['Integer i; Integer I;', '2:20 Duplicate variable: I'],
    ['return 1;', '2:1 Void method must not return a value'],
    ['return; Integer i;', '2:9 Unreachable statement'],
    ['while (true) { } Integer i;', '2:18 Unreachable statement'],
    ['break;', '2:1 Invalid break: not in a loop'],
    ['if (1) { }', '2:5 Condition expression must be of type Boolean: Integer'],
    ['1 + 1;', '2:1 Expression cannot be a statement'],
    ['Boolean b = 1 == "a";', '2:13 Comparison arguments must be compatible types: Integer, String'],
    ['Integer i = true + 1;', '2:13 Arithmetic expressions must use numeric arguments'],
    ['String s = (String) 5;', '2:12 Incompatible types since an instance of Integer is never an instance of String'],
    ['throw "x";', '2:1 Throw expression must be of type exception: String'],
    ['Account a = new Account(Nme = "x");', '2:25 Field does not exist: Nme on Account'],
    ['Account a; a.Nme = "x";', '2:14 Variable does not exist: Nme'],
    ['insert "x";', '2:1 DML requires SObject or SObject list type: String'],
    ['List<Account> a = [SELECT Nme FROM Account];', '2:20 '],
    ['Account a = [SELECT Id FROM Contact];', '2:14 Illegal assignment from List<Contact> to Account'],
    ['for (String s : 5) { }', '2:17 Loop must iterate over a collection: Integer'],
    ['for (Integer s : new List<String>()) { }', '2:1 Loop variable must be of type String'],
    ['this.run();', '2:1 Illegal use of this in a static context'],
    ['Object o = [FIND "x" IN ALL FIELDS RETURNING Account];', '2:12 The local org does not support SOSL'],
    ['String s = Label.Missing;', '2:18 External string does not exist: Missing'],
    ['Set<Integer> s = new Set<Integer>{"a"};', '2:35 Illegal assignment from String to Integer'],
    [
      'Map<String, Integer> m = new Map<String, String>();',
      '2:30 Illegal assignment from Map<String,String> to Map<String,Integer>'
    ],
    ['Cache.Partition p;', '2:1 The local org does not support Cache.Partition'],
    ['Integer i = ;', '2:13 '],
    ['Exception e = new Exception();', '2:19 ']
  ])('%s', (statements, expected) => {
    const [first = 'compiled'] = problems(schema, body(statements));
    expect(first.slice(0, expected.length)).toBe(expected);
  });
});

describe('a class that does not compile', () => {
  it.each([
    ['public class A { public Integer f() { } }', '1:39 Missing return statement required return type: Integer'],
    [
      'public class A { public Integer f(Boolean b) { if (b) { return 1; } } }',
      '1:69 Missing return statement required return type: Integer'
    ],
    ['public class A { Integer a; String A; }', '1:36 Duplicate field: A'],
    ['public class A { void f(Integer i) { } void F(Integer j) { } }', '1:45 Method already defined: F'],
    ['public class A extends B { }', '1:24 Invalid type: B'],
    [
      'public class A { class B { } class C extends B { } }',
      '1:46 Non-virtual and non-abstract type cannot be extended: A.B'
    ],
    [
      'public class A implements Comparable { }',
      '1:14 Class A must implement the method: Comparable.compareTo(Object)'
    ],
    [
      'public class A { abstract class B { abstract void f(); } class C extends B { } }',
      '1:64 Class A.C must implement the abstract method: void A.B.f()'
    ],
    [
      'public class A { virtual class B { public void f() { } } class C extends B { public override void f() { } } }',
      '1:99 Non-virtual, non-abstract methods cannot be overridden: void A.C.f()'
    ],
    [
      'public class A { virtual class B { protected virtual void f() { } } class C extends B { protected void f() { } } }',
      '1:104 Method must use the override keyword: void A.C.f()'
    ],
    ['public class A { override void f() { } }', '1:32 Method does not override an ancestor method: void A.f()'],
    [
      'public class A { abstract class B { } void f() { B b = new B(); } }',
      '1:60 Abstract classes cannot be constructed: A.B'
    ],
    [
      'public class A { class B { B(Integer i) { } } void f() { new B(); } }',
      '1:62 Constructor not defined: [A.B].<Constructor>()'
    ],
    ['public class A { class B { static Integer i; } }', '1:43 Static can only be used on fields of a top level class'],
    ['public class A { final Integer i = 1; void f() { i = 2; } }', '1:50 Expression cannot be assigned'],
    [
      'public class A { void f() { g(); } class B { void g() { } } }',
      '1:29 Method does not exist or incorrect signature: void g() from the type A'
    ],
    ['trigger T on Missing (before insert) { }', '1:14 SObject type does not allow triggers: Missing'],
    ['public class A { Integer i = 1 }', '1:']
  ])('%s', (text, expected) => {
    const [first = 'compiled'] = problems(schema, text);
    expect(first.slice(0, expected.length)).toBe(expected);
  });

  it('does not hide the faults of others, nor a fault another of the same class', () => {
    const first = 'public class A { void f() { x = 1; } void g() { y = 1; } }';
    const second = 'public class B { void f() { z = 1; } }';
    expect(problems(schema, first, second).map((text) => text.replace(/.*: /, ''))).toEqual(['x', 'y', 'z']);
  });

  it('may not use what other classes keep to themselves, except as a test where that is allowed', () => {
    const owner =
      'public class Owner { private static Integer hidden = 1; @TestVisible private static Integer shown = 2; private static void f() { } }';
    const user = 'public class User1 { Integer a = Owner.hidden; Integer b = Owner.shown; void f() { Owner.f(); } }';
    const test = '@IsTest private class Test1 { static Integer b = Owner.shown; }';
    expect(problems(schema, owner, user).map((text) => text.replace(/^\S+ /, ''))).toEqual([
      'Variable is not visible: hidden',
      'Variable is not visible: shown',
      'Method is not visible: void f()'
    ]);
    expect(problems(schema, owner, test)).toEqual([]);
  });
});
