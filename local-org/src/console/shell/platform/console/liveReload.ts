import { leaveServer, onServerEvent } from './serverEvents.ts';

/** After a deploy the page loads again; tabs come back from where the workspace remembers them. */
export function followDeploys(): void {
  onServerEvent('deploy', () => {
    leaveServer();
    location.reload();
  });
}
