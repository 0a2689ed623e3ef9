import { search } from '@makaverse/contract/today';
import { CommandPalette } from '@makaverse/ui/command-palette';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#lib/api.ts';
import { useSession } from '#lib/session.tsx';
import { places } from './rail-items.tsx';

/** One line to find everything one may see and go everywhere one may go. */
export function Finder({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation('shell');
  const { capabilities, demo } = useSession();
  const [query, setQuery] = useState('');
  const words = useDeferredValue(query.trim());
  const isAsking = words.length >= 2;
  const hits = useQuery({
    queryKey: [search.id, words],
    queryFn: ({ signal }) => call(search, { query: { q: words }, signal }),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  });
  const pages = places
    .filter((place) => (!place.needs || capabilities.includes(place.needs)) && (!place.isDemoOnly || demo))
    .map((place) => ({ id: place.to, label: t(`nav.${place.key}`), href: place.to }))
    .filter((place) => place.label.toLowerCase().includes(words.toLowerCase()));
  const found = isAsking ? (hits.data?.hits ?? []) : [];
  const kinds = [...new Set(found.map((hit) => hit.kind))];
  return (
    <CommandPalette
      isOpen
      onClose={onClose}
      label={t('search.title')}
      placeholder={t('search.placeholder')}
      query={query}
      onQueryChange={setQuery}
      isBusy={isAsking && hits.isFetching}
      hint={isAsking ? (hits.data?.isForgiven && found.length > 0 ? t('search.forgiven') : undefined) : t('search.hint')}
      groups={[
        ...kinds.map((kind) => ({
          id: kind,
          label: t(`search.kind.${kind}`),
          commands: found
            .filter((hit) => hit.kind === kind)
            .map((hit) => ({ id: hit.kind + hit.id, label: hit.title, sub: hit.detail, href: hit.href })),
        })),
        { id: 'pages', label: t('search.pages'), commands: pages },
      ]}
    />
  );
}
