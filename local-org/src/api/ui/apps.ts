import { appLabel, pluralLabel, objectLabel, tabLabel, type AppDef, type ObjectDef } from '../../schema/index.ts';
import type { Asking } from './asking.ts';
import { iconName, objectIcon } from './icons.ts';

/** An entry of an app's navigation that the user may see. */
export interface NavigationItem {
  readonly name: string;
  readonly label: string;
  readonly icon?: string;
  readonly object?: string;
  readonly flexiPage?: string;
  readonly component?: string;
}

const standardPrefix = 'standard-';

function objectItem({ schema, access, language }: Asking, name: string, object: ObjectDef): NavigationItem[] {
  if (!access.object(object.name).read) return [];
  return [
    { name, label: pluralLabel(schema, object, language), object: object.name, icon: objectIcon(schema, object) }
  ];
}

function navigationItem(asking: Asking, tabName: string): NavigationItem[] {
  const { schema, access, language } = asking;
  if (!access.tabVisible(tabName)) return [];
  if (tabName.startsWith(standardPrefix)) {
    const object = schema.object(tabName.slice(standardPrefix.length));
    return object ? objectItem(asking, tabName, object) : [];
  }
  const tab = schema.tabs.get(tabName);
  if (!tab) return [];
  const object = tab.customObject ? schema.object(tab.name) : undefined;
  if (object) return objectItem(asking, tab.name, object);
  const icon = iconName(tab.icon);
  return [
    {
      name: tab.name,
      label: tabLabel(schema, tab, language),
      ...(icon === undefined ? {} : { icon }),
      ...(tab.flexiPage === undefined ? {} : { flexiPage: tab.flexiPage }),
      ...(tab.lwcComponent === undefined ? {} : { component: tab.lwcComponent })
    }
  ];
}

const isOfThePlatform = ({ name }: AppDef): boolean => name.startsWith('standard__');

/** The apps the user sees: those deployed before those of the platform. */
export function visibleApps({ schema, access }: Asking): AppDef[] {
  const visible = [...schema.apps.values()].filter((app) => access.appVisible(app.name));
  return [...visible.filter((app) => !isOfThePlatform(app)), ...visible.filter(isOfThePlatform)];
}

/** The entries of an app that the user may see. */
export function navigation(asking: Asking, app: AppDef): NavigationItem[] {
  return app.tabs.flatMap((tab) => navigationItem(asking, tab));
}

/** The app shown first: the default of one of the user's permission sets. */
export function defaultApp(asking: Asking): string | undefined {
  const { org, schema, userId } = asking;
  const rows = org.store.all(
    `SELECT "Name" AS name FROM "PermissionSet" WHERE "Id" IN (
       SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?1
       UNION SELECT "PermissionSetGroupComponent"."PermissionSetId" FROM "PermissionSetGroupComponent"
       JOIN "PermissionSetAssignment" USING ("PermissionSetGroupId") WHERE "AssigneeId" = ?1)`,
    [userId]
  );
  return rows
    .flatMap(({ name }) => schema.permissionSets.get(String(name))?.applications ?? [])
    .find(({ default: isDefault, visible }) => isDefault && visible)?.application;
}

/** The apps as `GET ui-api/apps` answers. */
export function appsJson(asking: Asking): object {
  const { schema, language } = asking;
  const selected = defaultApp(asking);
  const apps = visibleApps(asking).map((app) => ({
    appId: app.name,
    description: app.description ?? null,
    developerName: app.name,
    formFactors: ['Large'],
    headerColor: app.headerColor ?? null,
    label: appLabel(schema, app, language),
    navItems: navigation(asking, app).map((item) => {
      const object = item.object === undefined ? undefined : schema.object(item.object);
      return {
        availableInLightning: true,
        content: item.flexiPage ?? item.component ?? null,
        custom: object?.custom ?? true,
        developerName: item.name,
        itemType: object ? 'Entity' : item.flexiPage ? 'FlexiPage' : 'Component',
        label: item.label,
        objectApiName: object?.name ?? null,
        objectLabel: object ? objectLabel(schema, object, language) : null,
        objectLabelPlural: object ? pluralLabel(schema, object, language) : null,
        icon: item.icon ?? null
      };
    }),
    selected: app.name === selected,
    type: app.navType
  }));
  return { apps };
}
