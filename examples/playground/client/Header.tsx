import type { ReactElement } from 'react';
import { OrganizationSwitcher, SignedIn, UserButton, useSession } from 'maintenance-kit';
import { isFrame, pages, type Route } from './routes.ts';

const links = [{ label: 'Account', href: '#account' }];

/** The bar at the top: the organization, the pages and the user. */
export function Header({ route }: { readonly route: Route }): ReactElement {
  return (
    <header className="bar">
      <a className="brand" href="#notes">
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <rect width="20" height="20" rx="6" fill="currentColor" />
          <path
            d="M6 14 10 5.5 14 14M7.6 11h4.8"
            fill="none"
            stroke="var(--mk-background)"
            strokeWidth="1.8"
          />
        </svg>
        Acme
      </a>
      <SignedIn fallback={null} loading={null}>
        <OrganizationSwitcher profileUrl="#organization" createUrl="#new-organization" />
        <nav className="pages" aria-label="Pages">
          {Object.entries(pages)
            .filter(([href]) => !(isFrame && href === '#windows'))
            .map(([href, label]) => (
              <a key={href} href={href} aria-current={href === route ? 'page' : undefined}>
                {label}
              </a>
            ))}
        </nav>
        <div className="account">
          <Offline />
          <UserButton links={links} />
        </div>
      </SignedIn>
    </header>
  );
}

/** Shown while the latest load of the session failed. */
function Offline(): ReactElement | null {
  const session = useSession();
  return session.status === 'signed-in' && session.stale ? <span className="stale">offline</span> : null;
}
