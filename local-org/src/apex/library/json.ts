import { enumConstant, JsonException, NullPointerException } from '../runtime/index.ts';
import { typed, untyped } from '../runtime/jsonRead.ts';
import { parseJson, type JsonNode } from '../runtime/jsonText.ts';
import { jsonText, toJson, type JsonPart } from '../runtime/jsonWrite.ts';
import type { ApexType } from '../runtime/tokens.ts';
import { apexClass, apexEnum, type Members } from './declare.ts';
import { JsonCursor } from './jsonCursor.ts';

function parsed(text: string | null): JsonNode {
  if (text === null) throw new NullPointerException('Argument 1 cannot be null');
  if (text.trim() === '') throw new JsonException('No content to map to Object due to end of input');
  return parseJson(text);
}

/** `JSONGenerator`: parts are collected, then written as one text. */
class Generator {
  readonly apexType = 'JSONGenerator';
  readonly pretty: boolean;
  readonly #open: (JsonPart[] | Map<string, JsonPart>)[] = [];
  #field: string | undefined;
  #result: JsonPart = null;
  closed = false;

  constructor(pretty: boolean) {
    this.pretty = pretty;
  }

  start(part: JsonPart[] | Map<string, JsonPart>): void {
    this.write(part);
    this.#open.push(part);
  }

  end(): void {
    if (this.#open.pop() === undefined) throw new JsonException('Current context is not an object or array');
  }

  field(name: string): void {
    if (!(this.#open.at(-1) instanceof Map)) throw new JsonException('Can not write a field name outside of an object');
    this.#field = name;
  }

  write(part: JsonPart): void {
    if (this.closed) throw new JsonException('The generator is closed');
    const target = this.#open.at(-1);
    if (target === undefined) this.#result = part;
    else if (target instanceof Map) {
      if (this.#field === undefined) throw new JsonException('Can not write a value, expecting field name');
      target.set(this.#field, part);
      this.#field = undefined;
    } else target.push(part);
  }

  text(): string {
    return jsonText(this.#result, this.pretty);
  }
}

/** `writeX(value)` and `writeXField(name, value)` for the types a generator knows. */
function writers(): Members {
  const members: Record<string, (self: Generator, ...values: never[]) => void> = {};
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ['Blob', ['Blob']],
    ['Boolean', ['Boolean']],
    ['Date', ['Date']],
    ['DateTime', ['Datetime']],
    ['Id', ['Id']],
    ['Number', ['Integer', 'Long', 'Double', 'Decimal']],
    ['String', ['String']],
    ['Time', ['Time']],
    ['Object', ['Object']]
  ];
  for (const [name, types] of kinds) {
    for (const type of types) {
      members[`void write${name}(${type} value)`] = (self: Generator, value: unknown) => {
        self.write(toJson(value));
      };
      members[`void write${name}Field(String name, ${type} value)`] = (
        self: Generator,
        field: string,
        value: unknown
      ) => {
        self.field(field);
        self.write(toJson(value));
      };
    }
  }
  return members;
}

const generatorType = apexClass('JSONGenerator', {
  ...writers(),
  'void writeFieldName(String name)': (self: Generator, name: string) => {
    self.field(name);
  },
  'void writeNull()': (self: Generator) => {
    self.write(null);
  },
  'void writeNullField(String name)': (self: Generator, name: string) => {
    self.field(name);
    self.write(null);
  },
  'void writeStartObject()': (self: Generator) => {
    self.start(new Map());
  },
  'void writeEndObject()': (self: Generator) => {
    self.end();
  },
  'void writeStartArray()': (self: Generator) => {
    self.start([]);
  },
  'void writeEndArray()': (self: Generator) => {
    self.end();
  },
  'String getAsString()': (self: Generator) => self.text(),
  'void close()': (self: Generator) => {
    self.closed = true;
  },
  'Boolean isClosed()': (self: Generator) => self.closed
});

const token = (name: string | undefined): unknown => (name === undefined ? null : enumConstant('JSONToken', name));
/** The current token's value as a type. */
const current =
  (type: string) =>
  (self: JsonCursor): unknown =>
    typed(self.node(), type, false);

const parserType = apexClass('JSONParser', {
  'JSONToken nextToken()': (self: JsonCursor) => token(self.next()),
  'JSONToken nextValue()': (self: JsonCursor) => token(self.nextValue()),
  'JSONToken getCurrentToken()': (self: JsonCursor) => token(self.token),
  'String getCurrentName()': (self: JsonCursor) => self.name ?? null,
  'Boolean hasCurrentToken()': (self: JsonCursor) => self.token !== undefined,
  'void clearCurrentToken()': (self: JsonCursor) => {
    self.clear();
  },
  'void skipChildren()': (self: JsonCursor) => {
    self.skipChildren();
  },
  'String getText()': (self: JsonCursor) => self.text(),
  'Boolean getBooleanValue()': current('Boolean'),
  'Integer getIntegerValue()': current('Integer'),
  'Long getLongValue()': current('Long'),
  'Decimal getDecimalValue()': current('Decimal'),
  'Double getDoubleValue()': current('Double'),
  'Date getDateValue()': current('Date'),
  'Datetime getDatetimeValue()': current('Datetime'),
  'Time getTimeValue()': current('Time'),
  'Id getIdValue()': current('Id'),
  'Blob getBlobValue()': current('Blob'),
  'Object readValueAs(Type type)': (self: JsonCursor, type: ApexType) => typed(self.take(), type.name, false),
  'Object readValueAsStrict(Type type)': (self: JsonCursor, type: ApexType) => typed(self.take(), type.name, true)
});

const jsonClass = apexClass('JSON', {
  'static String serialize(Object value)': (value: unknown) => jsonText(toJson(value)),
  'static String serialize(Object value, Boolean suppressNulls)': (value: unknown, suppressNulls: boolean) =>
    jsonText(toJson(value, suppressNulls)),
  'static String serializePretty(Object value)': (value: unknown) => jsonText(toJson(value), true),
  'static String serializePretty(Object value, Boolean suppressNulls)': (value: unknown, suppressNulls: boolean) =>
    jsonText(toJson(value, suppressNulls), true),
  'static Object deserialize(String text, Type type)': (text: string | null, type: ApexType) =>
    typed(parsed(text), type.name, false),
  'static Object deserializeStrict(String text, Type type)': (text: string | null, type: ApexType) =>
    typed(parsed(text), type.name, true),
  'static Object deserializeUntyped(String text)': (text: string | null) => untyped(parsed(text)),
  'static JSONGenerator createGenerator(Boolean pretty)': (pretty: boolean) => new Generator(pretty),
  'static JSONParser createParser(String text)': (text: string | null) => new JsonCursor(parsed(text))
});

export const jsonTypes = [
  jsonClass,
  generatorType,
  parserType,
  apexEnum('JSONToken', [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE'
  ])
];
