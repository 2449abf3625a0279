/** Somebody who works at the sample company. */
export interface Colleague {
  /** How stories name them. */
  readonly key: string;
  readonly username: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: 'en_US' | 'pl';
  readonly profile: string;
  readonly permissionSets: readonly string[];
}

/** The admin that a new org begins with. */
export const administrator = {
  username: 'zenon.kosodrzew@zbik.example',
  firstName: 'Zenon',
  lastName: 'Kosodrzew',
  email: 'zenon.kosodrzew@zbik.example'
};

const working = ['Yeti_Agent', 'Sample_Complaints', 'Sample_Company'];

/** Signs in at `/` unless told otherwise: an agent who works in English. */
const mira = { ...colleague('Mira', 'Zefirska', ['Yeti_Reveal']), language: 'en_US' as const };

export const demoAgent = mira.username;

export const colleagues: readonly Colleague[] = [
  mira,
  colleague('Kalina', 'Szyszkówna'),
  colleague('Borys', 'Mchowicz'),
  colleague('Olha', 'Barwinek'),
  colleague('Róża', 'Paprotna'),
  colleague('Gniewko', 'Torf', ['Yeti_Reveal']),
  colleague('Tymon', 'Kwaśnolas'),
  colleague('Hanka', 'Ogniskowa'),
  colleague('Leszek', 'Dziupla'),
  colleague('Wanda', 'Echo'),
  colleague('Bogna', 'Rosa'),
  colleague('Iwo', 'Halniak'),
  // In the shop in Kraków, and the one who leads the agents and may read what the lawyers write.
  colleague('Fela', 'Żleb'),
  colleague('Dobrawa', 'Grzbiet', ['Yeti_Reveal', 'Yeti_Supervisor', 'Sample_Legal']),
  {
    ...colleague(administrator.firstName, administrator.lastName),
    language: 'en_US',
    profile: 'System Administrator',
    permissionSets: ['Yeti_Admin', 'Sample_Complaints', 'Sample_Company', 'Sample_Loader']
  },
  // What other systems deliver with.
  {
    ...colleague('Poczta', 'Pantoflowa / Grapevine Post'),
    key: 'grapevine',
    username: 'grapevine.post@zbik.example',
    language: 'en_US',
    profile: 'Minimum Access - Salesforce',
    permissionSets: ['Yeti_Integration']
  },
  // Shows what a user sees to whom nobody has given anything.
  { ...colleague('Jagoda', 'Nowa'), language: 'en_US', permissionSets: [] }
];

/** First and last name of a colleague; of nobody the key. */
export function nameOf(key: string): string {
  const found = colleagues.find((each) => each.key === key);
  return found === undefined ? key : `${found.firstName} ${found.lastName}`;
}

function colleague(firstName: string, lastName: string, morePermissionSets: readonly string[] = []): Colleague {
  const key = plain(firstName);
  return {
    key,
    username: `${key}.${plain(lastName)}@zbik.example`,
    firstName,
    lastName,
    language: 'pl',
    profile: 'Standard User',
    permissionSets: [...working, ...morePermissionSets]
  };
}

/** Lower case without Polish letters, as addresses are written. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ł', 'l')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');
}
