import { pageOf } from '@makaverse/contract/pages';
import type { AnyRoute } from '@tanstack/react-router';
import { page, type Frames } from '#lib/page.tsx';

/** Pages of this feature. The room's screen stands alone: it is for the wall, not for a desk. */
export function meetingsRoutes({ framed, bare }: Frames): { framed: AnyRoute[]; bare: AnyRoute[] } {
  return {
    framed: [
      page(framed, pageOf.meetings(), () => import('./pages/meetings-page.tsx'), 'MeetingsPage'),
      page(framed, pageOf.newMeeting(), () => import('./pages/new-meeting-page.tsx'), 'NewMeetingPage'),
      page(framed, pageOf.meeting('$id'), () => import('./pages/meeting-page.tsx'), 'MeetingPage'),
      page(framed, pageOf.meetingAgenda('$id'), () => import('./pages/agenda-page.tsx'), 'AgendaPage'),
      page(framed, pageOf.clerk('$id'), () => import('./pages/clerk-page.tsx'), 'ClerkPage'),
      page(framed, pageOf.chair('$id'), () => import('./pages/chair-page.tsx'), 'ChairPage'),
      page(framed, pageOf.attendance('$id'), () => import('./pages/attendance-page.tsx'), 'AttendancePage'),
      page(framed, pageOf.minutes('$id'), () => import('./pages/minutes-page.tsx'), 'MinutesPage'),
      page(framed, pageOf.refresh('$id'), () => import('./pages/refresh-page.tsx'), 'RefreshPage'),
    ],
    bare: [page(bare, pageOf.roomScreen('$id'), () => import('./pages/room-screen-page.tsx'), 'RoomScreenPage')],
  };
}
