import type { ReactElement } from 'react';
import { OrganizationProfile, useSession } from 'maintenance-kit';

/** The active organization, or a link to create one. */
export function OrganizationPage(): ReactElement {
  const session = useSession();
  const isInOne = session.status === 'signed-in' && session.session.organizationId !== undefined;
  return (
    <>
      <OrganizationProfile />
      {isInOne ? null : (
        <p className="empty">
          Choose one at the top, or <a href="#new-organization">create an organization</a>.
        </p>
      )}
    </>
  );
}
