import type { ReactElement } from 'react';
import { PageTitle } from './PageTitle.tsx';

/** The same application twice, as two windows of one browser: both follow the same service. */
export function Windows(): ReactElement {
  return (
    <section className="windows" aria-labelledby="windows-title">
      <PageTitle
        id="windows-title"
        title="Two windows"
        text="What one of them learns, the other one knows: a single window asks whether the maintenance is over."
      />
      <div className="frames">
        {['First window', 'Second window'].map((title, index) => (
          <figure key={title}>
            <figcaption>{title}</figcaption>
            {/* oxlint-disable-next-line react/iframe-missing-sandbox -- it is this very application */}
            <iframe title={title} src={`/?window=${index + 1}#${index === 0 ? 'notes' : 'settings'}`} />
          </figure>
        ))}
      </div>
    </section>
  );
}
