/** What lint tells, in English: the reason and the mend of each kind, the same as in the labels `Yeti_Lint_<Kind>` and `…_Mend`. */
export const texts = {
  alwaysFalse: {
    reason: 'No case can meet this condition.',
    mend: "Change values that exclude each other, or use 'any' in place of 'all'."
  },
  unreachable: {
    reason: "'{0}' ends the run wherever this rule would match.",
    mend: "Move this rule above '{0}', or delete it."
  },
  duplicate: {
    reason: "'{0}' has the same condition and asks for the same.",
    mend: 'Delete one of the two.'
  },
  contradiction: {
    reason: "'{0}' has the same condition and another {1}: {2} counts, {3} never does.",
    mend: 'Decide on one of the two values and take the other out.'
  },
  overruled: {
    reason: "{1} {3} never counts: '{0}' sets {2} before, wherever this rule matches.",
    mend: "Move this rule above '{0}', or take {1} out."
  },
  shadowed: {
    reason: 'It adds nothing: {0} ask for all of it already, wherever this rule matches.',
    mend: 'Delete it, or move it up.'
  },
  nobodyHas: {
    reason: 'No agent has the skill {0}.',
    mend: 'Give the skill to somebody, let it be dropped after a time, or ask for another.'
  },
  aboveAll: {
    reason: '{0} {1} is above everybody: the highest level is {2}.',
    mend: 'Ask for {2} or less, or let it relax.'
  },
  expired: {
    reason: 'Nobody has {0} {1} at present: it ended, or begins later.',
    mend: "Change the dates of the agents' skill, or let it relax."
  },
  combination: {
    reason: 'No agent has {0} together.',
    mend: 'Let one of the skills relax, or give somebody what they lack.'
  },
  together: {
    reason: 'Together with {0} it asks for more than any agent has: nobody can take the case.',
    mend: 'Let one of the skills relax, or make the conditions exclude each other.'
  },
  seen: {
    reason: 'Real cases asked for {0}, which no agent has together; cases so far: {1}.',
    mend: 'Let one of the skills relax, or give somebody what they lack.'
  },
  onlyAway: {
    reason: 'Everybody who can take it is offline: {0}.',
    mend: 'See to it that somebody is there, or let a skill relax.'
  },
  preferredAlone: {
    reason: 'The preferred agent is not asked unless another rule asks for a skill: the case lies in its queue.',
    mend: 'Say for how long only the preferred agent is asked, or ask for a skill.'
  },
  stale: {
    reason: 'No case has met this condition since {0}.',
    mend: 'Check the condition, or delete the rule.'
  }
} as const;

/** Said after the reason where somebody can take the case later. */
export const afterText = 'Somebody can after {0}.';

export type Kind = keyof typeof texts;

/** A text with its places `{0}`, `{1}` filled. */
export function filled(text: string, args: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (place, index: string) => args[Number(index)] ?? place);
}
