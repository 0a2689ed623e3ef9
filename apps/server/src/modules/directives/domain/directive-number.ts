/** The label of a meeting's series: its day, and from the second meeting of that day on the how-manieth: `A-2022-03-15`, `A-2022-03-15.2`. */
export function meetingLabel(day: string, earlierThatDay: number): string {
  return earlierThatDay === 0 ? `A-${day}` : `A-${day}.${earlierThatDay + 1}`;
}

/** The label of a year's series, for directives given outside any meeting: `A-2022`. */
export function yearLabel(day: string): string {
  return `A-${day.slice(0, 4)}`;
}

/** A directive's number: `A-2022-03-15/07`. */
export function directiveNumber(label: string, serial: number): string {
  return `${label}/${String(serial).padStart(2, '0')}`;
}
