import { appLabel, userPermissions, type FlexiPageComponent } from '../../schema/index.ts';
import { defaultApp, navigation, visibleApps } from './apps.ts';
import type { Asking } from './asking.ts';
import { presets } from './pages.ts';

function utilityItem({ schema }: Asking, { component, properties, decorators }: FlexiPageComponent): object {
  const { label, icon, height, width } = decorators;
  return {
    component,
    label: label ?? schema.bundles.get(component.replace(/^c:/, ''))?.label ?? component,
    properties: { ...presets(schema, component, 'UtilityBar'), ...properties },
    ...(icon === undefined ? {} : { icon }),
    ...(height === undefined ? {} : { height: Number(height) }),
    ...(width === undefined ? {} : { width: Number(width) })
  };
}

/** Who is signed in, what they may do and see, and to whom this console can switch. */
export function meJson(asking: Asking): object {
  const { org, schema, access, userId, language, locale, timeZone, currency } = asking;
  const name = `TRIM(COALESCE("FirstName", '') || ' ' || "LastName")`;
  const row = org.store.get(
    `SELECT ${name} AS name, "Username" AS username, "Email" AS email FROM "User" WHERE "Id" = ?`,
    [userId]
  );
  const selected = defaultApp(asking);
  return {
    user: {
      id: userId,
      name: row?.['name'] ?? null,
      username: row?.['username'] ?? null,
      email: row?.['email'] ?? null,
      language,
      locale: locale.replace('-', '_'),
      timeZone,
      currency
    },
    organization: { id: org.organization.id, name: org.organization.name },
    userPermissions: Object.keys(userPermissions).filter((permission) => access.userPermission(permission)),
    customPermissions: [...schema.customPermissions.values()]
      .map((permission) => permission.name)
      .filter((permission) => access.customPermission(permission)),
    apps: visibleApps(asking).map((app) => {
      const bar = app.utilityBar === undefined ? undefined : schema.flexiPages.get(app.utilityBar);
      return {
        name: app.name,
        label: appLabel(schema, app, language),
        ...(app.description === undefined ? {} : { description: app.description }),
        navType: app.navType,
        default: app.name === selected,
        tabs: navigation(asking, app),
        utilityItems: (bar?.regions ?? []).flatMap((region) =>
          region.components.map((component) => utilityItem(asking, component))
        )
      };
    }),
    users: org.store.all(
      `SELECT "Username" AS username, ${name} AS name FROM "User" WHERE "IsActive" = 1 AND "UserType" IS NOT 'AutomatedProcess' ORDER BY "LastName"`
    )
  };
}
