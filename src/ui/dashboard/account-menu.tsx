import { MenuDivider, MenuGroup, MenuGroupHeader, MenuItem } from '@fluentui/react-components'
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop'
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard'
import { EyeRegular } from '@fluentui/react-icons/svg/eye'
import { PersonAvailableRegular } from '@fluentui/react-icons/svg/person-available'
import { PeopleEyeRegular } from '@fluentui/react-icons/svg/people-eye'
import { PulseSquareRegular } from '@fluentui/react-icons/svg/pulse-square'
import { SettingsRegular } from '@fluentui/react-icons/svg/settings'
import { TvRegular } from '@fluentui/react-icons/svg/tv'
import { SignOutRegular } from '@fluentui/react-icons/svg/sign-out'
import { useStore } from 'zustand'
import { ChoiceMenu } from '../parts/choice-menu.tsx'
import type { Closed } from '../parts/choice-menu.tsx'
import { useOpenDiagnostics } from '../diagnostics/door.tsx'
import { useFeature } from '../features.ts'
import { useOpenPreferences } from '../preferences/door.tsx'
import { KeyCaps } from '../keys/key-caps.tsx'
import { useOpenKeyboard } from '../keys/door.tsx'
import { useOpenWallDialog } from '../wallboard/door.tsx'
import { useOpenPrivacy } from '../privacy/door.tsx'
import { useServices } from '../services.ts'
import { useWords } from '../words/words.ts'

type AccountMenuProps = {
  target: HTMLElement | null
  address: string
  activity: string
  onClose: (how: Closed) => void
}

/** In a file of its own, since menus are heavy and loaded when first opened. */
export function AccountMenu({ target, address, activity, onClose }: AccountMenuProps) {
  const { knownByStore, askForMachine, signInStore, signOut, showMe, watchOnly } = useServices()
  const canAsk = useStore(knownByStore, ({ by, canAsk: can }) => can && by === 'page')
  const isWatching = useStore(signInStore, ({ signIn }) => signIn.kind === 'signedIn' && signIn.onlyWatch)
  const { me, preferences, privacy, keys, wall } = useWords()
  const openWallDialog = useOpenWallDialog()
  const hasWallboard = useFeature('wallboard')
  const openPreferences = useOpenPreferences()
  const openKeyboard = useOpenKeyboard()
  const openPrivacy = useOpenPrivacy()
  const hasPrivacy = useFeature('privacy')
  const openDiagnostics = useOpenDiagnostics()
  return (
    <ChoiceMenu target={target} onClose={onClose}>
      <MenuGroup>
        <MenuGroupHeader>{me.signedInAs(address)}</MenuGroupHeader>
        <p className="menu-hint">{activity}</p>
      </MenuGroup>
      <MenuDivider />
      <MenuItem
        className="menu-line"
        icon={isWatching ? <PersonAvailableRegular fontSize={20} /> : <EyeRegular fontSize={20} />}
        subText={isWatching ? me.showMeHint : me.watchOnlyHint}
        secondaryContent={<KeyCaps of="visibility" />}
        onClick={() => {
          onClose('byKey')
          if (isWatching) showMe()
          else watchOnly()
        }}
      >
        {isWatching ? me.showMe : me.watchOnly}
      </MenuItem>
      {canAsk && !isWatching && (
        <MenuItem
          className="menu-line"
          icon={<DesktopRegular fontSize={20} />}
          subText={me.askForMachineHint}
          onClick={() => {
            askForMachine()
            onClose('byKey')
          }}
        >
          {me.askForMachine}
        </MenuItem>
      )}
      {hasPrivacy && (
        <MenuItem
          className="menu-line"
          icon={<PeopleEyeRegular fontSize={20} />}
          subText={privacy.openHint}
          secondaryContent={<KeyCaps of="privacy" />}
          onClick={() => {
            onClose('byPointer')
            openPrivacy(target, 'Colleagues')
          }}
        >
          {privacy.open}
        </MenuItem>
      )}
      {hasWallboard && (
        <MenuItem
          className="menu-line"
          icon={<TvRegular fontSize={20} />}
          subText={wall.openHint}
          secondaryContent={<KeyCaps of="wallboard" />}
          onClick={() => {
            onClose('byPointer')
            openWallDialog(target)
          }}
        >
          {wall.open}
        </MenuItem>
      )}
      <MenuItem
        className="menu-line"
        icon={<SettingsRegular fontSize={20} />}
        secondaryContent={<KeyCaps of="preferences" />}
        onClick={() => {
          onClose('byPointer')
          openPreferences(target)
        }}
      >
        {preferences.open}
      </MenuItem>
      <MenuItem
        className="menu-line"
        icon={<KeyboardRegular fontSize={20} />}
        secondaryContent={<KeyCaps of="keyboard" />}
        onClick={() => {
          onClose('byPointer')
          openKeyboard(target)
        }}
      >
        {keys.title}
      </MenuItem>
      <MenuItem
        className="menu-line"
        icon={<PulseSquareRegular fontSize={20} />}
        secondaryContent={<KeyCaps of="diagnostics" />}
        onClick={() => openDiagnostics(target)}
      >
        {me.diagnostics}
      </MenuItem>
      <MenuItem
        className="menu-line"
        icon={<SignOutRegular fontSize={20} />}
        secondaryContent={<KeyCaps of="signOut" />}
        onClick={signOut}
      >
        {me.signOut}
      </MenuItem>
    </ChoiceMenu>
  )
}
