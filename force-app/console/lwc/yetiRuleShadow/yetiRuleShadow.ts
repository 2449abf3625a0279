import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import { shortDay } from 'c/yetiMoments';
import type { Desk, Differences, Version } from 'c/yetiRuleModel';
import type { Requirement } from 'c/yetiRuleSet';
import { requirementText } from 'c/yetiRuleWords';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import getDifferences from '@salesforce/apex/YetiRuleSetController.getDifferences';
import setShadow from '@salesforce/apex/YetiRuleSetController.setShadow';
import labelActive from '@salesforce/label/c.Yeti_Rules_Shadow_Active';
import labelCount from '@salesforce/label/c.Yeti_Rules_Shadow_Count';
import labelDraft from '@salesforce/label/c.Yeti_Rules_Shadow_Draft';
import labelNoDraft from '@salesforce/label/c.Yeti_Rules_Shadow_No_Draft';
import labelNone from '@salesforce/label/c.Yeti_Rules_Shadow_None';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelOff from '@salesforce/label/c.Yeti_Rules_Shadow_Turn_Off';
import labelOn from '@salesforce/label/c.Yeti_Rules_Shadow_Turn_On';
import labelRefresh from '@salesforce/label/c.Yeti_Refresh';
import labelText from '@salesforce/label/c.Yeti_Rules_Shadow_Text';

/** Lets the draft decide beside the active version, without effect, and lists what it would have done otherwise. */
export default class YetiRuleShadow extends LightningElement {
  @api get version(): Version | undefined {
    return this._version;
  }
  set version(version: Version | undefined) {
    const isOther = version?.id !== this._version?.id;
    this._version = version;
    if (isOther) {
      this.differences = undefined;
      this.load();
    }
  }
  @api desk!: Desk;
  @api canEdit = false;

  readonly label = {
    active: labelActive,
    draft: labelDraft,
    noDraft: labelNoDraft,
    none: labelNone,
    refresh: labelRefresh,
    text: labelText
  };
  differences: Differences | undefined;
  problem = '';
  isBusy = false;

  private _version: Version | undefined;

  get isDraft(): boolean {
    return this.version?.status === 'Draft';
  }

  get isOn(): boolean {
    return this.version?.shadow === true;
  }

  get switchLabel(): string {
    return this.isOn ? labelOff : labelOn;
  }

  get countText(): string {
    const { decided = 0, different = 0 } = this.differences ?? {};
    return decided === 0 ? labelNone : format(labelCount, String(different), String(decided));
  }

  get rows(): readonly object[] {
    return (this.differences?.rows ?? []).map(({ caseId, caseNumber, subject, decidedAt, active, draft }) => ({
      caseId,
      address: `/lightning/r/Case/${caseId}/view`,
      name: caseNumber,
      subject: subject ?? '',
      at: shortDay(locale, timeZone, new Date(decidedAt)),
      active: this.textOf(active),
      draft: this.textOf(draft)
    }));
  }

  async handleSwitch(): Promise<void> {
    const { version } = this;
    if (!version || this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      await setShadow({ draftId: version.id, isOn: !this.isOn });
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  handleRefresh(): void {
    this.load();
  }

  private textOf(requirement: string | undefined): string {
    const { names } = this.desk;
    return (requirement && requirementText(JSON.parse(requirement) as Requirement, names)) || labelNothing;
  }

  private async load(): Promise<void> {
    const { version } = this;
    if (version?.status !== 'Draft') return;
    try {
      const differences = await getDifferences({ draftId: version.id });
      if (version.id === this.version?.id) this.differences = differences;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
