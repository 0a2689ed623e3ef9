import type { Capability } from '@makaverse/contract/identity-session';
import { pageOf } from '@makaverse/contract/pages';
import {
  BookUser,
  CalendarDays,
  Construction,
  FileClock,
  Flag,
  Images,
  Inbox,
  Landmark,
  ListChecks,
  Mail,
  Upload,
  UserRoundCheck,
} from 'lucide-react';
import type { ReactNode } from 'react';

/** A place in the main menu; `needs` hides it from those whose positions give them nothing to do there. */
export interface Place {
  readonly key: string;
  readonly to: string;
  readonly icon: ReactNode;
  readonly needs?: Capability;
  readonly isDemoOnly?: boolean;
}

/** In the order of the menu; the first four stand in the phone's bar. */
export const places: readonly Place[] = [
  { key: 'today', to: pageOf.today(), icon: <ListChecks size={24} aria-hidden /> },
  { key: 'meetings', to: pageOf.meetings(), icon: <CalendarDays size={24} aria-hidden /> },
  { key: 'directives', to: pageOf.directives(), icon: <Flag size={24} aria-hidden /> },
  { key: 'nominations', to: pageOf.nominations(), icon: <UserRoundCheck size={24} aria-hidden /> },
  { key: 'programmes', to: pageOf.programmes(), icon: <Inbox size={24} aria-hidden /> },
  { key: 'obstacles', to: pageOf.obstacles(), icon: <Construction size={24} aria-hidden /> },
  { key: 'evidence', to: pageOf.evidenceFlags(), icon: <Images size={24} aria-hidden />, needs: 'review' },
  { key: 'mayor', to: pageOf.mayor(), icon: <Landmark size={24} aria-hidden />, needs: 'lead' },
  { key: 'directory', to: pageOf.directory(), icon: <BookUser size={24} aria-hidden /> },
  { key: 'imports', to: pageOf.imports(), icon: <Upload size={24} aria-hidden />, needs: 'administer' },
  { key: 'audit', to: pageOf.audit(), icon: <FileClock size={24} aria-hidden />, needs: 'read-audit' },
  { key: 'mailbox', to: pageOf.mailbox(), icon: <Mail size={24} aria-hidden />, isDemoOnly: true },
];
