/** After a deploy the page loads again; tabs come back from where the workspace remembers them. */
export function followDeploys(): void {
  const events = new EventSource('/console/api/events');
  events.addEventListener('deploy', () => {
    events.close();
    location.reload();
  });
}
