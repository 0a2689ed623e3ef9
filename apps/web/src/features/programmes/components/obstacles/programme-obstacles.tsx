import { readProgramme } from '@makaverse/contract/programmes';
import { listObstacles } from '@makaverse/contract/programmes-obstacles';
import type { Standing } from '@makaverse/contract/programmes-truth';
import { Button } from '@makaverse/ui/button';
import { Section } from '@makaverse/ui/page-heading';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#lib/api.ts';
import { useSession } from '#lib/session.tsx';
import { Shown } from '#lib/shown.tsx';
import { ObstacleList } from './obstacle-list.tsx';
import { ReportObstacleDialog } from './report-obstacle-dialog.tsx';

const speakers: ReadonlySet<string> = new Set(['head', 'deputy', 'secretary']);

/** What blocks one programme, solved ones last, and the way to report another. */
export function ProgrammeObstacles({ standing }: { readonly standing: Standing }): ReactNode {
  const { t } = useTranslation('obstacles');
  const { id } = standing.programme;
  const [isReporting, setIsReporting] = useState(false);
  const reading = useRead(listObstacles, { query: { programmeId: id, only: 'all', limit: 100 } }, { topics: [`programme:${id}`] });
  const programme = useRead(readProgramme, { params: { id } });
  const { person, capabilities, holdings } = useSession();
  // Whoever is in charge of a part, and whose word is its unit's word.
  const spokenFor = new Set(holdings.filter((one) => speakers.has(one.kind)).map((one) => one.unit.id));
  const mine = programme.data?.units.filter((unit) => unit.pic?.id === person?.id || spokenFor.has(unit.id)) ?? [];
  const mayReport = mine.length > 0 || capabilities.includes('lead');
  return (
    <Section
      title={t('programme.title')}
      count={standing.obstacles}
      actions={mayReport && <Button onClick={() => setIsReporting(true)}>{t('report.open')}</Button>}
    >
      <Shown reading={reading}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="mv-muted">{t(standing.obstacles > 0 ? 'programme.notForYou' : 'programme.none')}</p>
          ) : (
            <ObstacleList
              isOfOneProgramme
              label={t('programme.title')}
              obstacles={items.toSorted((a, b) => Number(a.state === 'solved') - Number(b.state === 'solved'))}
            />
          )
        }
      </Shown>
      {isReporting && programme.data && (
        <ReportObstacleDialog programme={programme.data} ownUnits={mine} onClose={() => setIsReporting(false)} />
      )}
    </Section>
  );
}
