import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { CircleSmallFilled } from '@fluentui/react-icons/svg/circle-small'
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract'
import { canSee } from '../../ucwa/privacy-level.ts'
import type { CardPart, GrantedLevel, Shown } from '../../ucwa/privacy-level.ts'
import { useWords } from '../words/words.ts'
import './shown-parts.css'

const PARTS: readonly CardPart[] = [
  'availability',
  'activity',
  'note',
  'location',
  'title',
  'workPhone',
  'mobilePhone',
  'homePhone',
  'device',
  'lastActive',
  'meetingSubject',
]

const ICONS: Readonly<Record<Shown, typeof CheckmarkRegular>> = {
  yes: CheckmarkRegular,
  no: SubtractRegular,
  perhaps: CircleSmallFilled,
}

/** What a level shows and what it hides. */
export function ShownParts({ level }: { level: GrantedLevel }) {
  const { privacy } = useWords()
  const isAnyUnclear = PARTS.some((part) => canSee(level, part) === 'perhaps')
  return (
    <>
      <ul className="shown-parts">
        {PARTS.map((part) => {
          const shown = canSee(level, part)
          const Icon = ICONS[shown]
          const word = privacy.part(part)
          const told = shown === 'perhaps' ? privacy.mayBeShown(word) : privacy.parts(shown === 'yes', word)
          return (
            <li key={part} className={shown === 'yes' ? 'shown-part' : 'shown-part shown-part-not'}>
              <Icon fontSize={16} aria-hidden="true" />
              <span aria-hidden="true">{word}</span>
              <span className="visually-hidden">{told}</span>
            </li>
          )
        })}
      </ul>
      {isAnyUnclear && <p className="shown-parts-unclear">{privacy.mayBe}</p>}
    </>
  )
}
