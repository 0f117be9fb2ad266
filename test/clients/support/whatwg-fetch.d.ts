// The package has no types. The suite reads it as a global.
declare module 'whatwg-fetch';
