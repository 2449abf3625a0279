import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { keepDraft, readDraft } from 'c/yetiDrafts';
import { briefOf, type HandoverChoices, type HandoverTarget, type Thread } from 'c/yetiHandoverModel';
import { format, messageOf } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import type { PickerOption } from 'c/yetiPicker';
import type { Requirement } from 'c/yetiRuleSet';
import { agentsOf, candidatesFor, choicesOf, reasonsFor, rememberSkills, skillName, type Need } from 'c/yetiWhyModel';
import myId from '@salesforce/user/Id';
import getChoices from '@salesforce/apex/YetiHandoverController.getChoices';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import getFacts from '@salesforce/apex/YetiFactController.getFacts';
import getNow from '@salesforce/apex/YetiNowController.getNow';
import getPromises from '@salesforce/apex/YetiPromiseController.getPromises';
import handOver from '@salesforce/apex/YetiHandoverController.handOver';
import labelAddSkill from '@salesforce/label/c.Yeti_Handover_Add_Skill';
import labelAnew from '@salesforce/label/c.Yeti_Handover_Anew';
import labelBack from '@salesforce/label/c.Yeti_Handover_May_Come_Back';
import labelBrief from '@salesforce/label/c.Yeti_Handover_Brief';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelHandOver from '@salesforce/label/c.Yeti_Handover_Do';
import labelLevel from '@salesforce/label/c.Yeti_Handover_Level';
import labelLoading from '@salesforce/label/c.Yeti_Loading';
import labelPerson from '@salesforce/label/c.Yeti_Handover_Person';
import labelQueue from '@salesforce/label/c.Yeti_Handover_Queue';
import labelRemoveSkill from '@salesforce/label/c.Yeti_Handover_Remove_Skill';
import labelSkills from '@salesforce/label/c.Yeti_Handover_Skills';
import labelTo from '@salesforce/label/c.Yeti_Handover_To';

type Kind = 'skills' | 'queue' | 'person';

interface NeedRow extends Need {
  readonly name: string;
  readonly levelName: string;
  readonly removeName: string;
}

const DEFAULT_LEVEL = 5;
const kinds: ReadonlySet<string> = new Set<Kind>(['skills', 'queue', 'person']);

/** Hands a case over. Fires `handedover` when it is done, `close` when it is done or cancelled. What was written stays until it is done. */
export default class YetiHandoverForm extends LightningElement {
  @api recordId = '';

  readonly label = {
    addSkill: labelAddSkill,
    anew: labelAnew,
    brief: labelBrief,
    cancel: labelCancel,
    handOver: labelHandOver,
    loading: labelLoading,
    person: labelPerson,
    queue: labelQueue,
    to: labelTo
  };
  readonly kinds = [
    { value: 'skills', label: labelSkills },
    { value: 'queue', label: labelQueue },
    { value: 'person', label: labelPerson }
  ];
  choices: HandoverChoices | undefined;
  kind: Kind = 'skills';
  queue = '';
  userId = '';
  needs: readonly Need[] = [];
  brief = '';
  isSaving = false;
  problem = '';

  override connectedCallback(): void {
    this.load();
  }

  get isLoading(): boolean {
    return this.choices === undefined && this.problem === '';
  }

  get isForSkills(): boolean {
    return this.kind === 'skills';
  }

  get isForQueue(): boolean {
    return this.kind === 'queue';
  }

  get isForPerson(): boolean {
    return this.kind === 'person';
  }

  get queues(): readonly { readonly value: string; readonly label: string }[] {
    return (this.choices?.queues ?? []).map(({ name, label }) => ({ value: name, label }));
  }

  get people(): readonly PickerOption[] {
    return choicesOf(this.needs, this.colleagues, this.asOf);
  }

  get needRows(): readonly NeedRow[] {
    return this.needs.map((need) => ({
      ...need,
      name: skillName(need.skill),
      levelName: format(labelLevel, skillName(need.skill)),
      removeName: format(labelRemoveSkill, skillName(need.skill))
    }));
  }

  /** Skills that somebody has and that are not asked for yet. */
  get otherSkills(): readonly PickerOption[] {
    const known = new Set((this.choices?.people ?? []).flatMap(({ skills }) => skills.map(({ skill }) => skill)));
    for (const { skill } of this.needs) known.delete(skill);
    const options = [...known].map((skill) => ({ value: skill, label: skillName(skill) }));
    return options.sort((one, other) => one.label.localeCompare(other.label));
  }

  /** Who could take it, oneself too: said before it is handed over. */
  get reasons(): readonly string[] {
    const { asOf, colleagues, needs } = this;
    if (needs.length === 0) return [];
    const { free, busy, away } = candidatesFor(needs, this.me, asOf);
    const mayComeBack = [...free, ...busy, ...away].length > 0;
    return [...reasonsFor(needs, colleagues, asOf), ...(mayComeBack ? [labelBack] : [])];
  }

  get cannotSave(): boolean {
    const { skills = [], queue, userId } = this.target;
    return this.isSaving || this.brief.trim() === '' || (skills.length === 0 && !queue && !userId);
  }

  handleKind(event: CustomEvent<{ readonly value: Kind }>): void {
    this.kind = event.detail.value;
    this.keep();
  }

  handleQueue(event: CustomEvent<{ readonly value: string }>): void {
    this.queue = event.detail.value;
  }

  handlePerson(event: CustomEvent<string>): void {
    this.userId = event.detail;
  }

  handleAddSkill(event: CustomEvent<string>): void {
    this.needs = [...this.needs, { skill: event.detail, level: DEFAULT_LEVEL }];
  }

  handleLevel(event: CustomEvent<{ readonly value: string }>): void {
    const skill = skillOf(event);
    const level = Number(event.detail.value);
    this.needs = this.needs.map((need) => (need.skill === skill ? { skill, level } : need));
  }

  handleRemoveSkill(event: Event): void {
    const skill = skillOf(event);
    this.needs = this.needs.filter((need) => need.skill !== skill);
  }

  handleBrief(event: CustomEvent<{ readonly value: string }>): void {
    this.brief = event.detail.value;
    this.keep();
  }

  async handleAnew(): Promise<void> {
    this.makeBrief(await this.readThread());
    this.keep();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.handleSave();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSave(): Promise<void> {
    if (this.cannotSave) return;
    this.isSaving = true;
    this.problem = '';
    try {
      await handOver({ caseId: this.recordId, target: this.target, brief: this.brief });
      keepDraft(this.draftKey, { channel: '', purpose: '', text: '' });
      this.dispatchEvent(new RefreshEvent());
      this.dispatchEvent(new CustomEvent('handedover'));
      this.handleClose();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  private get target(): HandoverTarget {
    if (this.kind === 'queue') return { queue: this.queue };
    return this.kind === 'person' ? { userId: this.userId } : { skills: this.needs };
  }

  /** Nobody hands a case to themselves. */
  private get colleagues(): readonly Agent[] {
    return agentsOf((this.choices?.people ?? []).filter(({ id }) => id !== myId));
  }

  /** Omni-Channel may choose who handed it over, too. */
  private get me(): readonly Agent[] {
    return agentsOf((this.choices?.people ?? []).filter(({ id }) => id === myId));
  }

  private get asOf(): number {
    return this.choices ? Date.parse(this.choices.asOf) : Date.now();
  }

  private get draftKey(): string {
    return `handover:${this.recordId}`;
  }

  private async load(): Promise<void> {
    const draft = readDraft(this.draftKey);
    if (draft) {
      this.brief = draft.text;
      if (isKind(draft.channel)) this.kind = draft.channel;
    }
    try {
      const [choices, thread] = await Promise.all([
        getChoices({ caseId: this.recordId }),
        draft ? undefined : this.readThread()
      ]);
      rememberSkills(choices.skillLabels);
      this.needs = needsOf(choices.requirement);
      this.choices = choices;
      this.makeBrief(thread);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  /** The thread as it is now; nothing where it cannot be read: the agent then writes the brief alone. */
  private async readThread(): Promise<Omit<Thread, 'customerName'> | undefined> {
    const { recordId } = this;
    try {
      const [now, facts, promises, config] = await Promise.all([
        getNow({ recordId }),
        getFacts({ recordId }),
        getPromises({ recordId }),
        getConfig({})
      ]);
      return { now, facts: facts ?? [], promises: promises ?? [], channels: config.channels };
    } catch {
      return undefined;
    }
  }

  private makeBrief(thread: Omit<Thread, 'customerName'> | undefined): void {
    if (thread) this.brief = briefOf({ ...thread, customerName: this.choices?.customerName ?? undefined });
  }

  private keep(): void {
    keepDraft(this.draftKey, { channel: this.kind, purpose: '', text: this.brief });
  }
}

/** What the rules asked for at first: the receiver gets it with full skills again. */
function needsOf(requirement: string | null | undefined): readonly Need[] {
  if (!requirement) return [];
  const { skills = [] } = JSON.parse(requirement) as Requirement;
  return skills.map(({ skill, level }) => ({ skill, level }));
}

function skillOf(event: Event): string {
  return (event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.skill : undefined) ?? '';
}

function isKind(text: string): text is Kind {
  return kinds.has(text);
}
