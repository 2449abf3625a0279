import { createElement } from 'lwc';
// These make wires that a tab provides values for: they must exist before the first tab does.
import './platform/lightning/navigation.ts';
import './platform/lightning/platformWorkspaceApi.ts';
import App from './lwc/app/app.ts';
import { me } from './platform/console/context.ts';
import { openWorkspace } from './platform/console/desk.ts';

document.documentElement.lang = me.user.language.replace('_', '-');
openWorkspace();
document.body.append(createElement('shell-app', { is: App }));
