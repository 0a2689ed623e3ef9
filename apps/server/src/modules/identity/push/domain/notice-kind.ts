/** What a notice is about. Its words are `push.<kind>.title` and `.body`; they name no person and no record: a locked screen shows them to anybody. */
export type NoticeKind = 'directive' | 'nomination' | 'obstacle' | 'check-in' | 'silence' | 'milestone' | 'meeting' | 'morning' | 'trial';

/**
 * The letters that ask something of their reader, and so are told on his devices at once. Letters that only let know (solved, taken on,
 * cancelled, a power handed on) wait until he reads his mail; what the morning's mail gathers is told with it.
 */
const kinds: Readonly<Record<string, NoticeKind>> = {
  'directives-issued': 'directive',
  'nominations-opened': 'nomination',
  'nomination-open': 'nomination',
  'nomination-propose': 'nomination',
  'nomination-return': 'nomination',
  'nomination-recommend': 'nomination',
  'nomination-appoint': 'nomination',
  'nomination-decline': 'nomination',
  'nomination-counter': 'nomination',
  'nominations-reminder': 'nomination',
  'nominations-escalated': 'nomination',
  'obstacle-reported': 'obstacle',
  'obstacle-climbed': 'obstacle',
  'obstacle-reopened': 'obstacle',
  'milestone-sent-back': 'milestone',
  'programmes-silent': 'silence',
  'meeting-called': 'meeting',
  'meeting-changed': 'meeting',
};

/** What a letter is told as; undefined for one that asks nothing of its reader. */
export function noticeKindOf(template: string): NoticeKind | undefined {
  return kinds[template];
}
