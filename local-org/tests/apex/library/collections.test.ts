import { expect, test } from 'vitest';
import { apexOrg, run } from '../compiler/support.ts';
import { expectValues } from './support.ts';

const org = apexOrg();

test('lists', () => {
  expectValues(org, {
    'new List<Integer>{ 3, 1, 2 }.get(3)': 'System.ListException: List index out of bounds: 3',
    'new List<Integer>{ 1, 2 }.equals(new List<Integer>{ 1, 2 })': 'true',
    'new List<Integer>{ 1, 2 }.contains(2)': 'true',
    "new List<String>{ 'a', 'B' }.indexOf('b')": '-1',
    'new List<Integer>(new Set<Integer>{ 5, 5, 4 })': '(5, 4)',
    'new List<Integer>().isEmpty()': 'true',
    'new List<String>{ null }': '(null)'
  });
});

test('sorting puts null first and asks Comparable and Comparator', () => {
  const item = `public class Item implements Comparable {
    public Integer n;
    public Item(Integer n) { this.n = n; }
    public Integer compareTo(Object other) { return n - ((Item) other).n; }
    public override String toString() { return 'i' + n; }
  }`;
  const down = `public class Down implements Comparator<Integer> {
    public Integer compare(Integer a, Integer b) { return b - a; }
  }`;
  const body = `
    List<Integer> plain = new List<Integer>{ 3, null, 1 };
    plain.sort();
    List<Item> items = new List<Item>{ new Item(2), new Item(1) };
    items.sort();
    List<Integer> down = new List<Integer>{ 1, 3, 2 };
    down.sort(new Down());
    return plain + '|' + items + '|' + down;`;
  expect(run(org, body, item, down).value).toBe('(null, 1, 3)|(i1, i2)|(3, 2, 1)');
});

test('sets and maps go by content: texts by case, records by values, user classes by their equals', () => {
  const point = `public class Point {
    public Integer x;
    public Point(Integer x) { this.x = x; }
    public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x; }
    public Integer hashCode() { return x; }
  }`;
  const body = `
    Set<Object> all = new Set<Object>{ 'a', 'A', 1.0, 1.00, new Point(1), new Point(1),
      new Account(Name = 'x'), new Account(Name = 'x'), Date.newInstance(2026, 1, 1), Date.newInstance(2026, 1, 1) };
    Map<Point, String> byPoint = new Map<Point, String>{ new Point(1) => 'one' };
    byPoint.put(new Point(1), 'uno');
    return all.size() + ' ' + byPoint.size() + byPoint.get(new Point(1)) + byPoint.get(new Point(2));`;
  expect(run(org, body, point).value).toBe('6 1unonull');
});

test('maps', () => {
  expectValues(org, {
    "new Map<String, Integer>{ 'b' => 1, 'a' => 2 }": '{b=1, a=2}',
    "new Map<String, Integer>{ 'b' => 1 }.keySet().contains('B')": 'false',
    "new Map<String, Integer>{ 'b' => 1 }.put('b', 2)": '1',
    "new Map<String, Integer>{ 'b' => 1 }.remove('x')": 'null',
    "new Map<Id, Account>(new List<Account>{ new Account(Id = '001000000000001AAA') }).keySet()":
      '{001000000000001AAA}',
    "new Map<Id, Account>{ '001000000000001' => new Account() }.containsKey('001000000000001AAA')": 'true'
  });
});

test('a collection may not change while a loop runs over it', () => {
  const { exception } = run(
    org,
    'List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i : l) { l.add(i); } return l;'
  );
  expect(exception).toBe('System.FinalException: Cannot modify a collection while it is being iterated.');
});

test('a class with iterator() can be looped over', () => {
  const countdown = `public class Countdown implements Iterable<Integer>, Iterator<Integer> {
    Integer left = 3;
    public Iterator<Integer> iterator() { return this; }
    public Boolean hasNext() { return left > 0; }
    public Integer next() { left--; return left + 1; }
  }`;
  const { value } = run(org, "String s = ''; for (Integer i : new Countdown()) { s += i; } return s;", countdown);
  expect(value).toBe('321');
});
