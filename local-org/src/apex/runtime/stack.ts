/** One Apex frame of a stack trace. */
export interface ApexFrame {
  readonly unit: 'Class' | 'Trigger' | 'AnonymousBlock';
  /** `Outer.Inner.method` for a class, the name of a trigger. */
  readonly name: string;
  readonly line: number;
}

const FRAME =
  /^\s*at (?:(.*?) \()?(?:.*[\\/])?(classes|triggers|anonymous)[\\/]([^\\/:]+?)(?:\.cls|\.trigger|\.apex):(\d+):\d+\)?$/;

/** Apex goes deeper than the ten frames JavaScript keeps. */
Error.stackTraceLimit = 60;

/** The Apex frames of an error, innermost first. Compiled code runs under the Apex file's name with the Apex lines. */
export function apexFrames(error: Error): readonly ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of (error.stack ?? '').split('\n')) {
    const [, call, folder, file, line] = FRAME.exec(text) ?? [];
    if (file === undefined || line === undefined) continue;
    const method = methodOf(call ?? '', file);
    // The JavaScript constructors behind the last line are no Apex.
    if (method === undefined) continue;
    if (folder === 'triggers') frames.push({ unit: 'Trigger', name: file, line: Number(line) });
    else if (folder === 'anonymous') frames.push({ unit: 'AnonymousBlock', name: '', line: Number(line) });
    else frames.push({ unit: 'Class', name: `${file}.${method}`, line: Number(line) });
  }
  return frames;
}

/** `Class.Foo.bar: line 12, column 1` */
export function frameText(frame: ApexFrame): string {
  const place = `line ${String(frame.line)}, column 1`;
  return frame.unit === 'AnonymousBlock' ? `AnonymousBlock: ${place}` : `${frame.unit}.${frame.name}: ${place}`;
}

/** `Outer$Inner$$method$$2` → `Inner.method`; a constructor is `<init>`, a static initializer `<clinit>`. */
function methodOf(call: string, file: string): string | undefined {
  const [owner = '', method] = (/[\w$]+\$\$\w+\$\$/.exec(call)?.[0] ?? '').split('$$');
  if (method === undefined) return undefined;
  const inner = owner.startsWith(`${file}$`) ? `${owner.slice(file.length + 1)}.` : '';
  return `${inner}${SPECIAL[method] ?? method}`;
}

const SPECIAL: Readonly<Record<string, string>> = { new: '<init>', static: '<clinit>' };
