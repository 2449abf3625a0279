import { AgentPool } from './agentPool';
import type { Agent, Assignment, Matcher, WorkItem } from './types';
import { WaitingLine } from './waitingLine';

class OmniMatcher implements Matcher {
  private readonly agents = new AgentPool();
  private readonly line = new WaitingLine();

  putAgent(agent: Agent): void {
    this.agents.put(agent);
    this.line.reconsider((demand) => this.agents.takes(agent.id, demand));
  }

  removeAgent(agentId: string): void {
    this.agents.remove(agentId);
  }

  putItem(item: WorkItem): void {
    this.line.put(item);
  }

  removeItem(itemId: string): void {
    this.line.remove(itemId);
  }

  next(now: number): Assignment | undefined {
    this.advance(now);
    for (let kind = this.line.first(); kind !== undefined; kind = this.line.first()) {
      const agentId = this.agents.best(kind.demand);
      if (agentId === undefined) {
        this.line.giveUp(kind);
        continue;
      }
      const taken = this.line.take(kind);
      if (taken === undefined) continue;
      this.agents.give(agentId, taken.item.weight);
      return { itemId: taken.item.id, agentId, dropped: taken.dropped };
    }
    return undefined;
  }

  nextMoment(now: number): number | undefined {
    this.advance(now);
    const moments = [this.agents.nextChange(), this.line.nextDrop()].filter((moment) => moment !== undefined);
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  /** Time alone changes who has which skill and what is still asked for. */
  private advance(now: number): void {
    const changed = this.agents.advance(now);
    this.line.advance(now);
    if (changed.length > 0) {
      this.line.reconsider((demand) => changed.some((agentId) => this.agents.takes(agentId, demand)));
    }
  }
}

/** Omni-Channel as documented, on plain data: no agent and no work at first. */
export function createMatcher(): Matcher {
  return new OmniMatcher();
}
