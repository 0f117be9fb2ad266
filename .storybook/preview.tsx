import '../src/styles/styles.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { serviceHandlers, serviceLoader, withService } from '../stories/support/service.tsx';
import { configure } from 'storybook/test';
import { initialGlobals, readGlobals, toolbar } from './globals.ts';

// Waiting ends when there is what was waited for; how long that may take is for slow machines to say.
configure({ asyncUtilTimeout: 15_000 });

/** Sets up the page as an application would: the theme and the direction belong to the document. */
const withPage: Decorator = (Story, { globals }) => {
  const { theme, direction } = readGlobals(globals);
  const { documentElement: page } = document;
  page.lang = 'en';
  page.dir = direction;
  page.dataset['theme'] = theme;
  return <Story />;
};

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbar,
  initialGlobals: { ...initialGlobals },
  loaders: [mswLoader(), serviceLoader],
  decorators: [withService, withPage],
  parameters: {
    msw: serviceHandlers,
    // Every story is an axe test too: a finding fails it.
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'centered',
  },
};

export default preview;
