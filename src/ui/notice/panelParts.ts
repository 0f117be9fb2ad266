// The code that panels and dialogs load as one, see `lazyPanelParts`.
export { UnavailableIcon } from '../styling/icons.tsx';
export { Countdown, NextCheck } from './NextCheck.tsx';
