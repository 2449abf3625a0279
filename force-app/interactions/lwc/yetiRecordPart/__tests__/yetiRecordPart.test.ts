import { createElement, type LightningElement } from 'lwc';
import { registerRefreshHandler } from 'lightning/refresh';
import YetiRecordPart from 'c/yetiRecordPart';
import { settle } from 'test/support/settle';

jest.mock('lightning/refresh', () => ({
  registerRefreshHandler: jest.fn(() => 'handler'),
  unregisterRefreshHandler: jest.fn()
}));

const question = jest.fn<(recordId: string) => Promise<string>>();
const shown: string[] = [];
let part: Part;

class Part extends YetiRecordPart<string> {
  override connectedCallback(): void {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- the test looks at what the component holds
    part = this;
    super.connectedCallback();
  }

  protected override ask(recordId: string): Promise<string> {
    return question(recordId);
  }

  protected override show(answer: string): void {
    shown.push(answer);
  }
}

function open(recordId: string): HTMLElement & { recordId: string } {
  const element = createElement('c-part', { is: Part as unknown as typeof LightningElement });
  Object.assign(element, { recordId });
  document.body.appendChild(element);
  return element as never;
}

const refresh = (): unknown => jest.mocked(registerRefreshHandler).mock.lastCall?.[1]();

beforeEach(() => {
  shown.length = 0;
  question.mockReset();
});

afterEach(() => {
  document.body.replaceChildren();
});

describe('c-yeti-record-part', () => {
  it('asks once the record is known, and again for another one', async () => {
    question.mockImplementation((recordId) => Promise.resolve(`of ${recordId}`));
    const element = open('1');
    await settle();
    element.recordId = '1';
    element.recordId = '2';
    await settle();
    expect(shown).toEqual(['of 1', 'of 2']);
    expect(question).toHaveBeenCalledTimes(2);
  });

  it('drops an answer that is out of date', async () => {
    const answers: ((text: string) => void)[] = [];
    question.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const element = open('1');
    element.recordId = '2';
    answers[1]?.('second');
    await settle();
    answers[0]?.('first');
    await settle();
    expect(shown).toEqual(['second']);
  });

  it('keeps what is shown when asking again fails', async () => {
    question.mockResolvedValueOnce('there').mockRejectedValueOnce({ body: { message: 'No answer' } });
    open('1');
    await settle();
    await refresh();
    await settle();
    expect(shown).toEqual(['there']);
    expect(part.errorText).toBe('');
  });

  it('says what failed where nothing is shown, until an answer is here', async () => {
    question.mockRejectedValueOnce({ body: { message: 'No answer' } }).mockResolvedValueOnce('there');
    open('1');
    await settle();
    expect(part.errorText).toBe('No answer');
    await refresh();
    await settle();
    expect(part.errorText).toBe('');
  });

  it('shows nothing any more once it is gone', async () => {
    question.mockResolvedValue('late');
    open('1');
    document.body.replaceChildren();
    await settle();
    expect(shown).toEqual([]);
  });
});
