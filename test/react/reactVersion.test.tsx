import * as Form from '@radix-ui/react-form';
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
    <Form.Root>
      <Form.Field name="email">
        <Form.Label>Email</Form.Label>
        <Form.Control />
      </Form.Field>
      <Form.Submit>Go on</Form.Submit>
    </Form.Root>,
  );
  expect(screen.getByRole('textbox', { name: 'Email' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Go on' })).toBeInTheDocument();
});
