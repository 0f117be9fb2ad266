import * as Tabs from '@radix-ui/react-tabs';
import { render, screen } from '@testing-library/react';
import { version } from 'react';
import { version as domVersion } from 'react-dom';
import { expect, inject, test } from 'vitest';

test('the tests run on the React version of their project', () => {
  expect(version.split('.')[0]).toBe(inject('reactMajor'));
  expect(domVersion.split('.')[0]).toBe(inject('reactMajor'));
});

test('the kit’s dependencies render with that React, not with another copy', () => {
  // One major version of React can't render an element of another.
  render(
    <Tabs.Root defaultValue="first">
      <Tabs.List>
        <Tabs.Trigger value="first">First</Tabs.Trigger>
      </Tabs.List>
      <Tabs.Content value="first">Content</Tabs.Content>
    </Tabs.Root>,
  );
  expect(screen.getByRole('tab', { name: 'First' })).toBeInTheDocument();
  expect(screen.getByRole('tabpanel', { name: 'First' })).toBeInTheDocument();
});
