import { OrgError } from '../../errors.ts';
import type { ActionParameter } from '../../apex/types.ts';
import type { Answer, Call, Places, Route } from './call.ts';
import { bodyObject, isObject, route } from './call.ts';

/** Invocable actions: those that Apex classes offer. */
export const actionRoutes: readonly Route[] = [
  route('GET actions', ({ base }) => ({
    status: 200,
    body: { standard: `${base}/actions/standard`, custom: `${base}/actions/custom` }
  })),
  route('GET actions/standard', () => ({ status: 200, body: { actions: [] } })),
  route('GET actions/custom', ({ base }) => ({ status: 200, body: { apex: `${base}/actions/custom/apex` } })),
  route('GET actions/custom/apex', list),
  route('GET actions/custom/apex/:name', describe),
  route('POST actions/custom/apex/:name', invoke)
];

function list({ org, session, base }: Call): Answer {
  const actions = org.apex.actions(session.userId).map(({ name, label }) => ({
    label,
    name,
    type: 'APEX',
    url: `${base}/actions/custom/apex/${name}`
  }));
  return { status: 200, body: { actions } };
}

function describe({ org, session }: Call, { name = '' }: Places): Answer {
  const { inputs, outputs, ...action } = org.apex.describeAction(session.userId, name);
  const body = {
    ...action,
    inputs: inputs.map((input) => ({ ...shown(input), byteLength: 0, required: input.required })),
    outputs: outputs.map(shown),
    standard: false,
    targetEntityName: null,
    type: 'APEX'
  };
  return { status: 200, body };
}

function shown({ name, label, description, maxOccurs, type, sobjectType }: ActionParameter): object {
  return { description, label, maxOccurs, name, picklistValues: null, sobjectType, type };
}

/** Every input has a result of its own; the status is 400 as soon as one of them failed. */
function invoke(call: Call, { name = '' }: Places): Answer {
  const { inputs } = bodyObject(call);
  if (inputs !== undefined && !(Array.isArray(inputs) && inputs.every(isObject))) {
    throw new OrgError('JSON_PARSER_ERROR', 'inputs must be a list of objects.');
  }
  const { org, session } = call;
  const action = org.apex.describeAction(session.userId, name).name;
  const results = org.apex.invokeAction(session.userId, name, inputs ?? [{}]);
  const body = results.map(({ isSuccess, errors, outputValues }) => ({
    actionName: action,
    errors,
    invocationId: null,
    isSuccess,
    outcome: null,
    outputValues,
    sortOrder: -1,
    version: 1
  }));
  return { status: results.every(({ isSuccess }) => isSuccess) ? 200 : 400, body };
}
