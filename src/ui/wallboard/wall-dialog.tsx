import { Button, Checkbox } from '@fluentui/react-components'
import { useId, useMemo, useState } from 'react'
import { isReadOnDemand } from '../../data/list-change.ts'
import { EVERYBODY, addressOf } from '../../state/wall.ts'
import type { Wall } from '../../state/wall.ts'
import type { Contact } from '../../ucwa/contact.ts'
import { useListGroups } from '../contact/use-list-groups.ts'
import { groupTitle } from '../dashboard/group-title.ts'
import { useOwnGroups } from '../manage/use-own-groups.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { useWords } from '../words/words.ts'
import '../manage/groups-dialog.css'
import './wall-dialog.css'

/** What fits below the field without scrolling. (Our choice.) */
const MOST_FOUND = 5

/** What is to hang on the wall: the address that says so is a link, and a bookmark. */
export function WallDialog({ onClose }: { onClose: () => void }) {
  const words = useWords()
  const { choose, title } = words.wall
  const groups = useListGroups(nothing) ?? []
  const [wall, setWall] = useState<Wall>(EVERYBODY)
  const [link, setLink] = useState<HTMLAnchorElement | null>(null)
  const ids = { heading: useId(), theme: useId() }
  const change = (changes: Partial<Wall>): void => setWall((before) => ({ ...before, ...changes }))
  const isEverybody = wall.groups.length === 0 && wall.people.length === 0
  const address = addressOf({ ...wall, title: wall.title.trim() })
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => link?.click()}
      buttons={
        <>
          <Button onClick={onClose}>{choose.cancel}</Button>
          <CopyButton
            text={link === null ? address : new URL(address, link.baseURI).href}
            words={{ copy: choose.copy, copied: choose.copied }}
          />
          <a ref={setLink} className="wall-dialog-open" href={address}>
            {choose.open}
          </a>
        </>
      }
    >
      <p className="groups-dialog-hint">{choose.hint}</p>
      <fieldset className="wall-dialog-set">
        <legend className="wall-dialog-legend">{choose.groups}</legend>
        <div className="wall-dialog-people">
          {groups.map(({ group }) => (
            <Checkbox
              key={group.id}
              checked={wall.groups.includes(group.id)}
              label={<bdi>{groupTitle(group, words)}</bdi>}
              onChange={() => change({ groups: turned(wall.groups, group.id) })}
            />
          ))}
        </div>
        {/* Its place is kept: what is below it does not move under the pointer. */}
        <p className={isEverybody ? 'groups-dialog-hint' : 'groups-dialog-hint wall-dialog-unsaid'}>
          {groups.some(({ group }) => isReadOnDemand(group)) ? choose.groupsHintBut : choose.groupsHint}
        </p>
      </fieldset>
      <ChosenPeople wall={wall} onChange={(people) => change({ people })} />
      <label className="dialog-field" htmlFor={ids.heading}>
        {choose.heading}
        <input
          id={ids.heading}
          className="dialog-input"
          dir="auto"
          autoComplete="off"
          value={wall.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label className="dialog-field" htmlFor={ids.theme}>
        {choose.theme}
        <select
          id={ids.theme}
          className="dialog-input"
          value={wall.theme}
          onChange={({ target }) => {
            const theme = THEMES.find((one) => one === target.value)
            if (theme !== undefined) change({ theme })
          }}
        >
          {THEMES.map((theme) => (
            <option key={theme} value={theme}>
              {choose[theme]}
            </option>
          ))}
        </select>
      </label>
      <Checkbox
        checked={wall.hasNotes}
        label={choose.notes}
        onChange={() => change({ hasNotes: !wall.hasNotes })}
      />
      <p className="groups-dialog-hint">{choose.bookmark}</p>
    </Dialog>
  )
}

/** Who is in the groups is no matter here. */
const nothing = (): null => null

const THEMES = ['dark', 'light', 'system'] as const

type ChosenPeopleProps = { wall: Wall; onChange: (people: readonly string[]) => void }

/** People of the list: those who are chosen, and whoever is found by what is typed. */
function ChosenPeople({ wall, onChange }: ChosenPeopleProps) {
  const { choose } = useWords().wall
  const own = useOwnGroups()
  const [typed, setTyped] = useState('')
  const field = useId()
  const listed = useMemo(() => {
    const everybody = own.flatMap(({ members }) => members ?? [])
    return [...new Map(everybody.map((one) => [one.uri, one])).values()]
  }, [own])
  const isChosen = ({ uri }: Contact): boolean => wall.people.includes(uri)
  const sought = typed.trim().toLocaleLowerCase()
  const found = listed.filter(
    (one) => !isChosen(one) && sought !== '' && one.name.toLocaleLowerCase().includes(sought),
  )
  return (
    <fieldset className="wall-dialog-set">
      <legend className="wall-dialog-legend">{choose.people}</legend>
      <input
        id={field}
        className="dialog-input"
        dir="auto"
        autoComplete="off"
        aria-label={choose.find}
        placeholder={choose.find}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault() // what is sought is not yet what is wanted
        }}
      />
      <div className="wall-dialog-people">
        {[...listed.filter(isChosen), ...found.slice(0, MOST_FOUND)].map((contact) => (
          <Checkbox
            key={contact.uri}
            checked={isChosen(contact)}
            label={<bdi>{contact.name}</bdi>}
            onChange={() => onChange(turned(wall.people, contact.uri))}
          />
        ))}
      </div>
    </fieldset>
  )
}

const turned = (all: readonly string[], one: string): readonly string[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
