import { Content, Item, Root, Trigger } from '@radix-ui/react-dropdown-menu';
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
    <Root open modal={false}>
      <Trigger>Menu</Trigger>
      <Content>
        <Item>First</Item>
      </Content>
    </Root>,
  );
  expect(screen.getByRole('button', { name: 'Menu' })).toBeInTheDocument();
  expect(screen.getByRole('menuitem', { name: 'First' })).toBeInTheDocument();
});
