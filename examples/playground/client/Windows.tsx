import type { ReactElement } from 'react';
import { PageTitle } from './PageTitle.tsx';

/** The same application in two frames, as in two windows of one browser. */
export function Windows(): ReactElement {
  return (
    <section className="windows" aria-labelledby="windows-title">
      <PageTitle
        id="windows-title"
        title="Two windows"
        text="The windows share what they learn about the service, so only one of them checks whether maintenance is over."
      />
      <div className="frames">
        {['First window', 'Second window'].map((title, index) => (
          <figure key={title}>
            <figcaption>{title}</figcaption>
            {/* oxlint-disable-next-line react/iframe-missing-sandbox -- it is this application */}
            <iframe title={title} src={`/?window=${index + 1}#${index === 0 ? 'notes' : 'settings'}`} />
          </figure>
        ))}
      </div>
    </section>
  );
}
