import { LiveConnection, type LiveState } from '@makaverse/client/live';
import { useEffect, useRef, useSyncExternalStore } from 'react';

let state: LiveState = 'idle';
const watchers = new Set<() => void>();
const connection = new LiveConnection((next) => {
  state = next;
  watchers.forEach((watch) => watch());
});

/** Whether changes arrive by themselves at present. */
export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (watch) => {
      watchers.add(watch);
      return () => watchers.delete(watch);
    },
    () => state,
  );
}

/** Calls `onChange` when one of the topics changed, as long as the component is shown. */
export function useTopics(topics: readonly string[], onChange: () => void): void {
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  const joined = topics.join(',');
  useEffect(() => {
    const stops = joined
      .split(',')
      .filter(Boolean)
      .map((topic) => connection.follow(topic, () => latest.current()));
    return () => stops.forEach((stop) => stop());
  }, [joined]);
}
