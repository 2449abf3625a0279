import { atMost, median, type Measurement } from './measurement.ts';
import { memoryOrg } from '../scripts/local/memoryOrg.ts';
import { packageOf } from '../scripts/local/smallPackage.ts';

/** Enough that the call itself does not count, few enough for the limit on statements. */
const rounds = { integers: 5_000_000, decimals: 1_000_000 };

const loops = `public class Loops {
  @AuraEnabled
  public static Integer integers(Integer rounds) {
    Integer sum = 0;
    for (Integer i = 0; i < rounds; i++) {
      sum = sum + i * 3;
    }
    return sum;
  }

  @AuraEnabled
  public static Decimal decimals(Integer rounds) {
    Decimal sum = 0.00;
    for (Integer i = 0; i < rounds; i++) {
      sum = sum + 1.25 * i;
    }
    return sum;
  }
}
`;
const meta =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';

/** The same loops in Apex, with limits counted, and in JavaScript. */
export async function measureApexLoops(): Promise<readonly Measurement[]> {
  const { org, adminId } = await memoryOrg(
    packageOf({ ApexClass: ['Loops'] }, { 'classes/Loops.cls': loops, 'classes/Loops.cls-meta.xml': meta })
  );
  const apex = (method: keyof typeof rounds) =>
    median(() => org.apex.callAura(adminId, 'Loops', method, { rounds: rounds[method] }));
  const [integers, plainIntegers] = [await apex('integers'), await median(() => plainInteger(rounds.integers))];
  const [decimals, plainDecimals] = [await apex('decimals'), await median(() => plainDecimal(rounds.decimals))];
  org.store.close();
  if (!Number.isFinite(kept)) throw new Error('The plain loops gave no number');
  return [
    atMost('Apex loop ÷ plain JavaScript, Integer', integers / plainIntegers, 5, ''),
    atMost('Apex loop ÷ plain JavaScript, Decimal', decimals / plainDecimals, 60, '')
  ];
}

/** What the plain loops add up, so that no compiler drops them. */
let kept = 0;

function plainInteger(count: number): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = (sum + i * 3) | 0;
  kept += sum;
}

function plainDecimal(count: number): void {
  let sum = 0;
  for (let i = 0; i < count; i++) sum = sum + 1.25 * i;
  kept += sum;
}
