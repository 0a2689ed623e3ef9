import { signOut } from '@makaverse/contract/identity-session';
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { call, queryClient, type Failure } from './api.ts';
import { unsubscribeFromPush } from './push-device.ts';

/** Signs out: this device is told nothing more, for it may be somebody else's next. */
export function useSignOut(onDone: () => void = () => undefined): UseMutationResult<void, Failure, void> {
  return useMutation<void, Failure, void>({
    mutationFn: async () => {
      await unsubscribeFromPush();
      await call(signOut, {});
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries();
      onDone();
    },
  });
}
