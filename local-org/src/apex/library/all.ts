import { assertType } from './asserting.ts';
import { asyncTypes } from './async.ts';
import { collectionTypes } from './collections.ts';
import { contextTypes } from './context.ts';
import { databaseTypes } from './database.ts';
import { dateTypes } from './dates.ts';
import type { Declaration } from './declare.ts';
import { encodingTypes } from './encoding.ts';
import { eventBusTypes } from './eventBus.ts';
import { httpTypes } from './http.ts';
import { jsonTypes } from './json.ts';
import { patternTypes } from './pattern.ts';
import { securityTypes } from './security.ts';
import { testTypes } from './testing.ts';
import { typeClass } from './typeClass.ts';
import { exceptionTypes } from './exceptions.ts';
import { mathType } from './math.ts';
import { numberTypes } from './numbers.ts';
import { schemaTypes } from './schemaDescribe.ts';
import { sobjectClass } from './sobject.ts';
import { stringTypes } from './string.ts';
import { systemTypes } from './system.ts';

/** Every class of the platform that the library has. What is not here does not compile. */
export const declarations: readonly Declaration[] = [
  ...stringTypes,
  ...numberTypes,
  mathType,
  ...dateTypes,
  ...collectionTypes,
  ...exceptionTypes,
  sobjectClass,
  ...schemaTypes,
  ...databaseTypes,
  ...systemTypes,
  assertType,
  ...contextTypes,
  ...asyncTypes,
  typeClass,
  ...jsonTypes,
  ...encodingTypes,
  ...patternTypes,
  ...securityTypes,
  ...httpTypes,
  ...eventBusTypes,
  ...testTypes
];
