import { Suspense, useState } from 'react'
import { Outlet, useLocation, useNavigate } from 'react-router'
import { StayAtDesk } from '../features/desk'
import { useMe } from '../features/identity'
import { SendByItself } from '../features/outlet'
import { useShortcut } from '../shared/keyboard'
import { SkeletonRows } from '../shared/ui'
import { Banners } from './Banners'
import { shellCopy } from './copy'
import { ErrorBoundary } from './ErrorBoundary'
import { HelpOverlay } from './HelpOverlay'
import { useLive } from './live'
import { PlaceTabs } from './PlaceTabs'
import { mayEnter, PLACES, pathOf } from './places'
import { Rail } from './Rail'
import styles from './Shell.module.css'
import { useSystem } from './system'
import { TopBar } from './TopBar'

/** The frame around every page of a signed-in person. */
export default function Shell() {
  const t = shellCopy.use()
  const { pathname } = useLocation()
  const me = useMe()
  const [help, setHelp] = useState(false)
  const liveLost = useLive()
  useSystem()
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t.skip}
      </a>
      <Rail />
      <TopBar onHelp={() => setHelp(true)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <Banners liveLost={liveLost} />
        <PlaceTabs />
        <div className={styles.page}>
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<SkeletonRows rows={12} />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      {mayEnter(me, ['ticket.answer']) && (
        <Suspense fallback={null}>
          <SendByItself />
        </Suspense>
      )}
      {mayEnter(me, ['desk.work']) && (
        <Suspense fallback={null}>
          <StayAtDesk />
        </Suspense>
      )}
      <PlaceShortcuts />
      <HelpOverlay open={help} onToggle={setHelp} />
    </div>
  )
}

function PlaceShortcuts() {
  const me = useMe()
  return PLACES.filter((place) => mayEnter(me, place.needs)).map((place) => (
    <PlaceShortcut key={place.name} place={place} />
  ))
}

function PlaceShortcut({ place }: { place: (typeof PLACES)[number] }) {
  const t = shellCopy.use()
  const me = useMe()
  const navigate = useNavigate()
  useShortcut(`g ${place.letter}`, t.goTo(t[place.name]), () => void navigate(pathOf(me, place)))
  return null
}
