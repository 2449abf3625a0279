/** Starts the console; without it there would be nothing to say what went wrong. */
async function boot(): Promise<void> {
  try {
    await import('./main.ts');
  } catch (error) {
    const message = document.createElement('pre');
    message.setAttribute('role', 'alert');
    message.textContent = `The console could not start.\n${error instanceof Error ? error.message : String(error)}`;
    document.body.replaceChildren(message);
    reportError(error);
  }
}

void boot();
