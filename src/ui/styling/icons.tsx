// Over 200 lines: the paths of one set of icons, each a few lines.
import type { ReactElement, ReactNode, SVGProps } from 'react';

type IconProps = SVGProps<SVGSVGElement>;

export type IconComponent = (props: IconProps) => ReactElement;

/** An icon on a grid of 24, with strokes in the text color. Decorative: a text is shown beside it. */
function Icon({ children, ...props }: IconProps & { readonly children: ReactNode }): ReactElement {
  return (
    <svg
      viewBox="0 0 24 24"
      width="1.25rem"
      height="1.25rem"
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

export function ClockIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7v5l3.5 2" />
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

/** An eye, open or crossed out. */
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

export function MailIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M5 5h14a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM3.5 7.5 12 13l8.5-5.5" />
    </Icon>
  );
}

/** A shield, for proving one's identity. */
export function ShieldIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M12 3 4.5 6v5.5c0 4.6 3 7.8 7.5 9.5 4.5-1.7 7.5-4.9 7.5-9.5V6zM8.8 12l2.3 2.3 4.2-4.5" />
    </Icon>
  );
}

export function KeyIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <circle cx="8" cy="15.5" r="4.5" />
      <path d="M11.2 12.3 20 3.5M16 7.5l3 3M18.5 5l2 2" />
    </Icon>
  );
}

/** An arrow that points to the start of the line. */
export function BackIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5" />
    </Icon>
  );
}

/** A user with a plus sign. */
export function PersonIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <circle cx="10" cy="8" r="4" />
      <path d="M3 20.5c.5-4 3.3-6 7-6 1.8 0 3.4.5 4.6 1.4M18.5 14.5v6M15.5 17.5h6" />
    </Icon>
  );
}

/** A user in a circle. */
export function AccountIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9.5" />
      <circle cx="12" cy="10" r="3" />
      <path d="M5.7 19c1-2.7 3.3-4 6.3-4s5.3 1.3 6.3 4" />
    </Icon>
  );
}

export function ComputerIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <rect x="4.5" y="4.5" width="15" height="10.5" rx="1.5" />
      <path d="M2 19.5h20" />
    </Icon>
  );
}

export function PhoneIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <rect x="6.5" y="2.5" width="11" height="19" rx="2.5" />
      <path d="M11 18h2" />
    </Icon>
  );
}

/** An arrow that leaves through a door. */
export function SignOutIcon(props: IconProps): ReactElement {
  return (
    <Icon data-icon="sign-out" {...props}>
      <path d="M9.5 20.5h-4a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2h4M15.5 7.5 20 12l-4.5 4.5M20 12H9" />
    </Icon>
  );
}

/** Two links of a chain. */
export function LinkIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="m9.5 14.5 5-5M8 11l-2.6 2.6a3.54 3.54 0 0 0 5 5L13 16M16 13l2.6-2.6a3.54 3.54 0 0 0-5-5L11 8" />
    </Icon>
  );
}

export function TrashIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M4 6.5h16M9.5 6.5V4h5v2.5M6 6.5l.9 13a1.5 1.5 0 0 0 1.5 1.5h7.2a1.5 1.5 0 0 0 1.5-1.5l.9-13M10 11v5.5M14 11v5.5" />
    </Icon>
  );
}

/** Two sheets. */
export function CopyIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <rect x="8.5" y="8.5" width="12" height="12" rx="2" />
      <path d="M5.5 15.5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h8a2 2 0 0 1 2 2" />
    </Icon>
  );
}

/** An arrow, down to a line. */
export function DownloadIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M12 3.5V15M7 10.5l5 5 5-5M4 20h16" />
    </Icon>
  );
}

/** A house of several floors. */
export function OrganizationIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M4 21V5a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v16M15 9.5h3a2 2 0 0 1 2 2V21M2.5 21h19M8 7.5h3M8 11.5h3M8 15.5h3" />
    </Icon>
  );
}

export function SearchIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <circle cx="11" cy="11" r="7" />
      <path d="m16.2 16.2 4.8 4.8" />
    </Icon>
  );
}

/** A chevron that points back or forward. In a right-to-left page the stylesheet mirrors it. */
export function ChevronIcon({
  direction,
  ...props
}: IconProps & { readonly direction: 'back' | 'on' }): ReactElement {
  return (
    <Icon data-icon="chevron" {...props}>
      <path d={direction === 'back' ? 'm14.5 5.5-6.5 6.5 6.5 6.5' : 'm9.5 5.5 6.5 6.5-6.5 6.5'} />
    </Icon>
  );
}

/** Two chevrons, up and down, for a choice. */
export function ChoiceIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="m8 9.5 4-4 4 4M8 14.5l4 4 4-4" />
    </Icon>
  );
}

export function PlusIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <path d="M12 5v14M5 12h14" />
    </Icon>
  );
}

/** Two users. */
export function PeopleIcon(props: IconProps): ReactElement {
  return (
    <Icon {...props}>
      <circle cx="9" cy="8" r="3.5" />
      <path d="M2.5 20c.4-3.6 2.9-5.5 6.5-5.500s6.1 1.9 6.5 5.500M16 4.800a3.5 3.5 0 0 1 0 6.400M18 15c2 .7 3.2 2.4 3.5 5" />
    </Icon>
  );
}
