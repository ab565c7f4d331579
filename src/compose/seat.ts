import { joinTabs, type TabLine, type Tabs } from '../session/tabs.ts'

/** This tab's place among the tabs of the person who is signed in here; empty while nobody is. */
export type Seat = Pick<Tabs, 'say' | 'others' | 'isAnyOtherVisible' | 'leave'> & {
  readonly isTaken: () => boolean
  /** Joins the tabs of that person, and greets them. */
  readonly take: (person: string) => Tabs
}

/** @param tab this one's name among all tabs of this browser */
export function createSeat(line: TabLine, tab: string, isVisible: () => boolean): Seat {
  let tabs: Tabs | null = null
  return {
    isTaken: () => tabs !== null,
    take: (person) => {
      tabs = joinTabs(line, { tab, person, isVisible })
      return tabs
    },
    say: (word) => tabs?.say(word),
    others: () => tabs?.others() ?? 0,
    isAnyOtherVisible: () => tabs?.isAnyOtherVisible() ?? false,
    leave: () => {
      tabs?.leave()
      tabs = null
    },
  }
}
