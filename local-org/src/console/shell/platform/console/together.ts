/** A request on its way to the server. */
export interface Call {
  readonly method: string;
  readonly address: string;
  readonly body?: unknown;
}

/** What the server said; status 0 if it did not. */
export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly text: string;
}

interface Waiting {
  readonly call: Call;
  answer(answer: Answer): void;
}

const UNREACHABLE: Answer = {
  status: 0,
  statusText: 'Network error',
  text: JSON.stringify({ message: 'The org does not answer. Is it still running?' })
};
const MOST = 100;
let waiting: Waiting[] = [];

/** Sends a request; those of the same moment go to the server as one, each with an answer of its own. */
export function send(call: Call): Promise<Answer> {
  return new Promise((answer) => {
    if (waiting.length === 0) setTimeout(sendWaiting);
    waiting.push({ call, answer });
  });
}

function sendWaiting(): void {
  const all = waiting;
  waiting = [];
  for (let start = 0; start < all.length; start += MOST) void sendTogether(all.slice(start, start + MOST));
}

async function sendTogether(all: readonly Waiting[]): Promise<void> {
  const [first, ...others] = all;
  if (first && others.length === 0) {
    first.answer(await sendAlone(first.call));
    return;
  }
  const left = new Set(all);
  const answer = await receive(all, left).catch(() => UNREACHABLE);
  for (const each of left) each.answer(answer);
}

/** Gives each its answer as it comes. @returns the answer to those that are `left` */
async function receive(all: readonly Waiting[], left: Set<Waiting>): Promise<Answer> {
  const calls = all.map(({ call }) => call);
  const response = await ask({ method: 'POST', address: '/console/api/together', body: calls });
  if (!response.ok || !response.body) return answerOf(response);
  for await (const line of linesOf(response.body)) {
    const { index, ...answer }: Answer & { readonly index: number } = JSON.parse(line);
    const answered = all[index];
    if (!answered) continue;
    left.delete(answered);
    answered.answer(answer);
  }
  return UNREACHABLE;
}

async function sendAlone(call: Call): Promise<Answer> {
  try {
    return await answerOf(await ask(call));
  } catch {
    return UNREACHABLE;
  }
}

async function answerOf(response: Response): Promise<Answer> {
  return { status: response.status, statusText: response.statusText, text: await response.text() };
}

function ask({ method, address, body }: Call): Promise<Response> {
  return fetch(address, {
    method,
    headers: body === undefined ? { accept: 'application/json' } : { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) })
  });
}

async function* linesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
