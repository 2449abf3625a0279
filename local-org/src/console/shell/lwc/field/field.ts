import { api, LightningElement } from 'lwc';
import { me } from '../../platform/console/context.ts';
import { formatValue } from '../../platform/console/values.ts';
import type { FieldInfo } from '../../platform/lightning/uiObjectInfoApi.ts';
import type { RecordRepresentation } from '../../platform/lightning/uiRecordApi.ts';

/** A field's value, shown by its type. */
export default class Field extends LightningElement {
  @api record: RecordRepresentation | undefined;
  @api info: FieldInfo | undefined;
  /** False where the record is the page's own: its name then leads nowhere. */
  @api linkName = false;

  get value(): unknown {
    return this.field?.value ?? '';
  }

  get shown(): string {
    if (!this.info || !this.field) return '';
    return this.parentName ?? this.field.displayValue ?? formatValue(this.field.value, this.info.dataType, me.user);
  }

  get link(): string | undefined {
    if (!this.shown) return undefined;
    if (this.info?.dataType === 'Reference' && typeof this.value === 'string') return `/lightning/r/${this.value}/view`;
    return this.linkName && this.record ? `/lightning/r/${this.record.apiName}/${this.record.id}/view` : undefined;
  }

  get email(): boolean {
    return this.is('Email');
  }

  get phone(): boolean {
    return this.is('Phone');
  }

  get url(): boolean {
    return this.is('Url');
  }

  get rich(): boolean {
    return this.is('TextArea') && this.info?.htmlFormatted === true;
  }

  get long(): boolean {
    return this.is('TextArea');
  }

  get flag(): boolean {
    return this.is('Boolean');
  }

  private get field() {
    return this.info && this.record?.fields[this.info.apiName];
  }

  private get parentName(): string | undefined {
    const parent = this.info?.relationshipName && this.record?.fields[this.info.relationshipName];
    return (parent && parent.displayValue) || undefined;
  }

  private is(type: string): boolean {
    return this.info?.dataType === type && this.value !== '';
  }
}
