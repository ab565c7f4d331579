import type { Configuration } from '../../ucwa/config.ts'
import { initialsOf } from '../parts/initials.ts'
import { useWords } from '../words/words.ts'
import './sandbox-people.css'

type SandboxPeopleProps = {
  users: NonNullable<Configuration['sandbox']>['users']
  onPick: (username: string, password: string) => void
}

/** Only where the configuration says that the other end is the sandbox: people to sign in as. */
export function SandboxPeople({ users, onPick }: SandboxPeopleProps) {
  const { signIn } = useWords()
  return (
    <section className="sandbox-people" aria-label={signIn.sandbox}>
      <p className="sandbox-people-hint">
        <b>{signIn.sandbox}</b> · {signIn.sandboxHint}
      </p>
      <ul className="sandbox-people-list">
        {users.map(({ username, password, name }) => (
          <li key={username}>
            <button
              type="button"
              className="sandbox-person"
              title={name}
              onClick={() => onPick(username, password)}
            >
              <span className="sandbox-person-face" aria-hidden="true">
                {initialsOf(name)}
              </span>
              <bdi className="sandbox-person-name">{name.split(/\s+/u)[0]}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
