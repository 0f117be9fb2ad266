import '../src/styles/styles.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { serviceHandlers, serviceLoader, withService } from '../stories/support/service.tsx';
import { configure } from 'storybook/test';
import { initialGlobals, readGlobals, toolbar } from './globals.ts';

// Waiting ends with its condition. The limit leaves a slow machine enough time.
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

/** The tables of props call every union a union. What it is of says more, and who may leave a prop out knows that. */
const spellOutUnions: NonNullable<Preview['argTypesEnhancers']>[number] = ({ argTypes }) =>
  Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { type } = argType;
      if (type?.name !== 'union' || type.raw === undefined) return [name, argType];
      const summary = type.raw.replace(/ \| undefined$/, '').replace(/^\((.*)\)$/, '$1');
      return [name, { ...argType, table: { ...argType.table, type: { summary } } }];
    }),
  );

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbar,
  initialGlobals: { ...initialGlobals },
  loaders: [mswLoader(), serviceLoader],
  decorators: [withService, withPage],
  argTypesEnhancers: [spellOutUnions],
  parameters: {
    options: {
      storySort: {
        order: [
          'Guide',
          [
            'Introduction',
            'MaintenanceBanner',
            'SignIn',
            'SignUp',
            'UserProfile',
            'OrganizationProfile',
            'Actions and guards',
            'Customising',
            'Accessibility',
            'Testing',
          ],
          'Guides',
          'Flows',
          'Gallery',
          'Maintenance',
          'Forms',
          'UserProfile',
          'Organization',
          'Session',
          'Actions',
          'Parts',
        ],
      },
    },
    msw: serviceHandlers,
    // Every story is an axe test too: a finding fails it.
    a11y: { test: 'error' },
    controls: { expanded: true },
    layout: 'centered',
  },
};

export default preview;
