'use client';

import { useEffect, useRef, type ReactElement, type ReactNode, type SyntheticEvent } from 'react';
import { noticesInEnglish } from '../../messages/notices.ts';
import { errorsInEnglish } from '../../messages/errors.ts';
import { formatMessage } from '../../messages/formatMessage.ts';
import { blocksMutations } from '../../monitor/selectors.ts';
import type { Draft } from '../../stores/createDrafts.ts';
import { elementsOf, firstInvalidOf } from '../../react/formElement.ts';
import { useIdleLoad } from '../../react/createLazy.ts';
import { useKit, useMessages } from '../../react/KitContext.ts';
import { useDraft } from '../../react/useDraft.ts';
import { useAvailability } from '../../react/useAvailability.ts';
import { textOfError, type Submission } from '../../react/useSubmission.ts';
import { FormAlert } from './FormAlert.tsx';
import { availabilityState, hasNotice } from '../notice/availabilityState.ts';
import { usePanelParts } from '../notice/lazyPanelParts.ts';
import { FormNotice } from '../notice/FormNotice.tsx';
import { SendWhileMounted } from './SendWhenAvailable.tsx';
import { SendWhenAvailableContext } from './SendWhenAvailableContext.ts';
import { useSendWhenAvailable } from './useSendWhenAvailable.ts';
import { FormChangesContext, useFormChanges, type StoredValues } from './useFormChanges.ts';
import { useArea } from '../notice/GuardedArea.tsx';
import { useSlot } from '../styling/useSlot.ts';
import { UnavailableFallback } from '../notice/UnavailableFallback.tsx';

export interface GuardedFormProps {
  /** The key of the draft: unique for each form of an application. */
  readonly draftKey: string;
  /** The id of the heading that names the form. */
  readonly labelledBy: string;
  /** The state of the submission, from `useSubmission`. */
  readonly submission: Submission;
  /** The sentence that names the paused feature. */
  readonly paused: string;
  /**
   * The name of the action, such as "Save profile details", if the user can choose to submit the form after maintenance.
   * The form is submitted then if it is still mounted. Default: the form can't be deferred.
   */
  readonly sendWhenAvailable?: string | undefined;
  /**
   * The values that the service stores, by field. While the form has the same values, ignoring spaces around them,
   * its button is disabled with a reason. Default: the form can always be submitted.
   */
  readonly stored?: StoredValues | undefined;
  /**
   * Called with the valid values while the service accepts mutations. With `sendWhenAvailable`, resolve to `false` if the
   * values weren't saved.
   */
  readonly onSubmit: (values: FormData) => unknown;
  /** The fields and the button. */
  readonly children: ReactNode;
}

/**
 * A form that stays usable during maintenance: it shows the state of the service, blocks requests that would fail,
 * and keeps the input and the focus. While even reads are rejected, a panel covers the form, which stays mounted.
 */
export function GuardedForm({
  draftKey,
  labelledBy,
  submission,
  paused,
  sendWhenAvailable: deferredLabel,
  stored,
  onSubmit,
  children,
}: GuardedFormProps): ReactElement {
  const slot = useSlot();
  const { monitor, announcer } = useKit();
  const { notice, maintenance } = useMessages(noticesInEnglish);
  const errors = useMessages(errorsInEnglish);
  const ownService = useAvailability();
  // An area around several forms shows one notice for all of them.
  const area = useArea();
  const service = area ?? ownService;
  useIdleLoad(usePanelParts.loadAtIdle);
  const formRef = useRef<HTMLFormElement>(null);
  const noticeRef = useRef<HTMLElement>(null);
  const { read, clear } = useDraft(draftKey, formRef);
  const changes = useFormChanges(formRef, stored);
  const isUnavailable = area === undefined && service.availability === 'unavailable';
  const error = submission.status === 'failed' ? submission.error : undefined;

  const sent = useRef<{ readonly values: FormData; readonly draft: Draft }>(undefined);
  function submit(values: FormData): unknown {
    sent.current = { values, draft: read() };
    return onSubmit(values);
  }

  const isComplete = submission.status === 'complete';
  useEffect(() => {
    if (isComplete && sent.current) clear(sent.current.draft);
  }, [isComplete, clear]);

  const isRejected = error?.code === 'maintenance_mode';
  const isSaidByNotice = isRejected && hasNotice(service);
  const deferrable = useSendWhenAvailable(formRef, deferredLabel, isRejected, submit);
  const { announcement } = notice;
  const { title } = maintenance;
  useEffect(() => {
    if (isRejected) announcer.announce(formatMessage(announcement, { title, text: paused }), 'assertive');
  }, [isRejected, announcer, announcement, title, paused]);

  const isWrongSecret = error?.code === 'invalid_credentials' || error?.code === 'password_incorrect';
  useEffect(() => {
    if (isWrongSecret) clearSecret(formRef.current, sent.current?.values);
  }, [isWrongSecret]);

  function send(event: SyntheticEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (submission.status === 'submitting' || blocksMutations(monitor.getSnapshot())) return;
    service.dismiss();
    submit(new FormData(event.currentTarget));
  }

  return (
    <>
      {isUnavailable ? <UnavailableFallback of={formRef} notice={noticeRef} /> : null}
      <form
        {...slot('form', { status: submission.status, ...availabilityState(service) })}
        ref={formRef}
        aria-labelledby={labelledBy}
        hidden={isUnavailable}
        onInvalid={reportFirst}
        onSubmit={send}
      >
        <FormAlert>
          {error && error.field === undefined && !isSaidByNotice ? textOfError(error, errors) : null}
        </FormAlert>
        <FormChangesContext.Provider value={changes}>
          <SendWhenAvailableContext.Provider value={deferrable}>{children}</SendWhenAvailableContext.Provider>
        </FormChangesContext.Provider>
        {deferrable ? <SendWhileMounted id={deferrable.id} /> : null}
        {area ? null : <FormNotice service={service} paused={paused} noticeRef={noticeRef} />}
      </form>
    </>
  );
}

/**
 * Clears a password that the API rejected, unless the user has changed it since. A password that maintenance rejected
 * isn't wrong and stays.
 */
function clearSecret(form: HTMLFormElement | null, sent: FormData | undefined): void {
  const secret = form && elementsOf(form).find(isCurrentPassword);
  if (!secret || secret.value !== sent?.get(secret.name)) return;
  secret.value = '';
  // The draft listens to `input`.
  secret.dispatchEvent(new Event('input', { bubbles: true }));
  secret.focus();
}

function isCurrentPassword(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.autocomplete.split(' ').includes('current-password');
}

/** Focuses your own control and lets the browser report it, unless a control before it is invalid. */
function reportFirst(event: SyntheticEvent<HTMLFormElement>): void {
  const first = firstInvalidOf(event.currentTarget);
  if (first !== event.target) event.preventDefault();
  else if (!event.defaultPrevented) first?.focus();
}
