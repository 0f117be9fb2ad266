// A module of its own for the dynamic import: most applications import the connection statically, too.
export { SessionConnection } from './SessionConnection.ts';
