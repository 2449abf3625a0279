import { OrgError } from '../errors.ts';

/** A refusal that points into the query's text, as the platform's do. */
export function refusal(text: string, at: number, code: string, message: string): OrgError {
  const before = text.slice(0, at);
  const row = before.split('\n').length;
  const column = at - (before.lastIndexOf('\n') + 1) + 1;
  return new OrgError(code, `ERROR at Row:${row}:Column:${column} ${message}`);
}

/** The platform's answer to an object that does not exist or that the user can't read. */
export function noSuchObject(name: string): OrgError {
  return new OrgError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
  );
}

/** The sentence for a field that does not exist or that the user can't read. */
export function noSuchColumn(field: string, object: string): string {
  return `No such column '${field}' on entity '${object}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.`;
}

/** The sentence for a relationship that does not exist. */
export function noSuchRelationship(relationship: string, path: string): string {
  return `Didn't understand relationship '${relationship}' in field path '${path}'. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`;
}
