import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import type { PickerOption } from 'c/yetiPicker';
import type { SelectOption } from 'c/yetiSelect';
import { isOrdered, scalarOf, textOf, valueFor, valuesOf } from 'c/yetiRuleModel';
import { operands, operators, type Catalogue, type CatalogueField, type Comparison } from 'c/yetiRuleSet';
import { operatorLabels } from 'c/yetiRuleWords';
import { fieldOptions } from './fieldOptions';
import labelAddValue from '@salesforce/label/c.Yeti_Rules_Add_Value';
import labelField from '@salesforce/label/c.Yeti_Rules_Field';
import labelFieldHint from '@salesforce/label/c.Yeti_Rules_Field_Hint';
import labelOperator from '@salesforce/label/c.Yeti_Rules_Operator';
import labelRemoveValue from '@salesforce/label/c.Yeti_Rules_Remove_Value';
import labelFalse from '@salesforce/label/c.Yeti_Rules_False';
import labelTrue from '@salesforce/label/c.Yeti_Rules_True';
import labelValue from '@salesforce/label/c.Yeti_Rules_Value';

const inputTypes: Partial<Record<CatalogueField['type'], string>> = {
  number: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time'
};

interface Pill {
  readonly key: string;
  readonly label: string;
  readonly removeName: string;
  readonly index: number;
}

/** One comparison on one line: field, operator, value. Fires `comparison` with it as changed. */
export default class YetiRuleComparison extends LightningElement {
  @api comparison!: Comparison;
  @api catalogue!: Catalogue;
  @api problem = '';
  @api canEdit = false;

  readonly label = {
    addValue: labelAddValue,
    field: labelField,
    fieldHint: labelFieldHint,
    operator: labelOperator,
    value: labelValue
  };

  /** Puts the cursor on the field. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('[data-field]')?.focus();
  }

  get cannotEdit(): boolean {
    return !this.canEdit;
  }

  get fields(): readonly PickerOption[] {
    return fieldOptions(this.catalogue);
  }

  get fieldProblem(): string {
    return this.comparison.field === '' || !this.known ? this.problem : '';
  }

  get valueProblem(): string {
    return this.comparison.field !== '' && this.known ? this.problem : '';
  }

  get operatorOptions(): readonly SelectOption[] {
    const { op } = this.comparison;
    const fitting = operators[this.type];
    const all = fitting.includes(op) ? fitting : [op, ...fitting];
    return all.map((value) => ({ value, label: operatorLabels[value] }));
  }

  get takesList(): boolean {
    const operand = operands[this.comparison.op];
    return operand === 'list' || operand === 'texts';
  }

  get takesOne(): boolean {
    return operands[this.comparison.op] !== 'none' && !this.takesList;
  }

  get isChoice(): boolean {
    return this.takesOne && this.choices.length > 0 && operands[this.comparison.op] === 'scalar';
  }

  /** The values to choose from; none where any will do. */
  get choices(): readonly PickerOption[] {
    if (this.type === 'boolean') {
      return [
        { value: 'true', label: labelTrue },
        { value: 'false', label: labelFalse }
      ];
    }
    return (this.known?.values ?? []).map(({ value, label }) => ({
      value,
      label,
      ...(value === label ? {} : { detail: value })
    }));
  }

  get hasChoices(): boolean {
    return this.choices.length > 0;
  }

  /** Whether a text that is no choice will do. */
  get isFree(): boolean {
    return this.type !== 'boolean';
  }

  get inputType(): string {
    return operands[this.comparison.op] === 'text' ? 'text' : (inputTypes[this.type] ?? 'text');
  }

  get isNumber(): boolean {
    return this.inputType === 'number';
  }

  get text(): string {
    return textOf(this.comparison.value);
  }

  get pills(): readonly Pill[] {
    return valuesOf(this.comparison.value).map((value, index) => {
      const label = this.known?.values?.find((each) => each.value === value)?.label ?? String(value);
      return { key: String(value), label, removeName: format(labelRemoveValue, label), index };
    });
  }

  handleField(event: CustomEvent<string>): void {
    const field = event.detail;
    const type = this.typeOf(field);
    const { op } = this.comparison;
    const next = operators[type].includes(op) ? op : (operators[type][0] ?? 'equals');
    const keeps = type === this.type && !this.hasChoices;
    this.tell({ field, op: next, value: keeps ? this.comparison.value : undefined });
  }

  handleOperator({ detail }: CustomEvent<string>): void {
    const op = operators[this.type].find((each) => each === detail);
    if (op) this.tell({ ...this.comparison, op });
  }

  handleChoice(event: CustomEvent<string>): void {
    this.tell({ ...this.comparison, value: scalarOf(event.detail, this.type) });
  }

  handleInput(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.tell({ ...this.comparison, value: scalarOf(event.detail.value, this.type, this.comparison.op) });
  }

  handleAdd(event: CustomEvent<string>): void {
    const values = valuesOf(this.comparison.value);
    const value = scalarOf(event.detail, this.type);
    if (!values.includes(value)) this.tell({ ...this.comparison, value: [...values, value] });
  }

  handleRemove(event: Event): void {
    const index = event.currentTarget instanceof HTMLElement ? Number(event.currentTarget.dataset.index) : -1;
    this.tell({ ...this.comparison, value: valuesOf(this.comparison.value).toSpliced(index, 1) });
    this.template?.querySelector<HTMLElement>('[data-add]')?.focus();
  }

  private get known(): CatalogueField | undefined {
    return this.catalogue.fields.find(({ path }) => path === this.comparison.field);
  }

  private get type(): CatalogueField['type'] {
    return this.typeOf(this.comparison.field);
  }

  private typeOf(path: string): CatalogueField['type'] {
    return this.catalogue.fields.find((field) => field.path === path)?.type ?? 'text';
  }

  private tell({ field, op, value }: Comparison): void {
    const fitting = valueFor(op, value, isOrdered(op) ? this.typeOf(field) : undefined);
    const comparison: Comparison = fitting === undefined ? { field, op } : { field, op, value: fitting };
    this.dispatchEvent(new CustomEvent<Comparison>('comparison', { detail: comparison }));
  }
}
