export { GuardedMenuItem, type GuardedMenuItemProps } from './GuardedMenuItem.tsx';
