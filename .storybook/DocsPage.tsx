import {
  Controls,
  Description,
  DocsContext,
  Heading,
  Markdown,
  Primary,
  Stories,
  Subtitle,
  Title,
  useOf,
} from '@storybook/addon-docs/blocks';
import { useContext, useState, type ReactElement } from 'react';
import { readGlobals } from './globals.ts';

/**
 * The docs page of a component: one live story with its controls, and every state.
 *
 * The states are those of the gallery `parameters.docs.gallery`, which reaches them one after the other. A page has one
 * focus, so that it can't play many stories at once. Without a gallery, the stories are shown if none has a play.
 */
export function DocsPage(): ReactElement {
  const { csfFile, preparedMeta } = useOf('meta', ['meta']);
  const context = useContext(DocsContext);
  const stories = context.componentStories();
  const [first] = stories;
  const { gallery } = docsOf(preparedMeta.parameters);
  const isStill =
    Object.keys(csfFile.stories).length > 1 && stories.every(({ playFunction }) => !playFunction);
  return (
    <>
      <Title />
      <Subtitle />
      <Description of="meta" />
      <Primary />
      <Controls />
      {first && gallery !== undefined && (
        <Gallery
          id={gallery}
          globals={context.getStoryContext(first)['globals'] as Readonly<Record<string, unknown>>}
        />
      )}
      {isStill ? (
        <Stories includePrimary={false} />
      ) : (
        <>
          <Heading>Stories</Heading>
          <Markdown>{stories.map(lineOf).join('\n')}</Markdown>
        </>
      )}
    </>
  );
}

interface DocsParameters {
  /** The id of the gallery with the states of the component. */
  readonly gallery?: string;
  readonly description?: { readonly story?: string };
}

function docsOf(parameters: { readonly [name: string]: unknown }): DocsParameters {
  return (parameters['docs'] as DocsParameters | undefined) ?? {};
}

type Stories = ReturnType<NonNullable<React.ContextType<typeof DocsContext>>['componentStories']>;

/** A list item of Markdown: the link to a story, and its sentence. */
function lineOf({ id, name, parameters }: Stories[number]): string {
  const text = docsOf(parameters).description?.story;
  return `- [${name}](./?path=/story/${id})${text === undefined ? '' : ` – ${text}`}`;
}

/** A gallery on its own page, which loads when it comes into view. */
function Gallery({
  id,
  globals,
}: {
  readonly id: string;
  readonly globals: Readonly<Record<string, unknown>>;
}): ReactElement {
  const [height, setHeight] = useState(600);
  const { theme, direction, locale } = readGlobals(globals);
  const query = new URLSearchParams({
    id,
    viewMode: 'story',
    globals: `theme:${theme};direction:${direction};locale:${locale}`,
  });
  return (
    <>
      <Heading>States</Heading>
      <Markdown>{`All states side by side, as in [the gallery](./?path=/story/${id}).`}</Markdown>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- a page of this Storybook */}
      <iframe
        title="Gallery of states"
        loading="lazy"
        src={`iframe.html?${query.toString()}`}
        style={{
          inlineSize: '100%',
          blockSize: height,
          maxBlockSize: '85vh',
          border: '1px solid #8884',
          borderRadius: 4,
        }}
        onLoad={({ currentTarget: { contentDocument } }) => {
          const root = contentDocument?.getElementById('storybook-root');
          if (root) new ResizeObserver(() => setHeight(Math.max(200, root.scrollHeight + 2))).observe(root);
        }}
      />
    </>
  );
}
