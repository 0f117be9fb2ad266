import { initTRPC } from '@trpc/server';

const { router: createRouter, procedure } = initTRPC.create();

export const router = createRouter({
  notes: procedure.query(() => [{ id: 1, text: 'First' }]),
  addNote: procedure
    .input((input) => input as { readonly text: string })
    .mutation(() => ({ id: 2, text: 'Second' })),
});

export type Router = typeof router;
