import '../src/styles/styles.css';
import './preview.css';
import type { Decorator, Preview } from '@storybook/react-vite';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { serviceHandlers, serviceLoader, withService } from '../stories/support/service.tsx';
import { configure } from 'storybook/test';
import { fitControls } from './argTypes.ts';
import { DocsPage } from './DocsPage.tsx';
import { initialGlobals, readGlobals, toolbar } from './globals.ts';

// Waits end with their condition. The limit is long enough for a slow machine.
configure({ asyncUtilTimeout: 15_000 });

/** Sets the language, theme and direction of the document, as an application does. */
const withPage: Decorator = (Story, { globals }) => {
  const { theme, direction } = readGlobals(globals);
  const { documentElement: page } = document;
  page.lang = 'en';
  page.dir = direction;
  page.dataset['theme'] = theme;
  return <Story />;
};

/** The documentation of a component, whose `@throws` becomes a sentence. */
function describe(
  component: Readonly<Record<string, { readonly description?: string } | undefined>>,
): string {
  const text = component['__docgenInfo']?.description ?? '';
  return text.replaceAll(/@throws \{(\w+)\}/g, 'Throws a `$1`:');
}

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: toolbar,
  initialGlobals: { ...initialGlobals },
  loaders: [mswLoader(), serviceLoader],
  decorators: [withService, withPage],
  argTypesEnhancers: [fitControls],
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
            'Customizing',
            'Accessibility',
            'Testing',
          ],
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
    // Every story is also an axe test: a violation fails it. Only people read what passed.
    a11y: { test: 'error', options: navigator.webdriver ? { resultTypes: ['violations'] } : {} },
    controls: { expanded: true },
    docs: { page: DocsPage, extractComponentDescription: describe },
    layout: 'centered',
  },
};

export default preview;
