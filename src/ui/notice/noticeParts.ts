// The code that a floating notice loads as one, see `lazyNoticeParts`.
export { FloatingLayer } from './FloatingLayer.ts';
export { NoticeIcon, ServiceRow } from './ServiceRow.tsx';
