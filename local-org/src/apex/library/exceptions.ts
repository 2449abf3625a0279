import type { DmlException, QueryException } from '../runtime/index.ts';
import {
  ApexException,
  ApexList,
  ApexMap,
  ApexSet,
  enumConstant,
  ListException,
  platformExceptions,
  type DmlFailure
} from '../runtime/index.ts';
import { SObjectField } from '../runtime/tokens.ts';
import { apex } from '../runtime/transaction.ts';
import { apexException, type Declaration } from './declare.ts';

const base = apexException('Exception', {
  'String getMessage()': (self: ApexException) => self.getMessage(),
  'String getTypeName()': (self: ApexException) => self.typeName,
  'Exception getCause()': (self: ApexException) => self.apexCause,
  'Integer getLineNumber()': (self: ApexException) => self.lineNumber,
  'String getStackTraceString()': (self: ApexException) => self.apexStack,
  'void setMessage(String message)': (self: ApexException, message: string | null) => {
    self.setMessage(message);
  },
  'void initCause(Exception cause)': (self: ApexException, cause: ApexException | null) => {
    self.apexCause = cause;
  },
  'String toString()': (self: ApexException) => self.toString()
});

const failure = (self: DmlException, index: number): DmlFailure => {
  const found = self.failures[index];
  if (found === undefined) throw new ListException(`List index out of bounds: ${String(index)}`);
  return found;
};

const dmlMembers = {
  'Integer getNumDml()': (self: DmlException) => self.failures.length,
  'String getDmlMessage(Integer index)': (self: DmlException, index: number) => failure(self, index).message,
  'String getDmlId(Integer index)': (self: DmlException, index: number) => failure(self, index).id,
  'Integer getDmlIndex(Integer index)': (self: DmlException, index: number) => failure(self, index).index,
  'List<String> getDmlFieldNames(Integer index)': (self: DmlException, index: number) =>
    new ApexList('String', [...failure(self, index).fields]),
  'List<Schema.SObjectField> getDmlFields(Integer index)': (self: DmlException, index: number) => {
    const { fields, object } = failure(self, index);
    return new ApexList(
      'Schema.SObjectField',
      fields.filter((field) => apex().org.schema.field(object, field)).map((field) => new SObjectField(object, field))
    );
  },
  'String getDmlStatusCode(Integer index)': (self: DmlException, index: number) => failure(self, index).code,
  'StatusCode getDmlType(Integer index)': (self: DmlException, index: number) =>
    enumConstant('StatusCode', failure(self, index).code)
};

const inaccessible = {
  'Map<String,Set<String>> getInaccessibleFields()': (self: QueryException) =>
    new ApexMap(
      'String',
      'Set<String>',
      Array.from(self.inaccessible, ([object, fields]) => [object, new ApexSet('String', fields)])
    )
};

/** Exceptions that Apex code can make itself, with the constructors that every exception has. */
function exceptionType(
  name: string,
  make: new (message?: string | null, cause?: ApexException | null) => ApexException
): Declaration {
  const simple = name.slice(name.lastIndexOf('.') + 1);
  return apexException(`${name} extends Exception`, {
    [`${simple}()`]: () => new make(),
    [`${simple}(String message)`]: (message: string | null) => new make(message),
    [`${simple}(Exception cause)`]: (cause: ApexException | null) => new make(null, cause),
    [`${simple}(String message, Exception cause)`]: (message: string | null, cause: ApexException | null) =>
      new make(message, cause),
    ...(name === 'DmlException' ? dmlMembers : {}),
    ...(name === 'QueryException' ? inaccessible : {})
  });
}

export const exceptionTypes = [
  base,
  ...Array.from(platformExceptions.values())
    .filter((type) => type !== ApexException)
    .map((type) => exceptionType(type.typeName.replace('System.', ''), type))
];
