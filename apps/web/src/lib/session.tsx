import { readSession, type Capability, type Session } from '@makaverse/contract/identity-session';
import { createContext, useContext, type ReactNode } from 'react';
import { useRead, type Failure } from './api.ts';

const SessionContext = createContext<Session | null>(null);

/** Reads who is signed in and gives it to everything inside; shows `waiting` until it is known and `failed` when it cannot be. */
export function SessionProvider({
  children,
  waiting,
  failed,
}: {
  children: ReactNode;
  waiting: ReactNode;
  failed: (error: Failure, retry: () => void) => ReactNode;
}): ReactNode {
  const session = useRead(readSession, {});
  if (session.data) return <SessionContext value={session.data}>{children}</SessionContext>;
  return session.error ? failed(session.error, () => void session.refetch()) : waiting;
}

/** Who looks, and what he may do. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
}

/** Whether the person may do this kind of thing; only to offer it, the server decides. */
export function useCan(capability: Capability): boolean {
  return useSession().capabilities.includes(capability);
}
