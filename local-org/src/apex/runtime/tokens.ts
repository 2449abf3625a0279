import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import { hashText, type Comparing } from './equality.ts';
import { fieldOf } from './fields.ts';
import { apex } from './transaction.ts';
import { plainType } from './typing.ts';

/** `Schema.SObjectType`: names an object; equal tokens are equal by name. */
export class SObjectType implements Comparing {
  readonly apexType = 'Schema.SObjectType';
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  get object(): ObjectDef {
    return apex().object(this.name);
  }

  equalTo(other: unknown): boolean {
    return other instanceof SObjectType && other.name === this.name;
  }

  hash(): number {
    return hashText(this.name);
  }

  toString(): string {
    return this.name;
  }
}

/** `Schema.SObjectField`: names a field of an object. The schema is asked when it is used: a deploy may change it. */
export class SObjectField implements Comparing {
  readonly apexType = 'Schema.SObjectField';
  readonly objectName: string;
  readonly name: string;

  constructor(objectName: string, name: string) {
    this.objectName = objectName;
    this.name = name;
  }

  get object(): ObjectDef {
    return apex().object(this.objectName);
  }

  get field(): FieldDef {
    return fieldOf(this.object, this.name);
  }

  equalTo(other: unknown): boolean {
    return other instanceof SObjectField && other.objectName === this.objectName && other.name === this.name;
  }

  hash(): number {
    return hashText(`${this.objectName}.${this.name}`);
  }

  toString(): string {
    return this.name;
  }
}

/** `Type`: names a class; what `Foo.class` stands for. */
export class ApexType implements Comparing {
  readonly apexType = 'Type';
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  equalTo(other: unknown): boolean {
    return other instanceof ApexType && plainType(other.name) === plainType(this.name);
  }

  hash(): number {
    return hashText(plainType(this.name));
  }

  toString(): string {
    return this.name;
  }
}
