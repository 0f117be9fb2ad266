import type { ReactElement, ReactNode, SVGProps } from 'react';

type IconProps = SVGProps<SVGSVGElement>;

/** Drawn on a grid of 24, by strokes in the colour of the text. Always beside words that say the same. */
function Icon({ children, ...props }: IconProps & { readonly children: ReactNode }): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      {children}
    </svg>
  );
}

export function WarningIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M10.3 4 2.3 18a2 2 0 0 0 1.7 3h16a2 2 0 0 0 1.7-3l-8-14a2 2 0 0 0-3.4 0zM12 9.5v4M12 17.2v0" />
    </Icon>
  );
}

export function CheckIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="m4.5 12.5 5 5 10-11" />
    </Icon>
  );
}

/** Open, or crossed out. */
export function EyeIcon({ isCrossed, ...props }: IconProps & { readonly isCrossed: boolean }): ReactElement {
  return (
    <Icon {...props}>
      <path d="M2.5 12c2.2-4.3 5.5-6.5 9.5-6.5s7.3 2.2 9.5 6.5c-2.2 4.3-5.5 6.5-9.5 6.5S4.7 16.3 2.5 12z" />
      <circle cx="12" cy="12" r="3" />
      {isCrossed ? <path d="M4 20 20 4" /> : null}
    </Icon>
  );
}

/** A cloud, crossed out. */
export function UnavailableIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M7 18.5h10a4 4 0 0 0 .6-7.95A6 6 0 0 0 6.2 10 4.3 4.3 0 0 0 7 18.5zM4 4l16 16.5" />
    </Icon>
  );
}
