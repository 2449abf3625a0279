import {
  componentId,
  type StoredFile,
  metadataTypes,
  parentOfPart,
  partFullName,
  partsOf,
  storedMetadata
} from '../../deploy/index.ts';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';

/** What the Metadata API tells of a component that is deployed. */
export interface FileProperties {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly id: string;
  readonly createdById: string;
  readonly createdByName: string;
  readonly createdDate: string;
  readonly lastModifiedById: string;
  readonly lastModifiedByName: string;
  readonly lastModifiedDate: string;
  readonly manageableState: 'unmanaged';
}

/** All components of a type. @throws OrgError if the type is unknown */
export function listMetadata(org: LiveOrg, type: string): FileProperties[] {
  const parent = parentOfPart(type);
  const known = metadataTypes.some(({ name }) => name === type);
  if (!parent && !known) throw new OrgError('INVALID_TYPE', `The local org does not support the metadata type ${type}`);
  const files = storedMetadata(org.store).filter((file) => file.type === (parent?.type.name ?? type));
  if (!parent) return fileProperties(org, firstOfEach(files));
  return files.flatMap((file) =>
    partsOf(parent.type, file)
      .filter((part) => part.type === type)
      .flatMap(({ name }) =>
        fileProperties(org, [{ ...file, type, fullName: partFullName(parent.type, file.fullName, name) }])
      )
  );
}

/** Describes files: the org keeps no history of them, so their dates are the org's own. */
export function fileProperties(org: LiveOrg, files: readonly StoredFile[]): FileProperties[] {
  const {
    Id: id = '',
    Name: name = '',
    CreatedDate: created = 0
  } = org.store.get('SELECT "Id", "Name", "CreatedDate" FROM "Organization"') ?? {};
  const date = new Date(Number(created)).toISOString();
  return files.map(({ type, fullName, file }) => ({
    type,
    fullName,
    fileName: file,
    id: componentId(type, fullName),
    createdById: String(id),
    createdByName: String(name),
    createdDate: date,
    lastModifiedById: String(id),
    lastModifiedByName: String(name),
    lastModifiedDate: date,
    manageableState: 'unmanaged'
  }));
}

/** `describeMetadata`: the types the local org takes. */
export function describeMetadata(org: LiveOrg): unknown {
  return {
    metadataObjects: metadataTypes.map(({ name, folder, suffix, metaFile, parts }) => ({
      directoryName: folder,
      inFolder: false,
      metaFile: metaFile ?? false,
      suffix,
      xmlName: name,
      childXmlNames: Object.values(parts ?? {})
    })),
    organizationNamespace: '',
    partialSaveAllowed: false,
    testRequired: false,
    organizationId: org.organization.id
  };
}

function firstOfEach(files: readonly StoredFile[]): StoredFile[] {
  return [...new Map(files.map((file) => [file.fullName, file] as const).reverse()).values()].reverse();
}
