// Over 200 lines: the list of all slots, by component.
/**
 * The names of the kit's parts, as `data-slot` and as keys of `classNames`. They are stable: only a major release
 * removes one. Each component accepts the names of the parts that it renders.
 */

type CheckSlot = 'notice-action' | 'notice-outcome' | 'notice-timer';

type NoticeSlot =
  CheckSlot | 'notice' | 'notice-body' | 'notice-icon' | 'notice-row' | 'notice-text' | 'notice-title';

type PictureSlot = 'picture' | 'picture-image';

type ActionSlot = 'action' | 'action-error';

type DialogSlot =
  | 'deferred'
  | 'dialog'
  | 'dialog-actions'
  | 'dialog-inline'
  | 'dialog-overlay'
  | 'dialog-text'
  | 'dialog-title';

type MenuSlot = 'link' | 'menu' | 'menu-item' | 'menu-line' | 'user-button-name';

type RoleSlot = 'role-control' | 'role-select' | 'select-icon';

type CardSlot = 'card' | 'card-footer' | 'card-header' | 'card-text' | 'card-title';

type FormSlot =
  | NoticeSlot
  | ServiceUnavailableSlot
  | 'button'
  | 'field'
  | 'field-control'
  | 'field-error'
  | 'field-head'
  | 'field-hint'
  | 'field-input'
  | 'field-label'
  | 'form'
  | 'form-alert'
  | 'form-panel'
  | 'guarded-area'
  | 'maintenance-banner'
  | 'notice-time'
  | 'send-when-available'
  | 'submit'
  | 'submit-button'
  | 'submit-reason';

type AccountFormSlot =
  | FormSlot
  | 'checkbox'
  | 'checkbox-field'
  | 'checkbox-label'
  | 'field-optional'
  | 'field-reveal'
  | 'fields'
  | 'link'
  | 'otp-caret'
  | 'otp-digit'
  | 'otp-digits'
  | 'strength'
  | 'strength-bar';

type SettingsPageSlot =
  | FormSlot
  | ActionSlot
  | DialogSlot
  | PictureSlot
  | 'badge'
  | 'fields'
  | 'file-button'
  | 'file-input'
  | 'loading'
  | 'page-actions'
  | 'page-aside'
  | 'page-empty'
  | 'page-fact'
  | 'page-facts'
  | 'page-failed'
  | 'page-form'
  | 'page-form-text'
  | 'page-form-title'
  | 'page-item'
  | 'page-item-actions'
  | 'page-item-body'
  | 'page-item-name'
  | 'page-item-row'
  | 'page-item-text'
  | 'page-item-title'
  | 'page-list'
  | 'page-names'
  | 'page-saved'
  | 'page-section'
  | 'page-section-head'
  | 'page-section-text'
  | 'page-section-title'
  | 'page-skeleton'
  | 'page-skeleton-line'
  | 'page-stale'
  | 'picture-form'
  | 'picture-form-actions'
  | 'picture-form-body'
  | 'progress'
  | 'tab'
  | 'tab-icon'
  | 'tabbed-card'
  | 'tabbed-card-frame'
  | 'tabbed-card-head'
  | 'tabbed-card-names'
  | 'tabbed-card-page'
  | 'tabbed-card-side'
  | 'tabbed-card-tabs'
  | 'tabbed-card-text'
  | 'tabbed-card-title';

export type MaintenanceBannerSlot = NoticeSlot | 'maintenance-banner' | 'notice-time';

export type MaintenanceGuardSlot =
  MaintenanceBannerSlot | 'guard' | 'guard-content' | 'guard-notice' | 'guard-reason';

export type ServiceUnavailableSlot =
  | CheckSlot
  | 'unavailable'
  | 'unavailable-icon'
  | 'unavailable-row'
  | 'unavailable-text'
  | 'unavailable-title';

export type SignUpSlot =
  | CardSlot
  | AccountFormSlot
  | 'back-icon'
  | 'divider'
  | 'field-row'
  | 'method'
  | 'methods'
  | 'provider-mark'
  | 'providers'
  | 'secondary-actions'
  | 'step'
  | 'step-icon'
  | 'text-button';

export type SignInSlot = SignUpSlot | 'forgot-password' | 'password-row';

export type CreateOrganizationSlot = CardSlot | FormSlot | 'created' | 'created-icon' | 'fields' | 'link';

export type UserButtonSlot =
  ActionSlot | CheckSlot | DialogSlot | MenuSlot | 'avatar' | 'button' | 'menu-label' | 'user-button';

export type OrganizationSwitcherSlot =
  | ActionSlot
  | MenuSlot
  | PictureSlot
  | RoleSlot
  | 'menu-choice-body'
  | 'menu-choice-mark'
  | 'menu-heading'
  | 'menu-note'
  | 'organization-switcher'
  | 'organization-switcher-icon';

export type UserProfileSlot =
  | SettingsPageSlot
  | AccountFormSlot
  | 'page-codes'
  | 'page-danger'
  | 'page-dots'
  | 'page-footer'
  | 'page-item-icon'
  | 'page-mark'
  | 'page-secret'
  | 'page-secret-actions'
  | 'page-secret-body'
  | 'page-secret-key'
  | 'provider-mark'
  | 'qr-code';

export type OrganizationProfileSlot =
  | SettingsPageSlot
  | RoleSlot
  | 'empty'
  | 'empty-icon'
  | 'empty-text'
  | 'empty-title'
  | 'fact'
  | 'facts'
  | 'facts-row'
  | 'invite-row'
  | 'page-item-role'
  | 'page-list-area'
  | 'page-list-title'
  | 'pager'
  | 'pager-text'
  | 'role'
  | 'search'
  | 'search-icon';

/** The name of any part. */
export type SlotName =
  | MaintenanceBannerSlot
  | MaintenanceGuardSlot
  | SignInSlot
  | CreateOrganizationSlot
  | UserButtonSlot
  | OrganizationSwitcherSlot
  | UserProfileSlot
  | OrganizationProfileSlot;
