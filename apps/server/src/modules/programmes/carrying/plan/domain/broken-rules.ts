import { DomainError } from '#platform/errors';

/** Fields of the plan that cannot stay as they are; each is named with what would be right. */
export class PlanWrong extends DomainError {
  constructor(issues: readonly { readonly path: string; readonly message: string }[]) {
    super('plan-wrong', 'invalid', { params: { count: issues.length }, issues });
  }
}
/** The measure of what was planned is changed by the leadership alone. */
export class ReplanningNeedsLeadership extends DomainError {
  constructor(titles: readonly string[]) {
    super('plan-replanning-needs-leadership', 'forbidden', { params: { titles: titles.join('; ') } });
  }
}
/** And not without saying why. */
export class ReplanningNeedsReason extends DomainError {
  constructor(titles: readonly string[]) {
    super('plan-replanning-needs-reason', 'invalid', { params: { titles: titles.join('; ') } });
  }
}
/** Nobody reports what has not been yet. */
export class ReportOfTomorrow extends DomainError {
  constructor() {
    super('plan-report-of-tomorrow', 'invalid');
  }
}
/** The file holds nothing. */
export class ProgrammeDocumentEmpty extends DomainError {
  constructor() {
    super('document-empty', 'invalid');
  }
}
